import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";

/** The permission of a User in one Project. */
export interface ProjectPermissionArgs extends ExtraFields {
  /** The Project, by id; each at most once. */
  projectId: Input<string>;
  /** Look at it, or change it too. */
  permissionLevel: Input<"READ" | "READ_WRITE">;
}

/** The arguments of a User. */
export interface UserArgs extends ExtraFields {
  /** The address that signs in, and that Bluedot writes to. */
  email: Input<string>;
  /**
   * The API wants the email again under this name.
   *
   * @default `email`
   */
  username?: Input<string>;
  /** Not empty. */
  firstName: Input<string>;
  /** Not empty. */
  lastName: Input<string>;
  /**
   * True if the user may do everything in the account, other users included.
   *
   * @default false
   */
  isAdmin?: Input<boolean>;
  /** @default none */
  phoneNumber?: Input<string>;
  /**
   * The account that the user belongs to, a UUID.
   *
   * @default the one that signs in
   */
  accountId?: Input<string>;
  /**
   * The user's permissions in projects; their order has no effect.
   *
   * @default none
   */
  projectPermissions?: Input<Input<ProjectPermissionArgs>[]>;
}
