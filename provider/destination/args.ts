import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";
import type { PointArgs } from "../point";

/** The arguments of a Destination. */
export interface DestinationArgs extends ExtraFields {
  /**
   * Your own id of the store, unique in the account; zones name it as theirs. It cannot be changed: a change makes a
   * new destination and deletes this one.
   */
  destinationId: Input<string>;
  /**
   * The name in the console.
   *
   * @default the resource's name in the program
   */
  name?: Input<string>;
  /**
   * The store's postal address, in one line.
   *
   * @default none
   */
  address?: Input<string>;
  /**
   * The store's location.
   *
   * @default none
   */
  location?: Input<PointArgs>;
  /**
   * The e-mail address for messages about it.
   *
   * @default none
   */
  email?: Input<string>;
  /**
   * Passed on with its events: at most 20 pairs.
   *
   * @default none
   */
  customData?: Input<Record<string, Input<string>>>;
  /**
   * The Project it belongs to, by id.
   *
   * @default none
   */
  projectId?: Input<string>;
}
