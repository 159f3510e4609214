import { expect } from "chai";

import { programOf } from "../../../../cli/adopt/program";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const location = { latitude: -37.8, longitude: 145 };
const projects = [{ _id: projectId, name: "coffee", nextRuleUpdateInterval: 86_400 }];

/** The paths of the data files for an account of so many zones and beacons. */
function dataOf(count: number, most?: number): string[] {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const zones = numbers.map((at) => ({
    _id: `z${at}`,
    name: `zone ${at}`,
    projectId,
    minimumRetriggerTime: 60,
    geofeatures: [{ type: "circle", name: "fence", center: location, radius: 50 }],
  }));
  const beacons = numbers.map((at) => ({
    _id: `b${at}`,
    name: `till ${at}`,
    beaconType: "Android",
    location,
    macAddress: "00-14-22-01-23-45",
    txPower: -50,
  }));
  const account = { projects, zones, beacons, destinations: [], users: [], unread: [] };
  const { counts, files } = programOf(account, { version: "0.0.0", ...(most !== undefined && { most }) });
  expect(counts).to.deep.include.members([
    ["zone", count],
    ["beacon", count],
  ]);
  return files.flatMap(({ path, data }) => (data === true && path.endsWith(".json") ? [path] : []));
}

describe("resources of an adopted account", () => {
  for (const [most, given] of [
    [200, undefined],
    [3, 3],
  ] as const) {
    it(`are literals up to ${most} of a kind in a file, and data above`, () => {
      expect(dataOf(most, given)).to.deep.equal([]);
      expect(dataOf(most + 1, given)).to.deep.equal(["projects/coffee.zones.json", "beacons.data.json"]);
    });
  }
});
