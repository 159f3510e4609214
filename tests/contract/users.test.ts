import { expect } from "chai";

import { at, makeProject, openEndpoint, textAt, type Endpoint } from "./endpoint";
import {
  expectInvalid,
  expectMissing,
  idPattern,
  objectsOf,
  ownWord,
  unknownId,
  type Objects,
} from "./objects";

describe("the contract of users", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let users: Objects;
  let word: string;
  let made = 0;

  before(async () => {
    endpoint = await openEndpoint();
    project = await makeProject(endpoint);
    users = objectsOf(endpoint, "/users");
    word = ownWord();
  });

  after(async () => {
    await users.removeAll();
    await project.remove();
    await endpoint.close();
  });

  /** Nobody reads the mail of example.com. */
  const userWith = (changes: object = {}) => {
    made += 1;
    const email = `${word}-${made}@example.com`;
    return { email, username: email, firstName: "Contract", lastName: "Test", isAdmin: false, ...changes };
  };
  const permission = (permissionLevel: string) => ({ projectId: project.id, permissionLevel });

  it("gives back what was sent, with an id", async () => {
    const sent = userWith({ phoneNumber: "+61 3 9000 0000" });
    const { path, body } = await users.make({ ...sent, projectPermissions: [permission("READ")] });
    expect(at(body, "_id")).to.match(idPattern);
    const found = (await endpoint.call("GET", path)).body;
    expect(found).to.deep.include(sent);
    expect(at(found, "projectPermissions")).to.have.length(1);
    expect(at(found, "projectPermissions", 0)).to.deep.include(permission("READ"));
  });

  it("lists a user in an array", async () => {
    const { body } = await users.make(userWith());
    expect((await users.list()).map((listed) => at(listed, "_id"))).to.include(textAt(body, "_id"));
  });

  it("replaces a user as a whole, and keeps the id", async () => {
    const sent = userWith();
    const more = { phoneNumber: "+61 3 9000 0000", projectPermissions: [permission("READ_WRITE")] };
    const { path, body } = await users.make({ ...sent, ...more });
    expect((await endpoint.call("PUT", path, { ...sent, firstName: "Replaced" })).status).to.equal(200);
    const after = (await endpoint.call("GET", path)).body;
    expect(after).to.include({ ...sent, firstName: "Replaced", _id: at(body, "_id") });
    expect(at(after, "phoneNumber") ?? "").to.equal("");
    expect(at(after, "projectPermissions") ?? []).to.deep.equal([]);
  });

  it("refuses a second user of an email, and keeps the first", async () => {
    const sent = userWith();
    const { path } = await users.make(sent);
    expect((await users.attempt({ ...sent, firstName: "Second" })).status).to.be.oneOf([400, 409]);
    expect((await endpoint.call("GET", path)).body).to.include(sent);
  });

  for (const [title, changes] of [
    ["without an email", { email: undefined }],
    ["without a username", { username: undefined }],
    ["without a firstName", { firstName: undefined }],
    ["without a lastName", { lastName: undefined }],
    ["who may or may not be an administrator", { isAdmin: undefined }],
    ["whose email is none", { email: "contract", username: "contract" }],
    ["with a permission for no project", { projectPermissions: [{ permissionLevel: "READ" }] }],
  ] as const) {
    it(`refuses a user ${title}`, async () => {
      expectInvalid(await users.attempt(userWith(changes)));
    });
  }

  it("refuses a user with a permission that there is not", async () => {
    expectInvalid(await users.attempt(userWith({ projectPermissions: [permission("OWN")] })));
  });

  it("answers 404 for a user that is not there", () => expectMissing(endpoint, `/users/${unknownId}`));

  it("deletes a user without a body, and then it is not there", async () => {
    const { path } = await users.make(userWith());
    const { status, body } = await endpoint.call("DELETE", path);
    expect([status, body]).to.deep.equal([200, ""]);
    await expectMissing(endpoint, path);
  });
});
