import { expect } from "chai";

import { expectRefusal } from "../entities/refusal";
import { at, ready, user } from "../client";

const named = (email: string) => ({ ...user, email, username: email });

describe("/users", () => {
  it("refuses an email that another one has with 409, at POST and at PUT", async () => {
    const { call, emulator } = await ready();
    await call("POST", "/users", user);
    expectRefusal(await call("POST", "/users", named("Ann@Example.com")), "email", 409);
    const { body } = await call("POST", "/users", named("bob@example.com"));
    expectRefusal(await call("PUT", `/users/${String(at(body, "_id"))}`, user), "email", 409);
    expect(emulator.users.list().map(({ email }) => email)).to.deep.equal([
      "ann@example.com",
      "bob@example.com",
    ]);
  });

  it("gives a user another email, and the old one to another", async () => {
    const { call } = await ready();
    const { body } = await call("POST", "/users", user);
    const path = `/users/${String(at(body, "_id"))}`;
    expect((await call("PUT", path, named("lee@example.com"))).status).to.equal(200);
    expect((await call("POST", "/users", user)).status).to.equal(201);
  });

  it("names the permission whose project is not there", async () => {
    const { call, projectId } = await ready();
    const permissions = [projectId, "00000000-0000-4000-8000-000000000000"].map((id) => ({
      projectId: id,
      permissionLevel: "READ",
    }));
    const reply = await call("POST", "/users", { ...user, projectPermissions: permissions });
    expectRefusal(reply, "projectPermissions[1].projectId");
  });

  it("keeps a permission whose project is gone, and gives no other one such", async () => {
    const { call, projectId } = await ready();
    const permitted = { ...user, projectPermissions: [{ projectId, permissionLevel: "READ" }] };
    const { body } = await call("POST", "/users", permitted);
    await call("DELETE", `/projects/${projectId}`);
    expect((await call("PUT", `/users/${String(at(body, "_id"))}`, permitted)).status).to.equal(200);
    const second = {
      ...permitted,
      ...named("bob@example.com"),
      projectPermissions: permitted.projectPermissions,
    };
    expectRefusal(await call("POST", "/users", second), "projectPermissions[0].projectId");
  });

  it("lets nobody sign in", async () => {
    const { call, emulator } = await ready();
    await call("POST", "/users", { ...user, password: "secret" });
    const answer = await emulator.app.request("/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: user.email, password: "secret" }),
    });
    expect(answer.status).to.equal(403);
  });
});
