/**
 * The judgements of polygons against others of another kind: Turf's `kinks` for outlines that meet themselves, and an
 * area that is measured on the plane that touches the earth in the middle of the polygon.
 */
import kinks from "@turf/kinks";
import { expect } from "chai";

import { sizeOf, smallRingArea } from "../../../geometry/area";
import { geodesicArea } from "../../../geometry/geodesic";
import { opened, samePlaceWithin, type Point } from "../../../geometry/point";
import { ringFaults } from "../../../geometry/ring";
import { areaAtLeast } from "../../../geometry/sphere";
import { randomPolygons, shoelace, type RandomPolygon } from "./random-polygons";

type Flat = readonly [x: number, y: number];

describe("of 5,000 random polygons", function () {
  this.timeout(20_000);
  const polygons = [...randomPolygons(5_000, 20_261_124)].map((polygon) => ({
    ...polygon,
    vertices: opened(polygon.vertices),
  }));

  it("those that meet themselves are the ones that Turf finds, or whose outline touches itself", () => {
    const disagreements: string[] = [];
    const tally = { meeting: 0, simple: 0, undecided: 0 };
    for (const polygon of polygons) {
      const expected = meetsItself(polygon);
      if (expected === undefined) {
        tally.undecided++;
        continue;
      }
      tally[expected ? "meeting" : "simple"]++;
      if (ringFaults(polygon.vertices).length > 0 !== expected) disagreements.push(polygon.recipe);
    }
    expect(disagreements).to.deep.equal([]);
    expect(tally.meeting).to.be.above(1_500);
    expect(tally.simple).to.be.above(1_500);
    expect(tally.undecided).to.be.below(100);
  });

  // The area inside an outline that crosses itself counts twice, not at all or against the rest.
  const simple = polygons.filter(({ vertices }) => ringFaults(vertices).length === 0);

  it("the too small and the large enough are those of the plane, outside 1 % around 70 m²", () => {
    const disagreements: string[] = [];
    const tally = { "too small": 0, "at the limit": 0, "large enough": 0 };
    for (const { vertices, recipe } of simple) {
      const expected = areaOnPlane(vertices);
      if (Math.abs(expected / 70 - 1) <= 0.01) {
        tally["at the limit"]++;
        continue;
      }
      const size = expected < 70 ? "too small" : "large enough";
      tally[size]++;
      if (sizeOf(smallRingArea(vertices) ?? Infinity) !== size)
        disagreements.push(`${recipe}: ${expected} m²`);
    }
    expect(disagreements).to.deep.equal([]);
    expect(tally["too small"]).to.be.above(500);
    expect(tally["at the limit"]).to.be.above(50);
    expect(tally["large enough"]).to.be.above(500);
  });

  it("none has another area than on the plane, by 1 % or 0.2 m²", () => {
    const disagreements = simple.filter(({ vertices }) => {
      const expected = areaOnPlane(vertices);
      return Math.abs(geodesicArea(vertices) - expected) > Math.max(0.2, 0.01 * expected);
    });
    expect(disagreements.map(({ recipe }) => recipe)).to.deep.equal([]);
  });

  it("none is smaller than what it was said to be at least, and few large ones need their exact area", () => {
    const measured = polygons.map(({ vertices, recipe, isPolar }) => ({
      recipe,
      isPolar,
      least: areaAtLeast(vertices),
      area: geodesicArea(vertices),
    }));
    // The exact area has roundings of its own.
    const wrong = measured.filter(({ least, area }) => least > area + 1e-3);
    expect(wrong.map(({ recipe }) => recipe)).to.deep.equal([]);
    const large = measured.filter(({ area, isPolar }) => area > 200 && !isPolar);
    expect(large.filter(({ least }) => least <= 140).length / large.length).to.be.below(0.05);
  });
});

/**
 * True if the outline meets itself; undefined if its clearance is near the limit of what counts as one place.
 *
 * Turf does not look at edges that follow each other, and finds that parallel edges never meet: it misses spikes and
 * edges traced twice. In all of those a vertex lies on an edge that is not its own, which is asked first.
 */
