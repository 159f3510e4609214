import { inspect } from "node:util";

import { assert } from "chai";

import { apiMessage } from "../../../provider/api/api-message";
import { BluedotError } from "../../../provider/errors";
import type { Json } from "../../../provider/json";

describe("a BluedotError", () => {
  const error = new BluedotError("conflict", "Zone: it exists.", { status: 409 });

  it("is an Error with its sentence, kind and status", () => {
    assert.instanceOf(error, Error);
    assert.deepInclude(error, {
      message: "Zone: it exists.",
      kind: "conflict",
      status: 409,
      maybeDone: false,
    });
  });

  it("has no stack, which the engine would print", () => {
    assert.equal(error.stack, "");
  });
  it("has no cause", () => {
    assert.isUndefined(error.cause);
  });
  it("shows its sentence and nothing else", () => {
    assert.equal(inspect(error, { depth: Infinity, showHidden: true }), "Zone: it exists.");
  });

  it("has no status and is not in doubt where nobody says so", () => {
    assert.deepInclude(new BluedotError("configuration", "No."), { status: undefined, maybeDone: false });
  });
});

describe("the message of a BluedotError", () => {
  const refused = new BluedotError("refused", "was refused", {
    subject: 'Zone "cafe"',
    request: "POST /zones",
    status: 400,
    apiMessage: "ValidationError: radius: must be at least 5",
    advice: ["correct it and run again"],
  });
  const sentence =
    'Zone "cafe": POST /zones was refused (400 ValidationError: radius: must be at least 5); correct it and run again';

  it("has the subject, the request, the problem, the answer and the advice", () => {
    assert.equal(refused.message, `${sentence}.`);
    assert.deepInclude(
      { subject: refused.subject, request: refused.request, apiMessage: refused.apiMessage },
      {
        subject: 'Zone "cafe"',
        request: "POST /zones",
        apiMessage: "ValidationError: radius: must be at least 5",
      },
    );
  });

  it("has the network's code if no answer came", () => {
    const lost = new BluedotError("unanswered", ": no whole answer came in time", {
      subject: 'Zone "cafe"',
      request: "POST /zones",
      code: "ETIMEDOUT",
    });
    assert.equal(lost.message, 'Zone "cafe": POST /zones: no whole answer came in time (ETIMEDOUT).');
  });

  it("goes on with the advice of later layers, which keep the other parts", () => {
    const advised = refused.withAdvice("look there first", ": ").withAdvice("Then run again", ". ");
    assert.equal(advised.message, `${sentence}: look there first. Then run again.`);
    assert.deepInclude(advised, { kind: "refused", status: 400 });
    assert.equal(advised.apiMessage, "ValidationError: radius: must be at least 5");
  });

  it("is a whole sentence as it was given, with one full stop after its advice", () => {
    const whole = new BluedotError("conflict", "It exists.");
    assert.equal(whole.message, "It exists.");
    assert.equal(whole.withAdvice("change one of the two").message, "It exists; change one of the two.");
  });
});

describe("the words of an answer", () => {
  const api = (errorMessages: Json): Json => ({ errorType: "ValidationError", errorMessages });
  const cases: [title: string, said: Json | undefined, words: string][] = [
    ["the API's", api({ errorDescription: "Name is missing." }), "ValidationError: Name is missing"],
    [
      "the API's with fields",
      api({ errorDescription: "Bad", name: "is missing", radius: ["a", 5] }),
      'ValidationError: Bad; name: is missing; radius: ["a",5]',
    ],
    ["the API's with fields alone", api({ name: "is missing" }), "ValidationError: name: is missing"],
    ["the API's with a text", api("Bad"), "ValidationError: Bad"],
    ["the API's type alone", { errorType: "ServerError" }, "ServerError"],
    ["the gateway's", { message: "Forbidden" }, "Forbidden"],
    ["the gateway's other spelling", { Message: "Forbidden" }, "Forbidden"],
    ["an unknown shape's", { fault: 7 }, '{"fault":7}'],
    ["a list's", [1], "[1]"],
    ["a text's", "Service Unavailable", "Service Unavailable"],
    [
      "a page's title",
      "<!DOCTYPE html><html><head><title>502 Bad\n Gateway</title></head><body>x</body>",
      "502 Bad Gateway",
    ],
    ["a page's text", "<html><style>p{}</style><body><h1>Oh</h1><p>no</p></body>", "Oh no"],
    ["nothing's", undefined, ""],
    ["null's", null, ""],
    ["a terminal's orders", "a\u001b[31mb\u0007\r\nc", "a\\u001b[31mb\\u0007 c"],
  ];
  for (const [title, said, words] of cases)
    it(`are ${title}`, () => {
      assert.equal(apiMessage(said), words);
    });

  it("are cut to a length that can be read", () => {
    assert.equal(apiMessage("x".repeat(5000)), `${"x".repeat(400)}…`);
  });

  it("hide a secret that the cut would split", () => {
    assert.notInclude(apiMessage(`${"x".repeat(395)}secret-word`, ["secret-word"]), "secre");
  });

  const secret = 'p&<"ä /\\>';
  const written = [secret, JSON.stringify(secret), encodeURIComponent(secret), "p&amp;&lt;&quot;ä /\\&gt;"];
  for (const form of written) {
    it(`hide a secret written as ${form}`, () => {
      assert.include(apiMessage(`It is ${form}!`, [secret]), "[redacted]");
    });
  }

  it("hide the longer of two secrets whole", () => {
    assert.equal(apiMessage("abcdef", ["abc", "abcdef"]), "[redacted]");
  });

  it("hide tokens that nobody named", () => {
    assert.equal(
      apiMessage("got Bearer abc.def-1 and eyJhbGciOi.eyJzdWI.c2ln"),
      "got Bearer [redacted] and [redacted]",
    );
  });

  it("are not hidden by a secret that is empty", () => {
    assert.equal(apiMessage("abc", [""]), "abc");
  });
});
