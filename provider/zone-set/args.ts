import type { Input } from "@pulumi/pulumi";

import type { ZoneArgs } from "../zone/args";

/** The arguments of a ZoneSet. */
export interface ZoneSetArgs {
  /** The Project that all of them belong to, by id. A change replaces them by zones in the other project. */
  projectId: Input<string>;
  /**
   * The zones, each by a key of your own, which is its `name` unless it has another. A key that goes away is a zone
   * that is deleted (see `retainOnRemove`); one that is renamed keeps its zone if the zone's `name` stays as it is.
   */
  zones: Input<Record<string, Input<ZoneOfSetArgs>>>;
  /**
   * Push each change to phones at once, for all zones that do not say it themselves. An instruction, not
   * state. Bluedot advises against it for bulk changes.
   *
   * @default `bluedot:shouldSync`, else false
   */
  shouldSync?: Input<boolean>;
  /**
   * Zones that leave the set stay in the account, as with Pulumi's `retainOnDelete`: so they move from the set to
   * resources of their own, which adopt or import them. The deletion of the set itself deletes all its zones.
   *
   * @default false: a zone that leaves the set is deleted in the set's own update.
   */
  retainOnRemove?: Input<boolean>;
}

/** One zone of a ZoneSet: the arguments of a Zone except the project, which the set has for all. */
export interface ZoneOfSetArgs extends Omit<ZoneArgs, "projectId" | "name"> {
  /**
   * The name in the console.
   *
   * @default the key
   */
  name?: Input<string>;
}
