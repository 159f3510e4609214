import { assert } from "chai";

import { openSession } from "../../../../provider/api";
import type { HttpRequest, Outcome } from "../../../../provider/api/http";
import { account, answer, apiError, complaintOf, failure, get, HOUR, post, stage, text } from "./stage";

describe("the sign-in", () => {
  it("is sent once for all requests that need it", async () => {
    const { tools, signIns, requests } = stage();
    const session = openSession(account, tools);
    await Promise.all(Array.from({ length: 50 }, () => get(session)));
    assert.lengthOf(signIns, 1);
    assert.lengthOf(requests, 50);
  });

  it("sends email and password, and no token", async () => {
    const { tools, signIns } = stage();
    await get(openSession(account, tools));
    assert.deepEqual(signIns, [
      {
        method: "POST",
        url: "https://config.example.com/prod1/sessions",
        headers: { "content-type": "application/json" },
        body: '{"email":"machine@example.com","password":"canary-password-7f3a"}',
      },
    ]);
  });

  const lives: [title: string, expiresIn: string | number | undefined, life: number][] = [
    ["an hour, where the answer does not say", undefined, HOUR - 60_000],
    ["what the answer says", 7200, 2 * HOUR - 60_000],
    ["what the answer says as text", "7200", 2 * HOUR - 60_000],
    ["less a tenth, where its life is short", 60, 54_000],
    ["an hour, where the answer says nonsense", "soon", HOUR - 60_000],
  ];
  for (const [title, expiresIn, life] of lives) {
    it(`lasts ${title}`, async () => {
      const tokens = { accessToken: "t", ...(expiresIn === undefined ? {} : { expiresIn }) };
      const { tools, signIns, pass } = stage({ signIns: [answer(201, tokens)] });
      const session = openSession(account, tools);
      await get(session);
      pass(life - 1);
      await get(session);
      assert.lengthOf(signIns, 1);
      pass(1);
      await get(session);
      assert.lengthOf(signIns, 2);
    });
  }

  const passing: [title: string, outcome: Outcome, wait: number][] = [
    ["a 429", answer(429), 1000],
    ["a 503 without Retry-After", answer(503), 1000],
    ["a 500", answer(500), 1000],
    ["a reset", failure("ECONNRESET", { sent: true }), 1000],
    ["a refused connection", failure("ECONNREFUSED", { sent: false }), 1000],
    ["a page in place of JSON", text(200, "<html>"), 1000],
    ["a Retry-After", answer(503, {}, { "retry-after": "2" }), 2500],
  ];
  for (const [title, outcome, wait] of passing) {
    it(`is retried after ${title}`, async () => {
      const { tools, signIns, waits } = stage({ signIns: [outcome, answer(201, { accessToken: "t" })] });
      await post(openSession(account, tools));
      assert.lengthOf(signIns, 2);
      assert.deepEqual(waits, [wait]);
    });
  }

  it("fails after five attempts, and the next requests fail with it at once", async () => {
    const { tools, signIns, pass } = stage({ signIns: [answer(500)] });
    const session = openSession(account, tools);
    const errors = await Promise.all(Array.from({ length: 30 }, () => complaintOf(get(session))));
    assert.deepEqual([...new Set(errors.map(({ kind }) => kind))], ["unavailable"]);
    assert.lengthOf(signIns, 5);
    pass(10_000);
    await complaintOf(get(session));
    assert.lengthOf(signIns, 10);
  });
});

describe("a refused sign-in", () => {
  const refusals: [title: string, outcome: Outcome, kind: string][] = [
    ["a 400", apiError(400, "ValidationError", "Incorrect username or password"), "authentication"],
    ["a 401", answer(401, { message: "Unauthorized" }), "authentication"],
    ["a 403", apiError(403, "PermissionError", "Incorrect username or password"), "authentication"],
    ["a 404", apiError(404, "NotFoundError", "No such user"), "authentication"],
    ["a gateway's 404", answer(404, { message: "No route" }), "unreadable"],
    ["a redirect", answer(302, {}, { location: "https://sso.example/login" }), "redirected"],
    ["no accessToken", answer(201, { challengeName: "SMS_MFA" }), "authentication"],
    ["an accessToken that is not text", answer(201, { accessToken: 7 }), "authentication"],
    ["an accessToken that cannot be sent", answer(201, { accessToken: "a\r\nb" }), "authentication"],
    ["no host", failure("ENOTFOUND", { sent: false }), "unreachable"],
    ["no trust", failure("SELF_SIGNED_CERT_IN_CHAIN", { sent: false }), "unreachable"],
  ];
  for (const [title, outcome, kind] of refusals) {
    it(`is one attempt for a thousand resources: ${title}`, async () => {
      const { tools, signIns, requests } = stage({ signIns: [outcome] });
      const session = openSession(account, tools);
      const errors = await Promise.all(Array.from({ length: 1000 }, () => complaintOf(get(session))));
      errors.push(await complaintOf(post(session)));
      assert.deepEqual([...new Set(errors.map((error) => error.kind))], [kind]);
      assert.lengthOf(signIns, 1);
      assert.isEmpty(requests);
    });
  }

  it("names keys, variables, the API's words and the case of a changed password", async () => {
    const { tools } = stage({
      signIns: [apiError(400, "ValidationError", "Incorrect username or password")],
    });
    const { message } = await complaintOf(get(openSession(account, tools)));
    for (const word of [
      "bluedot:email",
      "bluedot:password",
      "BLUEDOT_EMAIL",
      "BLUEDOT_PASSWORD",
      "Incorrect username or password",
      "pulumi refresh --run-program",
      "pulumi destroy",
    ]) {
      assert.include(message, word);
    }
  });

  it("names second factor, single sign-on and the machine user where there is no accessToken", async () => {
    const { tools } = stage({ signIns: [answer(200, { challengeName: "SMS_MFA" })] });
    const { message } = await complaintOf(get(openSession(account, tools)));
    for (const word of ["second factor", "single sign-on", "machine user"]) assert.include(message, word);
  });
});

