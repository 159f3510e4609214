import { expect } from "chai";

import { ready, user, type Call } from "../client";
import { expectRefusal } from "./refusal";

const unknownId = "00000000-0000-4000-8000-000000000000";
const email = (address: string) => ({ email: address, username: address });

const acceptedUsers: [string, object][] = [
  ["nothing but what is required", {}],
  ["a phone number", { phoneNumber: "+61 3 0000 0000" }],
  ["no permissions", { projectPermissions: [] }],
  ["an account", { accountId: "11111111-75b4-431b-adb2-eb6b9e546014" }],
  ["fields it does not know", { language: "en" }],
];

const refusedUsers: [string, object, string][] = [
  ["no email", { email: undefined, username: "ann" }, "email"],
  ["an email that is none", email("ann"), "email"],
  ["no username", { username: undefined }, "username"],
  ["a username that is not the email", { username: "ann" }, "username"],
  ["no first name", { firstName: undefined }, "firstName"],
  ["no last name", { lastName: undefined }, "lastName"],
  ["an empty last name", { lastName: "" }, "lastName"],
  ["nothing said of isAdmin", { isAdmin: undefined }, "isAdmin"],
  ["isAdmin in words", { isAdmin: "yes" }, "isAdmin"],
  ["a phone number that is a number", { phoneNumber: 3 }, "phoneNumber"],
  ["permissions that are no list", { projectPermissions: {} }, "projectPermissions"],
  [
    "a permission for no project",
    { projectPermissions: [{ permissionLevel: "READ" }] },
    "projectPermissions[0].projectId",
  ],
  [
    "a permission for a project that does not exist",
    { projectPermissions: [{ projectId: unknownId, permissionLevel: "READ" }] },
    "projectPermissions[0].projectId",
  ],
  [
    "an unknown permission",
    { projectPermissions: [{ projectId: unknownId, permissionLevel: "WRITE" }] },
    "projectPermissions[0].permissionLevel",
  ],
];

describe("the API's checks of users", () => {
  let call: Call;
  let projectId: string;
  let count = 0;
  const userWith = (changes: object) => ({
    ...user,
    ...email(`ann+${(count += 1)}@example.com`),
    ...changes,
  });

  before(async () => {
    ({ call, projectId } = await ready());
  });

  for (const [title, changes] of acceptedUsers) {
    it(`accept a user with ${title}`, async () => {
      const { status, body } = await call("POST", "/users", userWith(changes));
      expect(status, JSON.stringify(body)).to.equal(201);
      expect(body).to.deep.include(changes);
    });
  }

  for (const permissionLevel of ["READ", "READ_WRITE"]) {
    it(`accept a user with the permission ${permissionLevel}`, async () => {
      const projectPermissions = [{ projectId, permissionLevel }];
      expect((await call("POST", "/users", userWith({ projectPermissions }))).status).to.equal(201);
    });
  }

  for (const [title, changes, field] of refusedUsers) {
    it(`refuse a user with ${title}`, async () => {
      expectRefusal(await call("POST", "/users", userWith(changes)), field);
    });
  }
});
