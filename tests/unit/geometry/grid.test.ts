import { expect } from "chai";

import { Grid } from "../../../geometry/grid";
import { metresBetween, type Point } from "../../../geometry/point";

const gridOf = (size: number, places: Point[]) => {
  const grid = new Grid<Point>(size);
  for (const place of places) grid.add(place, place);
  return grid;
};

describe("a grid of places", () => {
  // A lattice that is shifted against the cells, with the poles and the antimeridian by both of its names.
  const latitudes = [-90, -89.9, -60.3, -17.2, 0, 0.4, 37.7, 59.9, 84.6, 89.2, 90];
  const longitudes = [-180, -179.7, -90.2, -0.1, 0, 44.4, 179.5, 180];
  const places = latitudes.flatMap((latitude) => longitudes.map((longitude) => ({ latitude, longitude })));

  for (const size of [1, 5]) {
    it(`finds whatever is nearer than ${size}°, everywhere`, () => {
      for (const place of places) {
        for (const [north, east] of [
          [0.7, 0],
          [-0.7, 0],
          [0, 0.7],
          [0.5, -0.5],
          [-0.5, 0.5],
        ] as const) {
          const other = {
            latitude: Math.max(-90, Math.min(90, place.latitude + north * size)),
            longitude: wrapped(
              place.longitude + (east * size) / Math.max(1e-6, Math.cos((place.latitude * Math.PI) / 180)),
            ),
          };
          if (metresBetween(place, other) > 111_000 * size) continue;
          const found = [...gridOf(size, [other]).around(place)];
          expect(found, `${JSON.stringify(place)} ${JSON.stringify(other)}`).to.deep.equal([[other]]);
        }
      }
    });
  }

  it("does not find what is far", () => {
    const grid = gridOf(1, [{ latitude: 51.5, longitude: -0.1 }]);
    expect([...grid.around({ latitude: 48.8, longitude: 2.3 })]).to.deep.equal([]);
    expect([...grid.around({ latitude: -0.1, longitude: 51.5 })]).to.deep.equal([]);
  });

  it("gives each place once, at the pole too", () => {
    const pole = { latitude: 90, longitude: 10 };
    expect([...gridOf(1, [pole]).around({ latitude: 90, longitude: -170 })]).to.deep.equal([[pole]]);
  });
});

function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
