/** Guards the figures of docs/performance.md in small, as counts of work and ratios of times within one run. */
import { expect } from "chai";

import { groundOf, type Ground } from "../../../fences/ground";
import { overlappingPairs, pairsNearer } from "../../../fences/pairs";
import { judgeCovers } from "../../../fences/rules/covers";
import { sceneOf } from "../../../fences/rules/scene";
import { randomFrom } from "../../../emulator/random";
import { circle } from "./rules/zones";

/** Zones as dense whatever their number. */
function network(count: number) {
  const random = randomFrom(count);
  const side = Math.sqrt(count) / 10;
  return Array.from({ length: count }, (_, at) => {
    const { zone } = circle(`zone ${at}`, 0, 0);
    const center = { latitude: random() * side, longitude: random() * side };
    const geofeatures = [{ type: "circle", name: "door", center, radius: 500 + random() * 2_000 } as const];
    return { label: zone.name, zone: { ...zone, geofeatures } };
  });
}

function points(count: number, side: number) {
  const random = randomFrom(7);
  return {
    count,
    latitudes: Float64Array.from({ length: count }, () => random() * side),
    longitudes: Float64Array.from({ length: count }, () => random() * side),
    describe: (indexes: readonly number[]) => indexes.map(String),
  };
}

/** The least milliseconds of some runs, so that a busy minute of the machine does not count. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("the time of fence tests grows at most a little more than", function () {
  this.timeout(30_000);
  this.retries(2);

  it("the number of points", () => {
    const scene = sceneOf({ after: network(1_000) });
    const [few, many] = [points(5_000, 3), points(50_000, 3)];
    const judge = (table: typeof few) => timeOf(() => judgeCovers(scene, table, {}, "covers[0]"));
    judge(few);
    expect(judge(many) / judge(few)).to.be.below(15);
  });

  it("the number of zones, for overlaps and distances", () => {
    const [few, many] = [groundOf(network(500)), groundOf(network(5_000))];
    const find = (ground: Ground) => timeOf(() => [overlappingPairs(ground), pairsNearer(ground, 500)]);
    find(few);
    expect(find(many) / find(few)).to.be.below(18);
  });
});
