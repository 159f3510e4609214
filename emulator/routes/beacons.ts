/** `/beacons`: what zones may use, made here or with a zone. */
import type { Hono } from "hono";
import { z } from "zod";

import { beaconFields, beaconKind, identityOf, type StoredBeacon } from "../entities/beacon";
import type { StoredZone, ZoneBody } from "../entities/zone";
import { collectionRoutes } from "./collection";
import { listOfAccount } from "./filters";
import type { Service } from "./service";

export function beaconRoutes(service: Service): Hono {
  return collectionRoutes("beacons", service, { listed: listOfAccount("beacons", service.store) });
}

/**
 * The beacons that a zone's geofeatures bring with them: those of an identity that is no beacon's yet. An
 * identity that the zone used before gets no new beacon: its beacon was deleted, or changed identity.
 */
export function newBeacons(
  { geofeatures }: ZoneBody,
  previous: StoredZone | undefined,
  { store, writing }: Service,
): StoredBeacon[] {
  const used = previous?.geofeatures.filter(({ type }) => type === "beacon").flatMap(identityOf) ?? [];
  const known = new Set(used.map(({ value }) => value));
  const made: StoredBeacon[] = [];
  for (const fence of geofeatures) {
    if (fence.type !== "beacon") continue;
    const values = identityOf(fence).map(({ value }) => value);
    if (values.some((value) => known.has(value) || store.of("beacons").isClaimed(value))) continue;
    values.forEach((value) => known.add(value));
    made.push(beaconKind.from(ofABeacon.parse(fence), undefined, writing));
  }
  return made;
}

/** A geofeature without what is the zone's own. */
const ofABeacon = z.object(beaconFields);
