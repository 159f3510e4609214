import { assert } from "chai";

import { BluedotError } from "../../../../provider/errors";
import { openSession, sessionFor, type ApiRequest } from "../../../../provider/api";
import type { JsonObject } from "../../../../provider/json";
import type { Outcome } from "../../../../provider/api/http";
import { account, answer, apiError, complaintOf, failure, get, post, stage, text } from "./stage";

describe("a session", () => {
  it("sends nothing before it is used", () => {
    const { tools, signIns } = stage();
    openSession(account, tools);
    assert.isEmpty(signIns);
  });

  it("sends the call as it is given, with the token", async () => {
    const { tools, requests } = stage();
    const session = openSession(account, tools);
    await session.send({
      method: "PUT",
      path: "/zones/a%20b",
      query: { tags: "x y,z" },
      headers: { paginationToken: "p" },
      body: { name: "cafe" },
      subject: "Zone",
    });
    assert.deepEqual(requests, [
      {
        method: "PUT",
        url: "https://config.example.com/prod1/zones/a%20b?tags=x+y%2Cz",
        headers: {
          "content-type": "application/json",
          paginationToken: "p",
          authorization: "Bearer token-1",
        },
        body: '{"name":"cafe"}',
      },
    ]);
  });

  const renewals: [what: string, renewed: () => Promise<JsonObject | undefined>, sent: string[]][] = [
    ["the body as it is by then", () => Promise.resolve({ name: "new" }), ["old", "new", "new"]],
    ["the same body where it is as it was", () => Promise.resolve(undefined), ["old", "old", "old"]],
    ["nothing where the body cannot be had", () => Promise.reject(new Error("no")), ["old"]],
  ];
  for (const [what, renewed, sent] of renewals) {
    it(`sends ${what}, in each retry`, async () => {
      const { tools, requests } = stage({ outcomes: [answer(503), answer(503), answer(200, {})] });
      const body = { name: "old" };
      const call: ApiRequest = { method: "PUT", path: "/zones/1", body, renewed, subject: "Zone" };
      const response = openSession(account, tools).send(call);
      if (sent.length > 1) await response;
      else assert.include((await complaintOf(response)).message, "503");
      assert.deepEqual(
        requests.map((request) => request.body),
        sent.map((name) => JSON.stringify({ name })),
      );
    });
  }

  it("refuses a path that would lead elsewhere, without a request", async () => {
    const { tools, requests } = stage();
    const call: ApiRequest = { method: "DELETE", path: "/zones/..", subject: "Zone" };
    const error = await complaintOf(openSession(account, tools).send(call));
    assert.include(error.message, "/zones/..");
    assert.isEmpty(requests);
  });

  it("gives the status, the parsed body and the headers", async () => {
    const { tools } = stage({ outcomes: [answer(201, { _id: "1" }, { "x-page": "2" })] });
    assert.deepEqual(await post(openSession(account, tools)), {
      status: 201,
      body: { _id: "1" },
      headers: { "x-page": "2" },
      size: 11,
    });
  });

  it("gives undefined for an empty body", async () => {
    const { tools } = stage({ outcomes: [answer(200)] });
    assert.isUndefined((await get(openSession(account, tools))).body);
  });

  it("accepts the API's own 404 as an answer", async () => {
    const { tools } = stage({ outcomes: [apiError(404, "NotFoundError", "No such zone")] });
    assert.equal((await get(openSession(account, tools))).status, 404);
  });

  it("accepts a 404 as the answer to the retry of a DELETE whose answer was lost", async () => {
    const { tools, requests } = stage({
      outcomes: [failure("ECONNRESET", { sent: true }), apiError(404, "NotFoundError", "No such zone")],
    });
    const call: ApiRequest = { method: "DELETE", path: "/zones/1", subject: "Zone" };
    assert.equal((await openSession(account, tools).send(call)).status, 404);
    assert.lengthOf(requests, 2);
  });

  it("is the same one for the same account of one process", () => {
    assert.equal(sessionFor({ ...account }), sessionFor({ ...account, shouldSync: true }));
  });

  it("is another one for another password", () => {
    assert.notEqual(sessionFor(account), sessionFor({ ...account, password: "another" }));
  });

  it("is another one for another limit of requests or another trace", () => {
    assert.notEqual(sessionFor(account), sessionFor({ ...account, requestsPerSecond: 5 }));
    assert.notEqual(sessionFor(account), sessionFor({ ...account, trace: "trace.jsonl" }));
  });

  const reset = failure("ECONNRESET", { sent: true });
  const refused = failure("ECONNREFUSED", { sent: false });
  const busy = answer(429, {}, { "retry-after": "3" });
  const attempts: [title: string, outcomes: Outcome[], gets: number[] | string, posts: number[] | string][] =
    [
      ["a refused connection, then an answer", [refused, answer(200, {})], [1000], [1000]],
      [
        "a refused connection to the end",
        [refused],
        "unreachable 1000,2000,4000,5000",
        "unreachable 1000,2000,4000,5000",
      ],
      ["a 429, then an answer", [answer(429), answer(200, {})], [1000, 1000], [1000, 1000]],
      ["a 429 with Retry-After, then an answer", [busy, answer(200, {})], [3500, 3500], [3500, 3500]],
      ["a 503 without Retry-After", [answer(503), answer(200, {})], [1000], "unavailable "],
      ["a 504", [answer(504), answer(200, {})], [1000], "unavailable "],
      ["a reset", [reset, answer(200, {})], [1000], "unanswered "],
      ["a page in place of JSON", [text(200, "<html>Hi</html>"), answer(200, {})], [1000], "unreadable "],
      ["JSON that is cut", [text(200, '{"a":'), answer(200, {})], [1000], "unreadable "],
      ["a 400", [answer(400)], "refused ", "refused "],
      ["a wait of ten minutes", [answer(503, {}, { "retry-after": "600" })], "unavailable ", "unavailable "],
    ];
  for (const [title, outcomes, ofGet, ofPost] of attempts) {
    for (const [method, send, expected] of [["GET", get, ofGet] as const, ["POST", post, ofPost] as const]) {
      it(`waits or gives up at ${title}: ${method}`, async () => {
        const { tools, waits } = stage({ outcomes });
        const response = await send(openSession(account, tools)).then(
          () => waits,
          (error: unknown) => `${error instanceof BluedotError ? error.kind : ""} ${waits.join(",")}`,
        );
        assert.deepEqual(response, expected);
      });
    }
  }
});

