/** Guards the growth in docs/performance.md: by counts of what is looked at, since times swing with the machine. */
import { expect } from "chai";

import { groundOf, type Ground } from "../../../fences/ground";
import { overlappingPairs, pairsNearer } from "../../../fences/pairs";
import { judgeCovers } from "../../../fences/rules/covers";
import { Tree } from "../../../fences/tree";
import { randomFrom } from "../../../emulator/random";
import type { Extent } from "../../../geometry/shape";
import { circle } from "./rules/zones";

/** Counts the fences that are looked at. */
class CountingTree extends Tree {
  looks = 0;

  override within(extent: Extent): number[] {
    const found = super.within(extent);
    this.looks += found.length;
    return found;
  }

  override some(longitude: number, latitude: number, accepts: (shape: number) => boolean): boolean {
    return super.some(longitude, latitude, (shape) => {
      this.looks += 1;
      return accepts(shape);
    });
  }
}

/** Zones as dense whatever their number. */
function network(count: number): { ground: Ground; tree: CountingTree; side: number } {
  const random = randomFrom(count);
  const side = Math.sqrt(count) / 50;
  const ground = groundOf(
    Array.from({ length: count }, (_, at) => {
      const { zone } = circle(`zone ${at}`, 0, 0);
      const center = { latitude: random() * side, longitude: random() * side };
      const geofeatures = [{ type: "circle", name: "door", center, radius: 500 + random() * 2_000 } as const];
      return { label: zone.name, zone: { ...zone, geofeatures } };
    }),
  );
  const tree = new CountingTree(ground.fences.map(({ shape }) => shape));
  return { ground: { ...ground, tree }, tree, side };
}

describe("the fences that are looked at grow as", () => {
  it("the number of points, whatever the number of zones", () => {
    const looks = [1_000, 10_000].map((zones) => {
      const { ground, tree, side } = network(zones);
      const random = randomFrom(7);
      const count = 2_000;
      const points = {
        count,
        latitudes: Float64Array.from({ length: count }, () => random() * side),
        longitudes: Float64Array.from({ length: count }, () => random() * side),
        describe: (indexes: readonly number[]) => indexes.map(String),
      };
      judgeCovers({ after: ground, hidden: [] }, points, { by: "zone *" }, "covers[0]");
      return tree.looks;
    });
    expect(looks[0]).to.be.above(1_000);
    expect((looks[1] ?? Infinity) / (looks[0] ?? 0)).to.be.below(1.5);
  });

  it("the number of zones, for overlaps and distances", () => {
    const looks = [1_000, 10_000].map((zones) => {
      const { ground, tree } = network(zones);
      overlappingPairs(ground);
      pairsNearer(ground, 500);
      return tree.looks;
    });
    expect(looks[0]).to.be.above(1_000);
    expect((looks[1] ?? Infinity) / (looks[0] ?? 0)).to.be.within(8, 11.5);
  });
});
