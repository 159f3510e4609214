/** An account that is small, and yet has what is hardest to adopt. */
import { expect } from "chai";
import type { RunningEmulator } from "pulumi-bluedot/emulator";

import { awkwardNames } from "../../emulator/sample/names";

/** Puts the account into an emulator, and gives every header and key of its projects, which are its secrets. */
export function seedHardAccount(emulator: RunningEmulator): string[] {
  // So many destinations and beacons have every form of an id and every type.
  const account = emulator.seedAccount({ zones: 12, destinations: 8, beacons: 3 });
  expect(account.zones.filter((zone) => "laterField" in zone)).to.not.have.length(0);
  addAwkwardZones(emulator);
  return secretsOf(account.projects);
}

/** Adds a project with a zone for each name that is hard to write, of which so few zones have the first ones alone. */
function addAwkwardZones({ projects, zones }: RunningEmulator): void {
  const { _id: projectId } = projects.create({ name: "awkward", nextRuleUpdateInterval: 300 });
  const center = { latitude: -37.8, longitude: 144.9 };
  awkwardNames.forEach((name, at) => {
    // Of two that are equal in all, only one can be adopted.
    const geofeatures = [{ type: "circle", name: "door", center, radius: 40 + at }];
    zones.create({ name, projectId, minimumRetriggerTime: 60, geofeatures });
  });
}

function secretsOf(projects: readonly object[]): string[] {
  const text = JSON.stringify(projects);
  const keys = [...text.matchAll(/"(?:firebaseApiKey|(?:android|ios)(?:Api|Secret)Key)":"([^"]+)"/g)];
  const headers = [...text.matchAll(/"X-Api-Key":"([^"]+)"/gi)];
  return [...keys, ...headers].flatMap(([, secret]) => secret ?? []);
}