function meetsItself({
  vertices,
  isPolar,
}: Pick<RandomPolygon, "vertices" | "isPolar">): boolean | undefined {
  if (vertices.length < 3) return true;
  const outline = isPolar ? fromAbovePole(vertices) : onMap(vertices);
  const clearance = clearanceOf(outline);
  if (clearance <= samePlaceWithin / 2) return true;
  if (clearance <= samePlaceWithin * 2) return undefined;
  const [first = [0, 0]] = outline;
  const ring = [...outline, first].map(([x, y]) => [x, y]);
  return kinks({ type: "Polygon", coordinates: [ring] }).features.length > 0;
}

/** Degrees from the first vertex, east and north. */
function onMap(vertices: readonly Point[]): Flat[] {
  const [origin = { latitude: 0, longitude: 0 }] = vertices;
  return vertices.map(({ latitude, longitude }) => {
    const east = longitude - origin.longitude;
    return [east - 360 * Math.round(east / 360), latitude - origin.latitude];
  });
}

/** Degrees from the pole that is nearer, in the directions of two meridians. */
function fromAbovePole(vertices: readonly Point[]): Flat[] {
  return vertices.map(({ latitude, longitude }) => {
    const fromAxis = Math.cos((latitude * Math.PI) / 180);
    const east = (longitude * Math.PI) / 180;
    const away = (Math.asin(fromAxis) * 180) / Math.PI;
    return [away * Math.cos(east), away * Math.sin(east)];
  });
}

/** The least distance of a vertex from an edge that it is not an end of. */
function clearanceOf(outline: readonly Flat[]): number {
  let least = Infinity;
  for (const [at, [fromX, fromY]] of outline.entries()) {
    const next = (at + 1) % outline.length;
    const [toX, toY] = outline[next] ?? [fromX, fromY];
    const squared = (toX - fromX) ** 2 + (toY - fromY) ** 2;
    for (const [vertex, [x, y]] of outline.entries()) {
      if (vertex === at || vertex === next) continue;
      const along = squared === 0 ? 0 : ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / squared;
      const part = Math.max(0, Math.min(1, along));
      least = Math.min(least, Math.hypot(x - fromX - part * (toX - fromX), y - fromY - part * (toY - fromY)));
    }
  }
  return least;
}

function areaOnPlane(vertices: readonly Point[]): number {
  return shoelace(onTouchingPlane(vertices));
}

type Vector = readonly [number, number, number];

/**
 * Metres on the plane that touches the ellipsoid in the middle of the vertices, as seen from the middle of the earth: the
 * shortest way between two places is a straight line there, and areas of 100 km are right to 0.01 %.
 */
function onTouchingPlane(vertices: readonly Point[]): Flat[] {
  const vectors = vertices.map(onEllipsoid);
  const sum = vectors.reduce((a, b): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
  const middle: Vector = [sum[0] / vectors.length, sum[1] / vectors.length, sum[2] / vectors.length];
  const height = Math.hypot(...middle);
  const up: Vector = [middle[0] / height, middle[1] / height, middle[2] / height];
  const [x, y] = Math.abs(up[2]) > 0.9 ? across(up, [1, 0, 0]) : across(up, [0, 0, 1]);
  // Differences from the middle: the vectors themselves are too long for a millimetre.
  return vectors.map((vector) => {
    const away: Vector = [vector[0] - middle[0], vector[1] - middle[1], vector[2] - middle[2]];
    const scale = height / (height + dot(away, up));
    return [dot(away, x) * scale, dot(away, y) * scale];
  });
}

/** From the middle of the earth, in metres. */
function onEllipsoid({ latitude, longitude }: Point): Vector {
  const flattening = 1 / 298.257223563;
  const squared = flattening * (2 - flattening);
  const [sine, cosine] = [Math.sin((latitude * Math.PI) / 180), Math.cos((latitude * Math.PI) / 180)];
  const normal = 6_378_137 / Math.sqrt(1 - squared * sine * sine);
  const east = (longitude * Math.PI) / 180;
  return [normal * cosine * Math.cos(east), normal * cosine * Math.sin(east), normal * (1 - squared) * sine];
}

/** Two directions across `up` and each other. */
function across(up: Vector, aside: Vector): [Vector, Vector] {
  const x = cross(up, aside);
  const length = Math.hypot(...x);
  const unit: Vector = [x[0] / length, x[1] / length, x[2] / length];
  return [unit, cross(up, unit)];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
