import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";
import type { ActionArgs } from "./actions";
import type { ConditionArgs } from "./conditions";
import type { GeofeatureArgs } from "./geofeatures";

/** The arguments of a Zone. */
export interface ZoneArgs extends ExtraFields {
  /** The Project it belongs to, by id. A change makes a new zone in the other project and deletes this one. */
  projectId: Input<string>;
  /**
   * The name in the console.
   *
   * @default the resource's name in the program
   */
  name?: Input<string>;
  /** The least time between two triggers for one phone, in whole seconds: 60 to 3,599,940 (999 h 59 min). */
  minimumRetriggerTime: Input<number>;
  /** One or more. Their order has an effect only with a `travelPath` condition that is `sequential`. */
  geofeatures: Input<Input<GeofeatureArgs>[]>;
  /**
   * True if leaving the zone triggers too.
   *
   * @default false
   */
  triggerOnExit?: Input<boolean>;
  /**
   * Passed on to the phone and to webhooks with each trigger: at most 20 pairs.
   *
   * @default none
   */
  customData?: Input<Record<string, Input<string>>>;
  /**
   * All must hold before it triggers.
   *
   * @default none
   */
  conditions?: Input<Input<ConditionArgs>[]>;
  /**
   * Words to find it by; their order has no effect.
   *
   * @default none
   */
  tags?: Input<Input<string>[]>;
  /**
   * The actions of the phone when it triggers.
   *
   * @default none
   */
  actions?: Input<Input<ActionArgs>[]>;
  /**
   * The Destination (store) it leads to, by the `destinationId` of your own. An Output, `store.destinationId`
   * of a Destination or `stores.destinationIds[key]` of a DestinationSet, has the zone created after it. A
   * plain text does so where the program declares that destination before the zone.
   *
   * @default none
   */
  destinationId?: Input<string>;
  /**
   * Push each change to phones at once, in place of at their next rule update. An instruction, not state: no
   * drift comes of it, and a change of it alone takes effect with the next other change. Bluedot advises
   * against it for bulk changes.
   *
   * @default `bluedot:shouldSync`, else false
   */
  shouldSync?: Input<boolean>;
}
