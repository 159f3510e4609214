import { expect } from "chai";
import fc from "fast-check";
import { z } from "zod";

import { geojsonOf } from "../../../map/geojson";
import { modelOf } from "../../../map/model-of";
import { metresBetween } from "../../../geometry/point";
import { seed } from "../../seed";
import { anyPlan, circle, everyChange, planOf, polygon, versions } from "./sources";

const position = z.tuple([z.number(), z.number().min(-90).max(90)]);
const collection = z.strictObject({
  type: z.literal("FeatureCollection"),
  generator: z.literal("pulumi-bluedot map"),
  features: z.array(
    z.strictObject({
      type: z.literal("Feature"),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      geometry: z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("Point"), coordinates: position }),
        z.strictObject({ type: z.literal("LineString"), coordinates: z.array(position).min(2) }),
        z.strictObject({ type: z.literal("Polygon"), coordinates: z.tuple([z.array(position).min(4)]) }),
      ]),
    }),
  ),
});

const featuresOf = (...[source, options]: Parameters<typeof modelOf>) =>
  collection.parse(JSON.parse(geojsonOf(modelOf(source, options)))).features;

describe("a map as GeoJSON", () => {
  it("has a feature for each geofeature of each version", () => {
    const found = featuresOf(everyChange()).map(({ properties }) => [
      properties["label"],
      properties["version"],
    ]);
    expect(found).to.deep.equal([
      ["new", "after"],
      ['stores["moved"]', "before"],
      ['stores["moved"]', "after"],
      ["patient", "after"],
      ["gone", "before"],
      ["drifted", "before"],
      ["drifted", "after"],
      ["quiet", "after"],
    ]);
  });

  it("tells versions apart by their outline too", () => {
    const dashes = featuresOf(everyChange()).map(({ properties }) => properties["stroke-dasharray"]);
    expect(dashes).to.deep.equal([undefined, "6 4", undefined, undefined, "6 4", "1 3", "6 4", undefined]);
  });

  it("draws a circle as 64 vertices and keeps its radius", () => {
    const [feature] = featuresOf(planOf([versions("same", undefined, [circle(0, 0, 40)])]));
    expect(feature?.properties["radius"]).to.equal(40);
    const ring = feature?.geometry.type === "Polygon" ? feature.geometry.coordinates[0] : [];
    expect(ring).to.have.length(65);
    for (const [longitude, latitude] of ring)
      expect(metresBetween(circle(0, 0, 40).center, { latitude, longitude })).to.be.closeTo(40, 0.02);
  });

  it("has points and a track", () => {
    const at = (longitude: number) => ({ latitude: 1, longitude });
    const features = featuresOf(planOf([]), {
      points: [{ name: "shop", point: at(2) }],
      track: [
        [at(3), at(4)],
        [
          { latitude: -37.1234567, longitude: 179.9 },
          { latitude: -37, longitude: -179.9 },
        ],
      ],
    });
    expect(features.map(({ properties, geometry }) => [properties, geometry])).to.deep.equal([
      [
        { kind: "point", name: "shop" },
        { type: "Point", coordinates: [2, 1] },
      ],
      [
        { kind: "track" },
        {
          type: "LineString",
          coordinates: [
            [3, 1],
            [4, 1],
          ],
        },
      ],
      [
        { kind: "track" },
        {
          type: "LineString",
          coordinates: [
            [179.9, -37.1234567],
            [180.1, -37],
          ],
        },
      ],
    ]);
  });

  it("turns rings counter-clockwise", () => {
    const clockwise = polygon("yard", [0, 0], [0, 1], [1, 1], [1, 0]);
    const [feature] = featuresOf(planOf([versions("create", undefined, [clockwise])]));
    const ring = feature?.geometry.type === "Polygon" ? feature.geometry.coordinates[0] : [];
    expect(ring[1]?.[0]).to.be.above(ring[0]?.[0] ?? Infinity);
  });

  it("is valid, with closed rings that turn counter-clockwise, whatever the zones", () => {
    fc.assert(
      fc.property(anyPlan, (source) => {
        const text = geojsonOf(modelOf(source));
        expect(geojsonOf(modelOf({ ...source, zones: source.zones.toReversed() }))).to.equal(text);
        for (const { geometry } of collection.parse(JSON.parse(text)).features) {
          if (geometry.type !== "Polygon") continue;
          const [ring] = geometry.coordinates;
          expect(ring.at(-1)).to.deep.equal(ring[0]);
          expect(doubledArea(ring)).to.be.at.least(0);
        }
      }),
      { seed, numRuns: 50 },
    );
  });
});

function doubledArea(ring: readonly (readonly [number, number])[]): number {
  const [west = 0, south = 0] = ring[0] ?? [];
  return ring.slice(1).reduce((sum, [x, y], at) => {
    const [fromX, fromY] = ring[at] ?? [x, y];
    return sum + (fromX - west) * (y - south) - (x - west) * (fromY - south);
  }, 0);
}
