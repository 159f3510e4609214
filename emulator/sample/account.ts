/** A whole account made up, the same for the same seed: every kind of everything, well named and awkwardly. */
import { z } from "zod";

import type { Seed } from "../admin-api";
import { understood } from "../errors";
import { sampleBeacon } from "./beacon";
import { sampleDestination } from "./destination";
import { Dice } from "./dice";
import { sampleProject } from "./project";
import { sampleUser } from "./user";
import { sampleZone } from "./zone";

/** The number of entities of each kind in a sample account, and its seed. */
export interface AccountSize {
  /** At least one where there are zones. @default 2 */
  readonly projects?: number | undefined;
  /** Spread evenly over the projects. @default 1000 */
  readonly zones?: number | undefined;
  /** Default: one for ten zones. */
  readonly destinations?: number | undefined;
  /** Default: one for fifty zones. Without any, no zone has a geofeature of type `beacon`. */
  readonly beacons?: number | undefined;
  /** @default 5 */
  readonly users?: number | undefined;
  /** The same seed, the same account; from 0. Two accounts in one emulator need different ones. @default 1 */
  readonly seed?: number | undefined;
}

const count = z.int().min(0).max(99_999);

export const accountSize = z
  .strictObject({
    projects: count.default(2),
    zones: count.default(1000),
    destinations: count.optional(),
    beacons: count.optional(),
    users: count.default(5),
    seed: count.default(1),
  })
  .refine(({ projects, zones }) => projects > 0 || zones === 0, {
    path: ["projects"],
    message: "must be at least 1 where there are zones",
  });

/** The seed of an emulator for an account of this size. */
export function sampleAccount(size: AccountSize) {
  const { seed, ...counts } = understood(accountSize, size, "The size of the account is not valid.");
  const { destinations: stores = Math.ceil(counts.zones / 10) } = counts;
  const { beacons: transmitters = Math.ceil(counts.zones / 50) } = counts;
  const dice = new Dice(seed);
  // Unique values of an account are counted from here.
  const first = seed * 100_000 + 1;

  const projects = times(counts.projects, (index) => sampleProject(index, dice));
  const projectIds = projects.map(({ _id = "" }) => _id);
  const projectOf = (index: number, of: number) => projectIds[Math.floor((index * projectIds.length) / of)];
  const destinations = times(stores, (index) =>
    sampleDestination(index, first + index, projectOf(index, stores), dice),
  );
  const proximityUUID = dice.uuid();
  const beacons = times(transmitters, (index) => sampleBeacon(index, proximityUUID, dice));
  const zones = times(counts.zones, (index) => {
    const projectId = projectOf(index, counts.zones) ?? "";
    return sampleZone(index, { projectId, destinations, beacons }, dice);
  });
  const users = times(counts.users, (index) => sampleUser(index, first + index, projectIds, dice));
  return { projects, destinations, beacons, zones, users } satisfies Required<Seed>;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
