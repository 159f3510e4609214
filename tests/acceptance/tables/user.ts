import * as bluedot from "pulumi-bluedot";

import { field, heldIn, type Table } from "./table";

const account = (digit: number) => `11111111-75b4-431b-adb2-eb6b9e54601${digit}`;

/** `projects` are the ids of three. */
export function user([first, then, foreign]: readonly [string, string, string]): Table<bluedot.UserArgs> {
  const reads = { projectId: first, permissionLevel: "READ" } as const;
  const writes = { projectId: then, permissionLevel: "READ_WRITE" } as const;
  return {
    noun: "User",
    make: (name, args, at) =>
      new bluedot.User(name, {
        email: `user${at}@example.com`,
        firstName: "Ada",
        lastName: "Lovelace",
        ...args,
      }),
    get: (name, id) => {
      const { firstName, userId } = bluedot.User.get(name, id);
      return { firstName, userId };
    },
    held: ({ users }) => heldIn(users, ({ _id }) => _id),
    fields: [
      field("email", ["a@example.com", "b@example.com", "c@example.com"], (email) => ({ email }), {
        shown: ["email", "username"],
        drifted: ["email"],
      }),
      field("firstName", ["Ada", "Grace", "Joan"], (firstName) => ({ firstName })),
      field("lastName", ["Lovelace", "Hopper", "Clarke"], (lastName) => ({ lastName })),
      field("isAdmin", [false, true, false], (isAdmin) => ({ isAdmin })),
      field("phoneNumber", ["+61 1", "+61 2", "+61 3"], (phoneNumber) => ({ phoneNumber })),
      field("accountId", [account(1), account(2), account(3)], (accountId) => ({ accountId })),
      field<Partial<bluedot.UserArgs>, string>(
        "projectPermissions[0].projectId",
        [first, then, foreign],
        (projectId) => ({
          projectPermissions: [{ projectId, permissionLevel: "READ" }],
        }),
      ),
      field<Partial<bluedot.UserArgs>, string>(
        "projectPermissions[0].permissionLevel",
        ["READ_WRITE", "READ", "READ_WRITE"],
        (level) => ({
          projectPermissions: [
            { projectId: first, permissionLevel: level === "READ" ? "READ" : "READ_WRITE" },
          ],
        }),
      ),
      field("extraFields.locale", ["en", "fr", "de"], (locale) => ({ extraFields: { locale } })),
    ],
    removals: [
      { path: "isAdmin", declared: { isAdmin: true }, held: false },
      { path: "phoneNumber", declared: { phoneNumber: "+61 1" }, held: undefined },
      { path: "projectPermissions", declared: { projectPermissions: [reads] }, held: [] },
      { path: "extraFields", declared: { extraFields: { locale: "en" } }, held: undefined },
    ],
    changes: [
      {
        title: "takes no notice of the order of projectPermissions",
        first: { projectPermissions: [reads, writes] },
        then: { projectPermissions: [writes, reads] },
        steps: [],
      },
    ],
  };
}