describe("an error of the session", () => {
  const api = "Config API";
  const lost = failure("ETIMEDOUT", { sent: true });
  const cases: [title: string, outcome: Outcome, kind: string, words: string[], ofPost: boolean][] = [
    [
      "a 400",
      apiError(400, "ValidationError", "radius is too small"),
      "refused",
      ["400 ValidationError: radius is too small"],
      false,
    ],
    [
      "a 403 of the API",
      apiError(403, "PermissionError", "not yours"),
      "not-allowed",
      ["403 PermissionError: not yours"],
      false,
    ],
    ["a 409", apiError(409, "ConflictError", "it exists"), "conflict", ["it exists"], false],
    [
      "a 404 of the gateway",
      answer(404, { message: "No route" }),
      "unreadable",
      ["No route", api, account.baseUrl],
      false,
    ],
    [
      "a 404 of something else",
      text(404, "<html><title>Lost</title>"),
      "unreadable",
      ["404 Lost", api],
      false,
    ],
    ["a 413 of the gateway", answer(413, { message: "Too large" }), "refused", ["413 Too large"], false],
    ["a 429", answer(429), "throttled", ["5 attempts", "bluedot:maxConcurrency"], false],
    ["a long Retry-After", answer(503, {}, { "retry-after": "600" }), "unavailable", ["600 s"], true],
    ["a 500", apiError(500, "ServerError", "oh"), "unavailable", ["500 ServerError: oh"], true],
    ["a 504", answer(504, { message: "Endpoint request timed out" }), "unavailable", ["timed out"], true],
    ["silence", lost, "unanswered", ["in time"], true],
    ["a reset", failure("ECONNRESET", { sent: true }), "unanswered", ["ECONNRESET"], true],
    ["a page for a success", text(200, "<html><title>Hello</title>"), "unreadable", ["200 Hello"], true],
    [
      "a redirect",
      answer(302, {}, { location: "https://evil.example/x?t=1" }),
      "redirected",
      ["evil.example", "302"],
      false,
    ],
    [
      "a refused connection",
      failure("ECONNREFUSED", { sent: false }),
      "unreachable",
      ["ECONNREFUSED", "config.example.com"],
      false,
    ],
    [
      "an unknown host",
      failure("ENOTFOUND", { sent: false }),
      "unreachable",
      ["no host config.example.com"],
      false,
    ],
    [
      "a bad certificate",
      failure("CERT_HAS_EXPIRED", { sent: false }),
      "unreachable",
      ["CERT_HAS_EXPIRED", "secure"],
      false,
    ],
  ];
  for (const [title, outcome, kind, words, ofPost] of cases) {
    it(`names ${title} and the next step`, async () => {
      const error = await complaintOf(post(openSession(account, stage({ outcomes: [outcome] }).tools)));
      assert.equal(error.kind, kind);
      assert.match(error.message, /^Zone "cafe": POST \/zones[: ].*\.$/);
      for (const word of words) assert.include(error.message, word);
    });

    it(`knows whether a POST that ended with ${title} may have been done`, async () => {
      const error = await complaintOf(post(openSession(account, stage({ outcomes: [outcome] }).tools)));
      assert.equal(error.maybeDone, ofPost);
      assert.equal(error.message.includes("may have been created"), ofPost);
    });
  }

  it("never says of a GET that it may have been done", async () => {
    const error = await complaintOf(get(openSession(account, stage({ outcomes: [lost] }).tools)));
    assert.isFalse(error.maybeDone);
  });

  it("says of a PUT that it may have been done when only an early attempt was unclear", async () => {
    const { tools } = stage({ outcomes: [lost, answer(400)] });
    const call: ApiRequest = { method: "PUT", path: "/zones/1", body: {}, subject: "Zone" };
    assert.isTrue((await complaintOf(openSession(account, tools).send(call))).maybeDone);
  });

  it("has the status", async () => {
    const error = await complaintOf(get(openSession(account, stage({ outcomes: [answer(418)] }).tools)));
    assert.equal(error.status, 418);
  });
});
