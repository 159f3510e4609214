import { expect } from "chai";

import { randomFrom } from "../../../emulator/random";
import { Tree } from "../../../fences/tree";
import { isInside } from "../../../geometry/inside";
import { metresTo } from "../../../geometry/near";
import { circleShape, polygonShape, type Shape } from "../../../geometry/shape";
import { seed } from "../../seed";
import { randomBeside, randomCircle, randomPlace, randomPolygon } from "../geometry/random-shapes";

describe("a tree of fences", () => {
  const random = randomFrom(seed);
  const middles = Array.from({ length: 60 }, () => randomPlace(random, 89));
  const shapes: Shape[] = middles.flatMap((middle) => {
    const { center, radius } = randomCircle(random, randomBeside(random, middle, 20_000), 20_000);
    return [circleShape(center, radius), polygonShape(randomPolygon(random, middle, 10_000).vertices)];
  });
  const tree = new Tree(shapes);
  const places = middles.flatMap((middle) =>
    [...Array(10).keys()].map(() => randomBeside(random, middle, 15_000)),
  );

  it("misses none that a place is inside, also across the antimeridian and near a pole", () => {
    let found = 0;
    for (const { latitude, longitude } of places) {
      const inside = [...shapes.keys()].filter((at) => isIn(at, longitude, latitude));
      expect(tree.around(longitude, latitude).filter((at) => isIn(at, longitude, latitude))).to.deep.equal(
        inside,
      );
      expect(tree.some(longitude, latitude, (at) => isIn(at, longitude, latitude))).to.equal(
        inside.length > 0,
      );
      found += inside.length;
    }
    expect(found).to.be.above(100);
  });

  it("finds the nearest", () => {
    for (const { latitude, longitude } of places) {
      const least = Math.min(...shapes.map((shape) => metresTo(shape, longitude, latitude)));
      expect(tree.nearest(longitude, latitude)?.metres).to.equal(least);
    }
  });

  it("finds the nearest of those that are accepted", () => {
    expect(tree.nearest(0, 0, (at) => at === 7)?.shape).to.equal(7);
    expect(tree.nearest(0, 0, () => false)).to.equal(undefined);
  });

  it("without shapes finds nothing", () => {
    const empty = new Tree([]);
    expect(empty.around(0, 0)).to.deep.equal([]);
    expect(empty.some(0, 0, () => true)).to.equal(false);
    expect(empty.nearest(0, 0)).to.equal(undefined);
  });

  function isIn(at: number, longitude: number, latitude: number): boolean {
    const shape = shapes[at];
    return shape !== undefined && isInside(shape, longitude, latitude);
  }
});
