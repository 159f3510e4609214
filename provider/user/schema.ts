/** A User's properties and their limits. */
import { isString } from "../json";
import { list, object, optional, required, type Filled, type Rule } from "../schema/field";
import { boolean, choice, emailAddress, text, uuid } from "../schema/leaves";
import { isUnknown } from "../schema/unknown";
import type { ProjectPermissionArgs, UserArgs } from "./args";

const projectPermission = object<ProjectPermissionArgs>({
  projectId: required(uuid),
  permissionLevel: required(choice("READ", "READ_WRITE")),
});

/** The API takes one for the other. */
const oneAddress: Rule = ({ email, username }) =>
  !isString(email) ||
  !isString(username) ||
  isUnknown(email) ||
  isUnknown(username) ||
  email.toLowerCase() === username.toLowerCase()
    ? []
    : [
        {
          property: "username",
          reason: "it is not the email, and must be; leave it out",
        },
      ];

export const userFields = object<Filled<UserArgs, "username" | "isAdmin">>(
  {
    email: required(emailAddress),
    username: required(emailAddress),
    firstName: required(text),
    lastName: required(text),
    isAdmin: required(boolean, { fallback: false }),
    phoneNumber: optional(text),
    accountId: optional(uuid, { accountDefault: true }),
    projectPermissions: optional(
      list("projectPermissions", projectPermission, {
        key: "projectId",
        unique: "a user has one permission in a project",
      }),
      { apiDefault: [] },
    ),
  },
  [oneAddress],
);
