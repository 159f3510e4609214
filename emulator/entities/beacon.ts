/** A beacon, in an account or in a zone, and what makes it the same one. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

import { complain } from "../errors";
import { addedFields } from "./additions";
import { id, point, text } from "./fields";
import type { Claim, Kind } from "./kind";

/** The fields of a beacon by itself. */
export const beaconFields = {
  name: text,
  beaconType: z.enum(["IOS", "Android", "Both"]),
  location: point,
  description: z.string().optional(),
  major: z.int().min(0).max(65_535).optional(),
  minor: z.int().min(0).max(65_535).optional(),
  proximityUUID: id.optional(),
  macAddress: text.optional(),
  txPower: z.int().min(-100).max(0).optional(),
  accountId: id.optional(),
};

/** The required fields of a platform. */
export function completeForPlatform(
  beacon: Readonly<Record<string, unknown>> & { readonly beaconType: string },
  context: z.RefinementCtx,
): void {
  const needed: string[] = [];
  if (beacon.beaconType !== "Android") needed.push("major", "minor", "proximityUUID");
  if (beacon.beaconType !== "IOS") needed.push("macAddress", "txPower");
  for (const field of needed)
    if (beacon[field] === undefined)
      complain(context, field, `is required when beaconType is ${beacon.beaconType}`);
}

/** The body of `POST /beacons` and `PUT /beacons/{beaconId}`. Other fields are kept as they were sent. */
const beaconBody = z
  .looseObject({ _id: z.string().optional(), ...beaconFields })
  .superRefine(completeForPlatform);

export type BeaconBody = z.output<typeof beaconBody>;

const storedBeacon = z.looseObject({
  _id: z.string(),
  name: z.string(),
  beaconType: z.string().optional(),
  location: point.optional(),
  description: z.string().optional(),
  major: z.number().optional(),
  minor: z.number().optional(),
  proximityUUID: z.string().optional(),
  macAddress: z.string().optional(),
  txPower: z.number().optional(),
  accountId: z.string().optional(),
});

/** A beacon as the emulator holds it. */
export type StoredBeacon = z.output<typeof storedBeacon>;

const newBeacon = z.looseObject({ ...storedBeacon.shape, _id: z.string().optional() });

/** A beacon to put into the emulator directly. */
export type NewBeacon = z.input<typeof newBeacon>;

export const beaconKind: Kind<StoredBeacon, NewBeacon, BeaconBody> = {
  noun: "Beacon",
  key: "_id",
  keyOf: ({ _id }) => _id,
  claimsOf: identityOf,
  body: beaconBody,
  stored: storedBeacon,
  given: newBeacon,
  from: (body, previous, writing) => ({
    _id: previous?._id ?? randomUUID(),
    ...body,
    ...addedFields(writing, previous, body.accountId),
  }),
  seed: (given, writing) => ({
    ...given,
    _id: given._id ?? randomUUID(),
    ...addedFields(writing, given, given.accountId),
  }),
  searched: ({ name, description = "" }) => `${name}\n${description}`,
};

/** An iPhone knows a beacon by three values together, an Android phone by its address, however that is written. */
export function identityOf(beacon: Readonly<Record<string, unknown>>): Claim[] {
  const { proximityUUID, major, minor, macAddress } = beacon;
  const claims: Claim[] = [];
  if (typeof proximityUUID === "string" && typeof major === "number" && typeof minor === "number")
    claims.push({
      field: "proximityUUID",
      with: "major and minor",
      value: `${proximityUUID.toLowerCase()} ${major} ${minor}`,
    });
  if (typeof macAddress === "string")
    claims.push({ field: "macAddress", value: macAddress.toLowerCase().replaceAll(/[^0-9a-z]/g, "") });
  return claims;
}
