/**
 * Insides and distances against others of another kind: geodesics of geographiclib, Turf's `booleanPointInPolygon`, and
 * outlines of thousands of points.
 */
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { expect } from "chai";
import { Geodesic } from "geographiclib-geodesic";

import { randomFrom } from "../../../emulator/random";
import { metresBetween } from "../../../geometry/between";
import { isInside } from "../../../geometry/inside";
import { metresTo } from "../../../geometry/near";
import type { PlainGeofeature } from "../../../geometry/plain-zone";
import { eastward, type Point } from "../../../geometry/point";
import { lineShape, onSheet, shapeOf, type Shape } from "../../../geometry/shape";
import { seed } from "../../seed";
import { randomBeside, randomBox, randomCircle, randomPlace, randomPolygon } from "./random-shapes";

describe("of 10,000 random places", function () {
  this.timeout(20_000);

  it("those in a circle are the ones that the geodesic finds, but for 1 cm at the edge", () => {
    const random = randomFrom(seed);
    const wrong: string[] = [];
    for (let at = 0; at < 10_000; at += 1) {
      const circle = randomCircle(random, randomPlace(random), at % 10 === 0 ? 200_000 : 5_000);
      const point = randomBeside(random, circle.center, circle.radius * 1.3);
      const metres = geodesic(circle.center, point) - circle.radius;
      if (Math.abs(metres) < 0.01) continue;
      if (isIn(circle, point) !== metres < 0) wrong.push(JSON.stringify({ circle, point, metres }));
    }
    expect(wrong).to.deep.equal([]);
  });

  it("those in a box or a polygon are the ones that Turf finds", () => {
    const random = randomFrom(seed);
    const wrong: string[] = [];
    let inside = 0;
    for (let at = 0; at < 10_000; at += 1) {
      const middle = randomPlace(random, 85);
      const size = 10 ** (1 + random() * 4);
      const area = at % 3 === 0 ? randomBox(random, middle, size) : randomPolygon(random, middle, size);
      const point = randomBeside(random, middle, size);
      const expected = isInByTurf(area, point);
      if (expected) inside += 1;
      if (isIn(area, point) === expected) continue;
      if (Math.abs(metres(area, point)) > 0.01) wrong.push(JSON.stringify({ area, point, expected }));
    }
    expect(wrong).to.deep.equal([]);
    expect(inside).to.be.within(2_000, 8_000);
  });

  it("none up to 5 km is nearer to or farther from an outline than the geodesic to it, by 1 cm", () => {
    const random = randomFrom(seed);
    const wrong: string[] = [];
    for (let at = 0; at < 500; at += 1) {
      const middle = randomPlace(random, 78);
      const polygon = randomPolygon(random, middle, 10 ** (1 + random() * 2.3));
      const point = randomBeside(random, middle, 3_000);
      const expected = nearestOnOutline(polygon.vertices, point);
      if (expected < 5_000 && Math.abs(Math.abs(metres(polygon, point)) - expected) > 0.01)
        wrong.push(JSON.stringify({ polygon, point, expected, got: metres(polygon, point) }));
    }
    expect(wrong).to.deep.equal([]);
  });
});

it("the nearer of two places is found far in the north, where meridians draw together", () => {
  const [place, east] = [
    { latitude: 70, longitude: 0 },
    { latitude: 70, longitude: 1 },
  ];
  const line = lineShape([away(place, Math.PI / 4, 3_000), east, away(place, (3 * Math.PI) / 4, 3_001)]);
  expect(metresTo(line, 0, 70)).to.be.closeTo(3_000, 0.01);
});

describe("of 1,000 random pairs of fences", function () {
  this.timeout(30_000);
  const random = randomFrom(seed);
  const pairs = Array.from({ length: 1_000 }, () => {
    const middle = randomPlace(random, 75);
    const [a, b] = [randomArea(middle), randomArea(randomBeside(random, middle, 300))];
    return { a, b, metres: metresBetween(shape(a), shape(b)), outlines: [outline(a), outline(b)] as const };
  });

  it("those overlap of which one's outline goes into the other", () => {
    const wrong = pairs.filter(({ a, b, metres: gap, outlines: [ofA, ofB] }) => {
      const deepest = Math.min(
        ...ofA.map((point) => metres(b, point)),
        ...ofB.map((point) => metres(a, point)),
      );
      // An overlap as narrow as the points are apart may lie between them.
      return deepest < -0.02 ? gap >= 0 : gap < 0 && !isInOther(a, b);
    });
    expect(wrong.map(({ a, b, metres: gap }) => JSON.stringify({ a, b, gap }))).to.deep.equal([]);
    const overlapping = pairs.filter(({ metres: gap }) => gap < 0).length;
    expect(overlapping).to.be.within(200, 800);
  });

  it("those that do not are as far apart as their outlines", () => {
    const wrong = pairs.filter(({ b, metres: gap, outlines: [ofA, ofB], a }) => {
      if (gap < 0) return false;
      const least = Math.min(
        ...ofA.map((point) => metres(b, point)),
        ...ofB.map((point) => metres(a, point)),
      );
      return gap > least + 0.01 || gap < least - 2;
    });
    expect(wrong.map(({ a, b, metres: gap }) => JSON.stringify({ a, b, gap }))).to.deep.equal([]);
  });

  it("none overlaps any more after it has moved as far as it says, in some direction", () => {
    const stuck = pairs.filter(({ a, b, metres: gap }) => {
      if (gap >= 0) return false;
      const ways = Array.from({ length: 720 }, (_, at) => (at * Math.PI) / 360);
      return !ways.some((way) => metresBetween(shape(moved(a, way, -gap * 1.002 + 0.3)), shape(b)) >= 0);
    });
    expect(stuck.map(({ a, b, metres: gap }) => JSON.stringify({ a, b, gap }))).to.deep.equal([]);
  });

  /** An overlap that the outlines' points do not show: one lies in the other, or in a corner between two points. */
  function isInOther(a: Area, b: Area): boolean {
    const deepest = Math.min(...outline(a, 0.02).map((point) => metres(b, point)));
    return deepest < 0 || Math.min(...outline(b, 0.02).map((point) => metres(a, point))) < 0;
  }

  function randomArea(middle: Point): Area {
    const kind = random();
    if (kind < 0.4) return randomCircle(random, middle, 150);
    return kind < 0.6 ? randomBox(random, middle, 300) : randomPolygon(random, middle, 200);
  }
});

