/** The kinds of entity, by the names of their collections. */
import { beaconKind, type BeaconBody, type NewBeacon, type StoredBeacon } from "./beacon";
import {
  destinationKind,
  type DestinationBody,
  type NewDestination,
  type StoredDestination,
} from "./destination";
import type { Kind } from "./kind";
import { projectKind, type NewProject, type ProjectBody, type StoredProject } from "./project";
import { userKind, type NewUser, type StoredUser, type UserBody } from "./user";
import { zoneKind, type NewZone, type StoredZone, type ZoneBody } from "./zone";

/**
 * In the order in which they refer to each other: what is referred to first. The compiler demands all that each one
 * needs, wherever something is keyed by these names.
 */
export const collectionNames = ["projects", "destinations", "beacons", "zones", "users"] as const;

export type CollectionName = (typeof collectionNames)[number];

/** The stored entities of each collection. */
export interface Entities {
  projects: StoredProject;
  zones: StoredZone;
  destinations: StoredDestination;
  beacons: StoredBeacon;
  users: StoredUser;
}

/** The entities that a test may add to each, without the API. */
export interface News {
  projects: NewProject;
  zones: NewZone;
  destinations: NewDestination;
  beacons: NewBeacon;
  users: NewUser;
}

/** The bodies that the API accepts for each. */
export interface Bodies {
  projects: ProjectBody;
  zones: ZoneBody;
  destinations: DestinationBody;
  beacons: BeaconBody;
  users: UserBody;
}

export const kinds: { readonly [K in CollectionName]: Kind<Entities[K], News[K], Bodies[K]> } = {
  projects: projectKind,
  zones: zoneKind,
  destinations: destinationKind,
  beacons: beaconKind,
  users: userKind,
};
