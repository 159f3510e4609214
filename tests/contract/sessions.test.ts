import { expect } from "chai";

import { at, openEndpoint, textAt, type Endpoint } from "./endpoint";

describe("the contract of sessions", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;

  before(async () => {
    endpoint = await openEndpoint();
  });

  after(() => endpoint.close());

  const signIn = () => {
    const { email, password } = endpoint;
    return endpoint.send("POST", "/sessions", { email, password });
  };

  it("answers credentials with an access token and a refresh token", async () => {
    const { status, body } = await signIn();
    expect(status).to.equal(201);
    for (const token of ["idToken", "accessToken", "refreshToken"])
      expect(at(body, token)).to.be.a("string").and.not.equal("");
  });

  it("refuses a wrong password with 400 or 403 in the API's words", async () => {
    const { email } = endpoint;
    const { status, body } = await endpoint.send("POST", "/sessions", {
      email,
      password: "not-the-password",
    });
    expect(status).to.be.oneOf([400, 403]);
    expect(at(body, "errorType")).to.be.oneOf(["ValidationError", "PermissionError"]);
    expect(at(body, "errorMessages", "errorDescription")).to.be.a("string");
    expect(body).not.to.have.property("accessToken");
  });

  it("renews a token", async () => {
    const { body } = await signIn();
    const authorization = `Bearer ${textAt(body, "accessToken")}`;
    const refreshToken = textAt(body, "refreshToken");
    const renewed = await endpoint.send("PUT", "/sessions", { refreshToken }, { authorization });
    expect(renewed.status).to.equal(201);
    expect(renewed.body).to.include({ expiresIn: 3600, tokenType: "Bearer" });
    const later = { authorization: `Bearer ${textAt(renewed.body, "accessToken")}` };
    expect((await endpoint.send("GET", "/projects", undefined, later)).status).to.equal(200);
  });

  it("signs out", async () => {
    const { body } = await signIn();
    const authorization = `Bearer ${textAt(body, "accessToken")}`;
    const { status } = await endpoint.send("DELETE", "/sessions", undefined, { authorization });
    expect(status).to.equal(200);
  });

  it("refuses a token it did not give with 401 or 403", async () => {
    const headers = { authorization: "Bearer not-a-token" };
    const { status, body } = await endpoint.send("GET", "/projects", undefined, headers);
    expect(status).to.be.oneOf([401, 403]);
    expect(body).to.be.an("object");
  });

  it("refuses a request without a token with 401 or 403", async () => {
    expect((await endpoint.send("GET", "/projects")).status).to.be.oneOf([401, 403]);
  });
});
