import type { Input } from "@pulumi/pulumi";

import type { DestinationArgs } from "../destination/args";

/** The arguments of a DestinationSet. */
export interface DestinationSetArgs {
  /**
   * The destinations, each by a key of your own, which is its `destinationId` and its `name` unless it has
   * others. The `destinationId` identifies a destination: the same one under another key keeps its destination.
   */
  destinations: Input<Record<string, Input<DestinationOfSetArgs>>>;
  /**
   * Destinations that leave the set stay in the account, as with Pulumi's `retainOnDelete`: so they move from the set
   * to resources of their own, which import them. The deletion of the set itself deletes all its destinations.
   *
   * @default false: a destination that leaves the set is deleted in the set's own update.
   */
  retainOnRemove?: Input<boolean>;
}

/** One destination of a DestinationSet: the arguments of a Destination. */
export interface DestinationOfSetArgs extends Omit<DestinationArgs, "destinationId" | "name"> {
  /**
   * Your own id of the store, unique in the account; zones name it as theirs. It cannot be changed: a change
   * makes a new destination and deletes this one.
   *
   * @default the key
   */
  destinationId?: Input<string>;
  /**
   * The name in the console.
   *
   * @default the key
   */
  name?: Input<string>;
}
