/** `fences`: a zone's geofeatures, with `|` between them and `;` between the parts of one. */
import { distance } from "fastest-levenshtein";

import type { BoundingBoxRow, GeofeatureRow, PointRow } from "../zone-row";
import type { Part } from "../table/part";
import { numberOf, pointOf, samePoint } from "./points";
import type { Report } from "../report";

const kinds = ["circle", "rectangle", "polygon", "geoline"] as const;
type Kind = (typeof kinds)[number];

const leastRadius = 5;

/** The Config API's words, and others that people use. */
const otherWords = new Map<string, Kind>([
  ["boundingbox", "rectangle"],
  ["box", "rectangle"],
  ["square", "rectangle"],
  ["polyline", "geoline"],
  ["line", "geoline"],
]);

/**
 * The geofeatures of one field. Their names count per kind (`Circle 1`, `Circle 2`, `Polygon 1`), so that one added at
 * the end leaves the others their names, and with them their fence ids.
 */
export function geofeaturesOf(part: Part, report: Report): GeofeatureRow[] {
  const counts = new Map<Kind, number>();
  return part.split("|").flatMap((fence) => {
    const [word, ...parts] = fence.split(";");
    const kind = word && kindOf(word, report);
    if (kind === undefined) return [];
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `${kind[0]?.toUpperCase()}${kind.slice(1)} ${count}`;
    return geofeatureOf(kind, name, fence, parts, report) ?? [];
  });
}

function kindOf(word: Part, report: Report): Kind | undefined {
  const text = word.text.toLowerCase();
  const kind = kinds.find((each) => each === text);
  if (kind !== undefined) return kind;
  if (word.blank) {
    report.fault(word, `a fence must begin with its kind: ${kinds.join(", ")}`);
    return undefined;
  }
  const guess = otherWords.get(text) ?? kinds.find((each) => distance(each, text) <= 2);
  const advice = guess === undefined ? `the kinds are ${kinds.join(", ")}` : `did you mean ${guess}?`;
  report.fault(word, `"${word.text}" is no kind of fence; ${advice}`);
  return undefined;
}

function geofeatureOf(
  kind: Kind,
  name: string,
  fence: Part,
  parts: readonly Part[],
  report: Report,
): GeofeatureRow | undefined {
  switch (kind) {
    case "circle":
      return circleOf(name, fence, parts, report);
    case "rectangle":
      return boundingBoxOf(name, fence, parts, report);
    case "polygon":
      return polygonOf(name, fence, parts, report);
    case "geoline":
      return geolineOf(name, fence, parts, report);
  }
}

function circleOf(
  name: string,
  fence: Part,
  parts: readonly Part[],
  report: Report,
): GeofeatureRow | undefined {
  const [first, second] = parts;
  if (!first || !second || parts.length > 2) {
    report.fault(fence, 'a circle is "circle;<radius in metres>;<latitude> <longitude>"');
    return undefined;
  }
  const radius = numberOf(first, "radius", report);
  const center = pointOf(second, report);
  if (radius !== undefined && radius < leastRadius) {
    report.fault(first, `radius ${first.text} m is below the least of ${leastRadius} m`);
    return undefined;
  }
  return radius === undefined || center === undefined ? undefined : { type: "circle", name, center, radius };
}

function boundingBoxOf(
  name: string,
  fence: Part,
  parts: readonly Part[],
  report: Report,
): BoundingBoxRow | undefined {
  const [first, second] = parts;
  if (!first || !second || parts.length > 2) {
    report.fault(
      fence,
      'a rectangle is "rectangle;<north-east latitude longitude>;<south-west latitude longitude>"',
    );
    return undefined;
  }
  const northEast = pointOf(first, report);
  const southWest = pointOf(second, report);
  if (northEast === undefined || southWest === undefined) return undefined;
  if (northEast.latitude === southWest.latitude || northEast.longitude === southWest.longitude) {
    report.fault(fence, "the corners of the rectangle are on one line, so that it has no area");
    return undefined;
  }
  const box = { type: "boundingBox", name, ...cornersOf(northEast, southWest) } as const;
  if (samePoint(box.northEast, northEast)) return box;
  report.warn(
    fence,
    `the corners of the rectangle are the wrong way round; taken as north-east ${shown(box.northEast)}, south-west ${shown(box.southWest)}`,
  );
  return box;
}

/** Opposite corners, put the right way round. The shorter way from west to east may cross the 180th meridian. */
function cornersOf(one: PointRow, other: PointRow): { northEast: PointRow; southWest: PointRow } {
  const [south, north] = inOrder(one.latitude, other.latitude);
  const [low, high] = inOrder(one.longitude, other.longitude);
  const [west, east] = high - low <= 180 ? [low, high] : [high, low];
  return { northEast: { latitude: north, longitude: east }, southWest: { latitude: south, longitude: west } };
}

function inOrder(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}

function shown({ latitude, longitude }: PointRow): string {
  return `${latitude} ${longitude}`;
}

function polygonOf(
  name: string,
  fence: Part,
  parts: readonly Part[],
  report: Report,
): GeofeatureRow | undefined {
  const points = pointsOf(parts, report);
  if (points === undefined) return undefined;
  const [first, last] = [points[0], points.at(-1)];
  const closed = points.length > 1 && first !== undefined && last !== undefined && samePoint(first, last);
  const vertices = closed ? points.slice(0, -1) : points;
  if (vertices.length < 3) {
    report.fault(fence, `the polygon has ${counted(vertices.length)}, but needs 3 or more`);
    return undefined;
  }
  return { type: "polygon", name, vertices };
}

function geolineOf(
  name: string,
  fence: Part,
  parts: readonly Part[],
  report: Report,
): GeofeatureRow | undefined {
  const vertices = pointsOf(parts, report);
  if (vertices === undefined) return undefined;
  if (vertices.length < 2) {
    report.fault(fence, `the geoline has ${counted(vertices.length)}, but needs 2 or more`);
    return undefined;
  }
  return { type: "geoline", name, vertices };
}

/** Points in order, without those that repeat the one before, as tables that were rounded have them. */
function pointsOf(parts: readonly Part[], report: Report): PointRow[] | undefined {
  const points = parts.map((part) => pointOf(part, report)).filter((point) => point !== undefined);
  if (points.length < parts.length) return undefined;
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || !samePoint(before, point);
  });
}

function counted(points: number): string {
  return points === 1 ? "1 point" : `${points} points`;
}
