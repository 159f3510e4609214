import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";
import type { PointArgs } from "../point";

/** What a Destination is declared with. */
export interface DestinationArgs extends ExtraFields {
  /**
   * Your own id of the store, unique in the account; zones name it as theirs. It cannot be changed: a change makes a
   * new destination and deletes this one.
   */
  destinationId: Input<string>;
  /** What it is called in the console. Default: the resource's name in the program. */
  name?: Input<string>;
  /** The store's postal address, in one line. Default: none. */
  address?: Input<string>;
  /** Where the store is. Default: none. */
  location?: Input<PointArgs>;
  /** Whom to write to about it. Default: none. */
  email?: Input<string>;
  /** Passed on with its events: at most 20 pairs. Default: none. */
  customData?: Input<Record<string, Input<string>>>;
  /** The Project it belongs to, by id. Default: none. */
  projectId?: Input<string>;
}
