import type * as pulumi from "@pulumi/pulumi";

import { afterDestinations, currentProgram } from "../program/cross-resource-checks";
import {
  BluedotResource,
  withDeclaredDefaults,
  resourceType,
  type OutputsOf,
} from "../dynamic/base-resource";
import type { ActionArgs } from "./actions";
import type { ZoneArgs } from "./args";
import type { ConditionArgs } from "./conditions";
import type { GeofeatureArgs } from "./geofeatures";

/** `shouldSync` is an instruction, and no output. */
type Outputs = OutputsOf<Omit<ZoneArgs, "shouldSync">>;

const kind = resourceType<keyof Outputs | "fenceIds">({
  noun: "Zone",
  handler: "zone",
  idOutput: "zoneId",
  outputs: {
    projectId: "always",
    name: "always",
    minimumRetriggerTime: "always",
    geofeatures: "always",
    triggerOnExit: "always",
    fenceIds: "always",
    customData: "declared",
    conditions: "declared",
    tags: "declared",
    actions: "declared",
    destinationId: "declared",
    extraFields: "declared",
  },
});

/**
 * A zone: one or more geofeatures around a place, and what happens when a phone meets them.
 *
 * @example
 * const cafe = new bluedot.Zone("cafe", {
 *   projectId: project.id,
 *   minimumRetriggerTime: 3600,
 *   geofeatures: [
 *     { type: "circle", name: "door", center: { latitude: -37.818, longitude: 144.9775 }, radius: 40 },
 *   ],
 * });
 */
export class Zone extends BluedotResource implements Outputs {
  declare readonly projectId: pulumi.Output<string>;
  declare readonly name: pulumi.Output<string>;
  declare readonly minimumRetriggerTime: pulumi.Output<number>;
  declare readonly geofeatures: pulumi.Output<pulumi.Unwrap<GeofeatureArgs>[]>;
  declare readonly triggerOnExit: pulumi.Output<boolean>;
  declare readonly customData: pulumi.Output<Record<string, string> | undefined>;
  declare readonly conditions: pulumi.Output<pulumi.Unwrap<ConditionArgs>[] | undefined>;
  declare readonly tags: pulumi.Output<string[] | undefined>;
  declare readonly actions: pulumi.Output<pulumi.Unwrap<ActionArgs>[] | undefined>;
  declare readonly destinationId: pulumi.Output<string | undefined>;
  declare readonly extraFields: pulumi.Output<Record<string, unknown> | undefined>;
  /** The zone's id in the API; the same as `id`. */
  declare readonly zoneId: pulumi.Output<string>;
  /** Geofeature name → its id, which analytics, webhooks and phones call the fence id. */
  declare readonly fenceIds: pulumi.Output<Record<string, string>>;

  /** Declares a zone, which `pulumi up` makes and keeps as declared. */
  constructor(name: string, args: ZoneArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: ZoneArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    super(
      kind,
      name,
      args === undefined ? {} : declared(name, args, opts),
      afterDestinations([args?.destinationId], opts),
    );
    if (args !== undefined) currentProgram()?.zone(this, name, args);
  }

  /**
   * Looks up a zone that something else manages; one that does not exist is an error.
   *
   * @param name what it is called in this program
   * @param id the zone's id
   * @throws an error in the preview already, where there is none of that id in the account and region
   * @example
   * const cafe = bluedot.Zone.get("cafe", "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Zone {
    return new Zone(name, undefined, { ...opts, id });
  }
}

function declared(
  name: string,
  args: ZoneArgs,
  { import: imported }: pulumi.CustomResourceOptions = {},
): ZoneArgs {
  const given = withDeclaredDefaults(kind, name, args, { name });
  currentProgram()?.declare({
    name,
    subject: `Zone "${name}"`,
    args,
    ...(imported !== undefined && { imported }),
  });
  return given;
}
