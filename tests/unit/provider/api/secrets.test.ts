import { inspect } from "node:util";

import { assert } from "chai";

import { readConfiguration } from "../../../../provider/configuration";
import { openSession } from "../../../../provider/api";
import { openTransport, type HttpRequest, type Outcome } from "../../../../provider/api/http";
import { account, answer, apiError, complaintOf, failure, get, post, stage, text } from "./stage";

const { password } = account;
const accessToken = "canary-access-token-91c2";
const refreshToken = "canary-refresh-token-55de";
const tokens = answer(201, { accessToken, refreshToken, idToken: "canary-id-token-0b1f" });

function assertNoSecret(thing: unknown): void {
  const seen = [
    inspect(thing, { depth: Infinity, showHidden: true }),
    inspect(thing, { depth: Infinity, showHidden: true, customInspect: false }),
    String(thing),
    JSON.stringify(thing),
    thing instanceof Error ? `${thing.stack}${thing.message}` : "",
  ].join("\n");
  assert.notMatch(seen, /canary-/);
}

describe("a secret", () => {
  const echo = `Refused: ${JSON.stringify({ email: account.email, password, accessToken, refreshToken })}`;
  const outcomes: [title: string, outcome: Outcome][] = [
    ["the API's words", apiError(400, "ValidationError", echo)],
    [
      "the API's words for a field",
      answer(400, { errorType: "ValidationError", errorMessages: { field: echo } }),
    ],
    ["the API's error type", apiError(409, echo, "")],
    ["the gateway's words", answer(403, { message: echo })],
    ["a page", text(500, `<html><body>${echo}</body></html>`)],
    ["a page for a success", text(200, echo)],
    ["a success that is cut", text(201, `{"accessToken":"${accessToken}","idToken":"canary-`)],
    ["an unknown shape", answer(422, { echo: [echo] })],
    ["a location", answer(302, {}, { location: `https://x.example/${password}?${accessToken}` })],
    ["a location with credentials", answer(302, {}, { location: `https://u:${password}@x.example/` })],
    ["a Retry-After", answer(503, {}, { "retry-after": password })],
    ["a 401", answer(401, { message: `Bearer ${accessToken} has expired` })],
    ["a 404 of the gateway", answer(404, { message: echo })],
    ["a 429", apiError(429, "ResourceExceededError", echo)],
    ["silence", failure("ETIMEDOUT", { sent: true })],
    ["a refused connection", failure("ECONNREFUSED", { sent: false })],
    ["a bad certificate", failure("CERT_HAS_EXPIRED", { sent: false })],
  ];
  for (const [title, outcome] of outcomes) {
    it(`is not in the error of a call that ends with ${title}`, async () => {
      const { tools } = stage({ outcomes: [outcome], signIns: [tokens] });
      assertNoSecret(await complaintOf(post(openSession(account, tools))));
    });

    it(`is not in the error of a sign-in that ends with ${title}`, async () => {
      const { tools } = stage({ signIns: [outcome] });
      assertNoSecret(await complaintOf(get(openSession(account, tools))));
    });
  }

  it("of a webhook or an integration is not in the error of the call that carries it", async () => {
    const refused = apiError(
      400,
      "ValidationError",
      "canary-header and canary-key are not valid, application/x is",
    );
    const session = openSession(account, stage({ outcomes: [refused] }).tools);
    const body = {
      webhooks: [{ url: "application/x", headers: { authorization: "canary-header" } }],
      integrations: { mparticle: { iosApiKey: "canary-key" } },
    };
    const error = await complaintOf(
      session.send({ method: "POST", path: "/projects", body, subject: "Project" }),
    );
    assertNoSecret(error);
    assert.include(error.message, "[redacted] and [redacted] are not valid, application/x is");
  });

  it("that the caller names is not in the error of the call that carries it", async () => {
    const refused = apiError(400, "ValidationError", "pin canary-pin is not valid, 471 nor 4.5 are, 4711 is");
    const session = openSession(account, stage({ outcomes: [refused] }).tools);
    const body = { customData: { pin: "canary-pin" } };
    const error = await complaintOf(
      session.send({
        method: "POST",
        path: "/zones",
        body,
        secrets: () => ["canary-pin", "471", "4.5", "is"],
        subject: "Zone",
      }),
    );
    assertNoSecret(error);
    assert.include(error.message, "pin [redacted] is not valid, [redacted] nor [redacted] are, 4711 is");
  });

  it("of somebody else is not in the error of a GET whose answer is cut", async () => {
    const cut = text(200, '{"webhooks":[{"headers":{"authorization":"canary-header"');
    assertNoSecret(await complaintOf(get(openSession(account, stage({ outcomes: [cut] }).tools))));
  });

  it("is not in the error of a sign-in without an accessToken", async () => {
    const { tools } = stage({ signIns: [answer(200, { refreshToken, session: "canary-session" })] });
    assertNoSecret(await complaintOf(get(openSession(account, tools))));
  });

  it("is not in an error of the real transport", async () => {
    const transport = openTransport(1);
    const closed = (request: HttpRequest) => transport({ ...request, url: "http://127.0.0.1:1/" });
    const session = openSession(account, { ...stage().tools, transport: closed });
    assertNoSecret(await complaintOf(post(session)));
  });

  it("is not in an error of the real transport about a request it cannot send", async () => {
    const transport = openTransport(1);
    const headers = { authorization: `Bearer ${accessToken}\n` };
    assertNoSecret(await transport({ method: "GET", url: "http://127.0.0.1:1/", headers }));
  });

  it("is not in the session", async () => {
    const { tools } = stage({ signIns: [tokens] });
    const session = openSession(account, tools);
    await get(session);
    assertNoSecret(session);
  });

  it("is not in the configuration as it is read", () => {
    const values: Record<string, string> = { email: account.email, password, region: "eu" };
    assertNoSecret(readConfiguration((key) => values[key.replace("bluedot:", "")], {}));
  });
});