type Area = Extract<PlainGeofeature, { type: "circle" | "boundingBox" | "polygon" }>;

function shape(geofeature: PlainGeofeature): Shape {
  const found = shapeOf(geofeature);
  if (found === undefined) throw new Error("no shape");
  return found;
}

function isIn(area: Area, { latitude, longitude }: Point): boolean {
  return isInside(shape(area), longitude, latitude);
}

function metres(area: Area, { latitude, longitude }: Point): number {
  return metresTo(shape(area), longitude, latitude);
}

function geodesic(a: Point, b: Point): number {
  return Geodesic.WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude).s12 ?? NaN;
}

function ringOf(area: Exclude<Area, { type: "circle" }>): readonly Point[] {
  if (area.type === "polygon") return area.vertices;
  const { southWest, northEast } = area;
  return [
    southWest,
    { latitude: southWest.latitude, longitude: northEast.longitude },
    northEast,
    { latitude: northEast.latitude, longitude: southWest.longitude },
  ];
}

/** On a map whose middle is the first vertex, since Turf knows no antimeridian. */
function isInByTurf(area: Exclude<Area, { type: "circle" }>, point: Point): boolean {
  const ring = ringOf(area);
  const [first = point] = ring;
  const flat = ({ latitude, longitude }: Point) => [eastward(first.longitude, longitude), latitude];
  const coordinates = [[...ring, first].map(flat)];
  return booleanPointInPolygon(flat(point), { type: "Polygon", coordinates });
}

/** By a search for the least geodesic along each edge. */
function nearestOnOutline(ring: readonly Point[], point: Point): number {
  const distances = ring.map((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from;
    let [low, high] = [0, 1];
    for (let round = 0; round < 40; round += 1) {
      const [first, second] = [low + (high - low) * 0.382, low + (high - low) * 0.618];
      if (geodesic(point, between(from, to, first)) < geodesic(point, between(from, to, second)))
        high = second;
      else low = first;
    }
    return geodesic(point, between(from, to, low));
  });
  return Math.min(...distances);
}

function between(from: Point, to: Point, part: number): Point {
  const longitude = from.longitude + part * eastward(from.longitude, to.longitude);
  return {
    latitude: from.latitude + part * (to.latitude - from.latitude),
    longitude: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
  };
}

/** Points on an outline, not farther apart than so many metres. */
function outline(area: Area, apart = 2): Point[] {
  if (area.type === "circle") {
    const { center, radius } = area;
    const length = Math.ceil((2 * Math.PI * radius) / apart);
    return Array.from({ length }, (_, at) => away(center, (2 * at * Math.PI) / length, radius));
  }
  const ring = ringOf(area);
  return ring.flatMap((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from;
    const count = Math.ceil(geodesic(from, to) / apart);
    return Array.from({ length: count }, (_, step) => between(from, to, step / count));
  });
}

function away({ latitude, longitude }: Point, way: number, distance: number): Point {
  const { lat2 = NaN, lon2 = NaN } = Geodesic.WGS84.Direct(
    latitude,
    longitude,
    (way * 180) / Math.PI,
    distance,
  );
  return { latitude: lat2, longitude: lon2 };
}

function moved(area: Area, way: number, distance: number): Area {
  switch (area.type) {
    case "circle":
      return { ...area, center: away(area.center, way, distance) };
    case "polygon":
      return { ...area, vertices: area.vertices.map((vertex) => away(vertex, way, distance)) };
    case "boundingBox":
      return {
        ...area,
        southWest: away(area.southWest, way, distance),
        northEast: away(area.northEast, way, distance),
      };
  }
}

it("a longitude on the sheet of a shape is that longitude, turned around the earth", () => {
  expect(onSheet({ west: 179, east: 181, south: 0, north: 1 }, -179.5)).to.equal(180.5);
});