describe("a refused token", () => {
  /** Accepts only the newest token, and refuses the others with the given answer. */
  function strict(refusal: Outcome, newest: string) {
    const answers = ({ headers }: HttpRequest) =>
      headers["authorization"] === `Bearer ${newest}` ? answer(200, {}) : refusal;
    return stage({ answers });
  }

  const refusals: [title: string, refusal: Outcome][] = [
    ["a 401", answer(401, { message: "Unauthorized" })],
    ["a 401 of the API", apiError(401, "AuthorizationError", "expired")],
    ["a 403 of the gateway", answer(403, { message: "The security token is expired" })],
    ["a 403 that is a page", text(403, "<html>")],
  ];
  for (const [title, refusal] of refusals) {
    it(`is renewed once for all requests that had it, also for a POST: ${title}`, async () => {
      const { tools, signIns, requests } = strict(refusal, "token-2");
      const session = openSession(account, tools);
      await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? get(session) : post(session))));
      assert.lengthOf(signIns, 2);
      assert.lengthOf(requests, 50);
    });
  }

  it("is not what a PermissionError is about", async () => {
    const { tools, signIns } = stage({ outcomes: [apiError(403, "PermissionError", "not yours")] });
    await complaintOf(get(openSession(account, tools)));
    assert.lengthOf(signIns, 1);
  });

  it("is a clear error when the new one is refused as well", async () => {
    const { tools, signIns, requests } = strict(answer(401, { message: "Unauthorized" }), "none");
    const error = await complaintOf(get(openSession(account, tools)));
    assert.equal(error.kind, "authentication");
    assert.include(error.message, "fresh token");
    assert.lengthOf(signIns, 2);
    assert.lengthOf(requests, 2);
  });

  it("does not make every resource sign in if the API accepts no token", async () => {
    const { tools, signIns } = strict(answer(401), "none");
    const session = openSession(account, tools);
    await Promise.all(Array.from({ length: 100 }, () => complaintOf(get(session))));
    assert.lengthOf(signIns, 2);
  });

  it("may be refused again later, and is renewed again", async () => {
    let good = "token-1";
    const answers = ({ headers }: HttpRequest) =>
      headers["authorization"] === `Bearer ${good}` ? answer(200, {}) : answer(401);
    const { tools, signIns } = stage({ answers });
    const session = openSession(account, tools);
    for (const token of ["token-1", "token-2", "token-3"]) {
      good = token;
      await get(session);
    }
    assert.lengthOf(signIns, 3);
  });

  it("is renewed once for a request that the gateway forbids with every token", async () => {
    const answers = ({ url }: HttpRequest) =>
      url.includes("/users") ? answer(403, { message: "Forbidden" }) : answer(200, {});
    const { tools, signIns } = stage({ answers });
    const session = openSession(account, tools);
    for (let at = 0; at < 20; at += 1) {
      await complaintOf(session.send({ method: "GET", path: `/users/${at}`, subject: "User" }));
      await get(session);
    }
    assert.lengthOf(signIns, 2);
  });

  it("is not renewed again by a request that was refused with an older one in the meantime", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { tools, signIns } = strict(answer(401), "token-2");
    const transport: typeof tools.transport = async (request) => {
      const outcome = await tools.transport(request);
      if (request.url.endsWith("/slow") && request.headers["authorization"] === "Bearer token-1") await held;
      return outcome;
    };
    const session = openSession(account, { ...tools, transport });
    const slow = session.send({ method: "GET", path: "/slow", subject: "Zone" });
    await get(session);
    release();
    await slow;
    assert.lengthOf(signIns, 2);
  });
});
