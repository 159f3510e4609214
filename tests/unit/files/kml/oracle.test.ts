/** Geometry of random KML, as togeojson reads it. */
import { kml as toGeoJson } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { expect } from "chai";
import fc from "fast-check";

import type { DrawnShape } from "../../../../files/feature";
import type { Point } from "../../../../geometry/point";
import { seed } from "../../../seed";
import { placemark, read } from "./reading";

type Drawn = [kind: string, ...lists: number[][][]];
type Geometry = NonNullable<ReturnType<typeof toGeoJson>["features"][number]["geometry"]>;

const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true, noDefaultInfinity: true }).map((each) => each + 0);
const pair = fc.tuple(degrees(180), degrees(90));
const text = fc
  .array(fc.tuple(pair, fc.constantFrom("", ",0", ",12.5")), { minLength: 3, maxLength: 6 })
  .map((pairs) => pairs.map(([[x, y], altitude]) => `${x},${y}${altitude}`).join(" \n"));
const coordinates = (inside: string) => `<coordinates>\n ${inside} </coordinates>`;
const ring = pair.chain(([x, y]) =>
  text.map((inside) => `<LinearRing>${coordinates(`${x},${y} ${inside} ${x},${y}`)}</LinearRing>`),
);

const { geometry } = fc.letrec<{ geometry: string }>((tie) => ({
  geometry: fc.oneof(
    { maxDepth: 3 },
    pair.map(([x, y]) => `<Point>${coordinates(`${x},${y}`)}</Point>`),
    text.map((inside) => `<LineString><tessellate>1</tessellate>${coordinates(inside)}</LineString>`),
    ring,
    fc.array(ring, { minLength: 1, maxLength: 3 }).map(([outer = "", ...inner]) => {
      const holes = inner.map((each) => `<innerBoundaryIs>${each}</innerBoundaryIs>`).join("");
      return `<Polygon><outerBoundaryIs>${outer}</outerBoundaryIs>${holes}</Polygon>`;
    }),
    fc
      .array(tie("geometry"), { minLength: 1, maxLength: 3 })
      .map((parts) => `<MultiGeometry>${parts.join("\n")}</MultiGeometry>`),
  ),
}));

describe("the geometry of random KML", () => {
  it("is the one that togeojson reads", () => {
    fc.assert(
      fc.property(geometry, (inside) => {
        const { features, faults } = read(placemark(inside));
        expect(faults).to.deep.equal([]);
        expect(features.flatMap(({ shapes }) => shapes.map(drawn))).to.deep.equal(
          expected(placemark(inside)),
        );
      }),
      { seed, numRuns: 300 },
    );
  });
});

function drawn(shape: DrawnShape): Drawn {
  if (shape.kind === "point") return ["Point", pairs([shape.point])];
  if (shape.kind === "line") return ["LineString", pairs(shape.points)];
  return ["Polygon", ...[shape.outline, ...shape.holes].map((each) => closed(pairs(each)))];
}

function pairs(points: readonly Point[]): number[][] {
  return points.map(({ longitude, latitude }) => [longitude, latitude]);
}

function closed(ring: number[][]): number[][] {
  return [...ring, ...ring.slice(0, 1)];
}

function expected(kml: string): Drawn[] {
  const { features } = toGeoJson(new DOMParser().parseFromString(kml, "text/xml"));
  return features.flatMap((feature) => (feature.geometry === null ? [] : flat(feature.geometry)));
}

function flat(geometry: Geometry): Drawn[] {
  const pairsOf = (positions: readonly number[][]) => positions.map((position) => position.slice(0, 2));
  switch (geometry.type) {
    case "GeometryCollection":
      return geometry.geometries.flatMap(flat);
    case "Point":
      return [["Point", pairsOf([geometry.coordinates])]];
    case "LineString":
      return [["LineString", pairsOf(geometry.coordinates)]];
    case "Polygon":
      return [["Polygon", ...geometry.coordinates.map(pairsOf)]];
    default:
      throw new Error(geometry.type);
  }
}
