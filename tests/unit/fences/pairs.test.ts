import { expect } from "chai";

import { fencesOf, type ZoneLike } from "../../../fences";
import { labelled } from "../../../fences/fences";
import { groundOf } from "../../../fences/ground";
import { overlappingPairs, pairsNearer } from "../../../fences/pairs";

const zones = (count: number, apart: number): ZoneLike[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `zone ${at}`,
    geofeatures: [
      { type: "circle", name: "door", center: { latitude: 0, longitude: at * apart }, radius: 100 },
    ],
  }));

describe("pairs of zones", () => {
  const ground = groundOf(labelled(zones(5, 0.01)));

  it("are those that are nearer than a distance, up to the most that are kept", () => {
    expect(pairsNearer(ground, 1_000_000, 10)).to.have.length(10);
    expect(pairsNearer(ground, 1_000, 4)).to.have.length(4);
    expect(overlappingPairs(ground)).to.have.length(0);
  });

  it("are refused where there are more, with the distance", () => {
    expect(() => pairsNearer(ground, 1_000_000, 9)).to.throw(
      "more than 9 pairs of zones are nearer than 1,000 km to each other; give a smaller distance",
    );
  });

  it("are at most a million", () => {
    expect(() => fencesOf(zones(1_450, 1e-5)).apart(5_000)).to.throw("more than 1,000,000 pairs");
  });
});
