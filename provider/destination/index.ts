import type * as pulumi from "@pulumi/pulumi";

import type { PointArgs } from "../point";
import { currentProgram } from "../program/cross-resource-checks";
import {
  BluedotResource,
  withDeclaredDefaults,
  resourceType,
  type OutputsOf,
} from "../dynamic/base-resource";
import type { DestinationArgs } from "./args";

type Outputs = OutputsOf<DestinationArgs>;

const kind = resourceType<keyof Outputs>({
  noun: "Destination",
  handler: "destination",
  outputs: {
    destinationId: "always",
    name: "always",
    address: "declared",
    location: "declared",
    email: "declared",
    customData: "declared",
    projectId: "declared",
    extraFields: "declared",
  },
});

/**
 * A destination, also called store: what zones lead to. One destination has many zones; it stays when they are
 * deleted, and they stay when it is.
 *
 * @example
 * const store = new bluedot.Destination("collins-street", {
 *   destinationId: "store-42",
 *   address: "271 Collins Street, Melbourne",
 *   location: { latitude: -37.8166, longitude: 144.9631 },
 * });
 */
export class Destination extends BluedotResource implements Outputs {
  /** The store's id, which is also the resource's `id`. */
  declare readonly destinationId: pulumi.Output<string>;
  declare readonly name: pulumi.Output<string>;
  declare readonly address: pulumi.Output<string | undefined>;
  declare readonly location: pulumi.Output<pulumi.Unwrap<PointArgs> | undefined>;
  declare readonly email: pulumi.Output<string | undefined>;
  declare readonly customData: pulumi.Output<Record<string, string> | undefined>;
  declare readonly projectId: pulumi.Output<string | undefined>;
  declare readonly extraFields: pulumi.Output<Record<string, unknown> | undefined>;

  /** Declares a destination, which `pulumi up` makes and keeps as declared. */
  constructor(name: string, args: DestinationArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: DestinationArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    super(kind, name, args === undefined ? {} : withDeclaredDefaults(kind, name, args, { name }), opts);
    if (args !== undefined) {
      currentProgram()?.destination(this, name, args, [args.destinationId, this.destinationId, this.id]);
    }
  }

  /**
   * Looks up a destination that something else manages; one that does not exist is an error.
   *
   * @param name what it is called in this program
   * @param id its `destinationId`
   * @throws an error in the preview already, where there is none of that id in the account and region
   * @example
   * const store = bluedot.Destination.get("collins-street", "store-42");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Destination {
    return new Destination(name, undefined, { ...opts, id });
  }
}
