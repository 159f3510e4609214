/** A user of the account: somebody who may sign in to the console, and see the projects he is permitted to. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

import { addedFields } from "./additions";
import { email, id, text } from "./fields";
import type { Kind } from "./kind";

const projectPermission = z.looseObject({ projectId: id, permissionLevel: z.enum(["READ", "READ_WRITE"]) });

/** The body of `POST /users` and `PUT /users/{userId}`. Other fields are kept as they were sent. */
const userBody = z
  .looseObject({
    _id: z.string().optional(),
    email,
    username: text,
    firstName: text,
    lastName: text,
    isAdmin: z.boolean(),
    phoneNumber: z.string().optional(),
    accountId: id.optional(),
    projectPermissions: z.array(projectPermission).optional(),
  })
  .refine(({ username, email }) => username.toLowerCase() === email.toLowerCase(), {
    path: ["username"],
    message: "must be the email",
  });

export type UserBody = z.output<typeof userBody>;

const storedUser = z.looseObject({
  _id: z.string(),
  email: z.string(),
  username: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  isAdmin: z.boolean().optional(),
  phoneNumber: z.string().optional(),
  accountId: z.string().optional(),
  projectPermissions: z
    .array(z.looseObject({ projectId: z.string(), permissionLevel: z.string() }))
    .optional(),
});

/** A user as the emulator holds it. */
export type StoredUser = z.output<typeof storedUser>;

const newUser = z.looseObject({ ...storedUser.shape, _id: z.string().optional() });

/** A user to put into the emulator directly. */
export type NewUser = z.input<typeof newUser>;

export const userKind: Kind<StoredUser, NewUser, UserBody> = {
  noun: "User",
  key: "_id",
  keyOf: ({ _id }) => _id,
  claimsOf: (user) => [{ field: "email", value: user.email.toLowerCase() }],
  body: userBody,
  stored: storedUser,
  given: newUser,
  from: (body, previous, writing) => ({
    _id: previous?._id ?? randomUUID(),
    ...(writing.additions.includes("emptyLists") ? { projectPermissions: [] } : {}),
    ...body,
    ...addedFields(writing, previous, body.accountId),
  }),
  seed: (given, writing) => ({
    ...given,
    _id: given._id ?? randomUUID(),
    ...addedFields(writing, given, given.accountId),
  }),
  searched: (user) => `${user.email}\n${user.firstName ?? ""} ${user.lastName ?? ""}`,
};
