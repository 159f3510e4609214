import { expect } from "chai";

import { createEmulator } from "../../../../emulator";
import { at, send, signedIn, stoppedClock } from "../client";

async function started(options: Parameters<typeof createEmulator>[0] = {}) {
  const clock = stoppedClock();
  const emulator = await createEmulator(options, clock);
  const fetch = (path: string, init: RequestInit) => emulator.app.request(path, init);
  return { clock, emulator, fetch, ...(await signedIn(fetch, emulator)) };
}

const wrong = { email: "dev@example.com", password: "guess" };

describe("/sessions", () => {
  it("answers right credentials with three tokens", async () => {
    const { fetch, emulator } = await started();
    const { email, password } = emulator;
    const { status, body } = await send(fetch, "POST", "/sessions", { email, password });
    expect(status).to.equal(201);
    expect(body).to.have.all.keys("statusCode", "idToken", "accessToken", "refreshToken");
  });

  for (const [status, errorType] of [
    [403, "PermissionError"],
    [400, "ValidationError"],
  ] as const) {
    it(`answers wrong credentials with ${status} when so told`, async () => {
      const { fetch } = await started({ badCredentialsStatus: status });
      const reply = await send(fetch, "POST", "/sessions", wrong);
      expect(reply.status).to.equal(status);
      expect(at(reply.body, "errorType")).to.equal(errorType);
    });
  }

  it("answers missing credentials with the fields that are missing", async () => {
    const { fetch } = await started();
    const { status, body } = await send(fetch, "POST", "/sessions", {});
    expect(status).to.equal(400);
    expect(at(body, "errorMessages")).to.have.all.keys("errorDescription", "email", "password");
  });

  it("answers an account with a second factor without an access token", async () => {
    const account = { email: "human@example.com", password: "p", secondFactor: "SMS_MFA" };
    const { fetch } = await started({ accounts: [account] });
    const { email, password } = account;
    const { status, body } = await send(fetch, "POST", "/sessions", { email, password });
    expect(status).to.equal(201);
    expect(body).to.have.all.keys("statusCode", "challengeName", "session");
  });

  for (const [title, header] of [
    ["no token", undefined],
    ["an unknown token", "Bearer abc"],
    ["a scheme that is not Bearer", "Basic abc"],
  ] as const) {
    it(`lets nobody in with ${title}`, async () => {
      const { fetch } = await started();
      const headers: Record<string, string> = header === undefined ? {} : { authorization: header };
      const { status, body } = await send(fetch, "GET", "/projects", undefined, headers);
      expect({ status, body }).to.deep.equal({ status: 401, body: { message: "Unauthorized" } });
    });
  }

  it("refuses with 403 in the gateway's shape when so told", async () => {
    const { fetch } = await started({ unauthorizedStatus: 403 });
    const { status, body } = await send(fetch, "GET", "/projects");
    expect(status).to.equal(403);
    expect(body).to.have.all.keys("message");
  });

  it("accepts a token until the last millisecond of its life", async () => {
    const { clock, call } = await started({ tokenLifeSeconds: 10 });
    clock.advance(9999);
    expect((await call("GET", "/projects")).status).to.equal(200);
  });

  it("refuses a token at the end of its life", async () => {
    const { clock, call } = await started({ tokenLifeSeconds: 10 });
    clock.advance(10_000);
    expect((await call("GET", "/projects")).status).to.equal(401);
  });

  it("renews a token that has expired", async () => {
    const { clock, call, refreshToken } = await started({ tokenLifeSeconds: 10 });
    clock.advance(10_000);
    const { status, body } = await call("PUT", "/sessions", { refreshToken });
    expect(status).to.equal(201);
    expect(body).to.include({ expiresIn: 10, tokenType: "Bearer" });
    const authorization = `Bearer ${String(at(body, "accessToken"))}`;
    expect((await call("GET", "/projects", undefined, { authorization })).status).to.equal(200);
  });

  it("refuses a refresh token after sixty days", async () => {
    const { clock, call, refreshToken } = await started();
    clock.advance(60 * 24 * 3600 * 1000);
    expect((await call("PUT", "/sessions", { refreshToken })).status).to.equal(403);
  });

  it("does not renew without the header", async () => {
    const { fetch, refreshToken } = await started();
    expect((await send(fetch, "PUT", "/sessions", { refreshToken })).status).to.equal(401);
  });

  it("takes both tokens away at the sign-out", async () => {
    const { call, refreshToken, emulator } = await started();
    expect((await call("DELETE", "/sessions")).body).to.deep.equal({
      status: "success",
      user: emulator.email,
    });
    expect((await call("GET", "/projects")).status).to.equal(401);
    expect((await call("PUT", "/sessions", { refreshToken })).status).to.equal(401);
  });

  it("leaves other sign-ins alone at a sign-out", async () => {
    const { call, fetch, emulator } = await started();
    const other = await signedIn(fetch, emulator);
    await call("DELETE", "/sessions");
    expect((await other.call("GET", "/projects")).status).to.equal(200);
  });

  it("refuses every token issued so far when they are made to expire, and no later one", async () => {
    const { call, fetch, emulator } = await started();
    emulator.expireTokens();
    expect((await call("GET", "/projects")).status).to.equal(401);
    const later = await signedIn(fetch, emulator);
    expect((await later.call("GET", "/projects")).status).to.equal(200);
  });
});
