import type * as pulumi from "@pulumi/pulumi";

import {
  BluedotResource,
  withDeclaredDefaults,
  resourceType,
  type OutputsOf,
} from "../dynamic/base-resource";
import type { ProjectPermissionArgs, UserArgs } from "./args";

type Outputs = OutputsOf<UserArgs>;

const kind = resourceType<keyof Outputs>({
  noun: "User",
  handler: "user",
  idOutput: "userId",
  outputs: {
    email: "always",
    username: "always",
    firstName: "always",
    lastName: "always",
    isAdmin: "always",
    phoneNumber: "declared",
    accountId: "declared",
    projectPermissions: "declared",
    extraFields: "declared",
  },
});

/**
 * A user of the account, who may sign in to the console and the API. The password is set by the user, not here.
 *
 * @example
 * const analyst = new bluedot.User("analyst", {
 *   email: "analyst@example.com", firstName: "Ada", lastName: "Lovelace",
 *   projectPermissions: [{ projectId: project.id, permissionLevel: "READ" }],
 * });
 */
export class User extends BluedotResource implements Outputs {
  declare readonly email: pulumi.Output<string>;
  declare readonly username: pulumi.Output<string>;
  declare readonly firstName: pulumi.Output<string>;
  declare readonly lastName: pulumi.Output<string>;
  declare readonly isAdmin: pulumi.Output<boolean>;
  declare readonly phoneNumber: pulumi.Output<string | undefined>;
  declare readonly accountId: pulumi.Output<string | undefined>;
  declare readonly projectPermissions: pulumi.Output<pulumi.Unwrap<ProjectPermissionArgs>[] | undefined>;
  declare readonly extraFields: pulumi.Output<Record<string, unknown> | undefined>;
  /** The user's id in the API; the same as `id`. */
  declare readonly userId: pulumi.Output<string>;

  /** Declares a user, whom `pulumi up` makes and keeps as declared. */
  constructor(name: string, args: UserArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: UserArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    super(
      kind,
      name,
      args === undefined ? {} : withDeclaredDefaults(kind, name, args, { username: args.email }),
      opts,
    );
  }

  /**
   * Looks up a user whom something else manages; one who does not exist is an error.
   *
   * @param name what the user is called in this program
   * @param id the user's id
   * @throws an error in the preview already, where there is none of that id in the account and region
   * @example
   * const analyst = bluedot.User.get("analyst", "ec09f506-44c8-482d-92d0-4ee57d5c42b4");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): User {
    return new User(name, undefined, { ...opts, id });
  }
}
