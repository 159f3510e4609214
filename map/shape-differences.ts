/** The differences between two versions of a geofeature, in phrases without its name. */
import { onEarth } from "../geometry/bearing";
import type { PlainBox, PlainCircle, PlainGeofeature } from "../geometry/plain-zone";
import { eastward, isSamePlace, opened, type Point } from "../geometry/point";
import { metresOf, type Wording } from "./wording";

/** The current version first. None for two shapes that are equal to 0.1 mm. */
export function shapeDifferences(
  before: PlainGeofeature,
  after: PlainGeofeature,
  wording: Wording,
): string[] {
  const color =
    colorOf(before) === colorOf(after) ? [] : [wording.text("colour", colorOf(before), colorOf(after))];
  return [...placeDifferences(before, after, wording), ...color];
}

function placeDifferences(before: PlainGeofeature, after: PlainGeofeature, wording: Wording): string[] {
  if (before.type === "circle" && after.type === "circle") return circleDifferences(before, after, wording);
  if (before.type === "boundingBox" && after.type === "boundingBox")
    return boxDifferences(before, after, wording);
  if (before.type === "polygon" && after.type === "polygon")
    return vertexDifferences("outline", opened(before.vertices), opened(after.vertices), wording);
  if (before.type === "geoline" && after.type === "geoline")
    return vertexDifferences("line", before.vertices, after.vertices, wording);
  return before.type === after.type ? [] : [wording.kind(nouns[before.type], nouns[after.type])];
}

const nouns: Readonly<Record<PlainGeofeature["type"], string>> = {
  circle: "circle",
  boundingBox: "box",
  polygon: "polygon",
  geoline: "line",
  beacon: "beacon",
};

function colorOf(geofeature: PlainGeofeature): string {
  return "color" in geofeature ? (geofeature.color ?? "") : "";
}

function circleDifferences(before: PlainCircle, after: PlainCircle, wording: Wording): string[] {
  return [
    ...(before.radius === after.radius ? [] : [wording.number("radius", before.radius, after.radius, "m")]),
    ...(isSamePlace(before.center, after.center)
      ? []
      : [wording.moved("centre", before.center, after.center)]),
  ];
}

function boxDifferences(before: PlainBox, after: PlainBox, wording: Wording): string[] {
  const corners = [before.southWest, before.northEast];
  const whole = movedAsOne(corners, [after.southWest, after.northEast]);
  if (whole !== undefined) return [wording.moved(undefined, ...whole)];
  return edges.flatMap(([name, middle]) => {
    const [old, now] = [middle(before, before), middle(before, after)];
    return isSamePlace(old, now) ? [] : [wording.moved(name, old, now)];
  });
}

/** The middle of an edge of the second box, moved along the first box's other axis, so that only its own move counts. */
const edges: readonly (readonly [name: string, middle: (frame: PlainBox, box: PlainBox) => Point])[] = [
  ["north edge", (frame, box) => ({ ...frame.northEast, latitude: box.northEast.latitude })],
  ["east edge", (frame, box) => ({ ...frame.northEast, longitude: box.northEast.longitude })],
  ["south edge", (frame, box) => ({ ...frame.southWest, latitude: box.southWest.latitude })],
  ["west edge", (frame, box) => ({ ...frame.southWest, longitude: box.southWest.longitude })],
];

function vertexDifferences(
  what: string,
  before: readonly Point[],
  after: readonly Point[],
  wording: Wording,
): string[] {
  if (before.length !== after.length) return [wording.vertexCount(what, before.length, after.length)];
  if (what === "outline" && isSameRing(before, after))
    return isSameLine(before, after) ? [] : [wording.turned];
  const whole = movedAsOne(before, after);
  if (whole !== undefined) return [wording.moved(undefined, ...whole)];
  let count = 0;
  let farthest = 0;
  for (const [at, old] of before.entries()) {
    const now = after[at];
    if (now === undefined || isSamePlace(old, now)) continue;
    count += 1;
    farthest = Math.max(farthest, metresOf(old, now));
  }
  return count === 0 ? [] : [wording.vertices(count, farthest)];
}

/** True if the vertices follow each other alike, whichever is the first, and in either direction. */
function isSameRing(before: readonly Point[], after: readonly Point[]): boolean {
  const [first, ...others] = before;
  if (first === undefined) return true;
  const starts = after.flatMap((start, at) => (isSamePlace(first, start) ? [at] : []));
  // Outlines that touch themselves are few; a ring of one place alone would take a minute.
  return starts.slice(0, 3).some((at) => {
    const turned = [...after.slice(at + 1), ...after.slice(0, at)];
    return isSameLine(others, turned) || isSameLine(others, turned.reverse());
  });
}

function isSameLine(before: readonly Point[], after: readonly Point[]): boolean {
  return before.every((old, at) => {
    const now = after[at];
    return now !== undefined && isSamePlace(old, now);
  });
}

/** Two places on the way of a shape that moved as a whole; undefined if its vertices moved differently, or not at all. */
function movedAsOne(before: readonly Point[], after: readonly Point[]): [Point, Point] | undefined {
  const [from, to] = [before[0], after[0]];
  if (from === undefined || to === undefined || isSamePlace(from, to)) return undefined;
  const [north, east] = stepOf(from, to);
  const tolerance = 0.02 * Math.hypot(north, east);
  const isOne = before.every((old, at) => {
    const now = after[at];
    if (now === undefined) return false;
    const step = stepOf(old, now);
    return Math.hypot(step[0] - north, step[1] - east) <= tolerance;
  });
  return isOne ? [from, { ...to, longitude: onEarth(to.longitude) }] : undefined;
}

function stepOf(from: Point, to: Point): [north: number, east: number] {
  return [to.latitude - from.latitude, eastward(from.longitude, to.longitude)];
}
