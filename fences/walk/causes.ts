/** The differences between two versions of a zone that decide about its triggers, in phrases. */
import { isDeepStrictEqual } from "node:util";

import { exactMetres } from "../../geometry/local-metres";
import type { PlainGeofeature, PlainZone } from "../../geometry/plain-zone";
import { eastward, type Point } from "../../geometry/point";

/** `circle "door" moved 40 m`, `minimumRetriggerTime is 600 s, was 60 s`; none where nothing differs. */
export function causesOf(before: PlainZone | undefined, after: PlainZone | undefined): string[] {
  if (before === undefined) return after === undefined ? [] : ["the zone is new"];
  if (after === undefined) return ["the zone is gone"];
  return [...shapes(before, after), ...settings(before, after)];
}

function shapes(before: PlainZone, after: PlainZone): string[] {
  const old = new Map(before.geofeatures.map((each) => [each.name, each]));
  const now = new Map(after.geofeatures.map((each) => [each.name, each]));
  const gone = [...old].filter(([name]) => !now.has(name)).map(([, each]) => `${titleOf(each)} is gone`);
  const others = [...now].flatMap(([name, each]) => {
    const earlier = old.get(name);
    return earlier === undefined ? [`${titleOf(each)} is new`] : changeOf(earlier, each);
  });
  return [...gone, ...others];
}

function titleOf({ type, name }: PlainGeofeature): string {
  return `${type} "${name}"`;
}

function changeOf(before: PlainGeofeature, after: PlainGeofeature): string[] {
  const title = titleOf(after);
  if (before.type !== after.type) return [`${title} was a ${before.type}`];
  const phrases: string[] = [];
  const old = pointsOf(before);
  const now = pointsOf(after);
  if (!isDeepStrictEqual(old, now)) {
    const metres = shiftOf(old, now);
    phrases.push(
      metres === undefined ? `${title} has another outline` : `${title} moved ${roundOf(metres)} m`,
    );
  }
  if (before.type === "circle" && after.type === "circle" && before.radius !== after.radius)
    phrases.push(`the radius of ${title} is ${after.radius} m, was ${before.radius} m`);
  return phrases;
}

function pointsOf(geofeature: PlainGeofeature): Point[] {
  switch (geofeature.type) {
    case "circle":
      return [plain(geofeature.center)];
    case "boundingBox":
      return [plain(geofeature.southWest), plain(geofeature.northEast)];
    case "polygon":
    case "geoline":
      return geofeature.vertices.map(plain);
    case "beacon":
      return [];
  }
}

function plain({ latitude, longitude }: Point): Point {
  return { latitude, longitude };
}

/** The distance that all points moved together; undefined where they did not. */
function shiftOf(before: readonly Point[], after: readonly Point[]): number | undefined {
  if (before.length !== after.length) return undefined;
  const [from, to] = [before[0], after[0]];
  if (from === undefined || to === undefined) return undefined;
  const isOneShift = before.every((old, at) => {
    const now = after[at] ?? old;
    const east = eastward(old.longitude, now.longitude) - eastward(from.longitude, to.longitude);
    const north = now.latitude - old.latitude - (to.latitude - from.latitude);
    return Math.abs(east) < sameShift && Math.abs(north) < sameShift;
  });
  return isOneShift ? exactMetres(from.longitude, from.latitude, to.longitude, to.latitude) : undefined;
}

/** Degrees: about a metre. */
const sameShift = 1e-5;

function roundOf(metres: number): number {
  return metres < 10 ? Number(metres.toFixed(1)) : Math.round(metres);
}

function settings(before: PlainZone, after: PlainZone): string[] {
  const phrases: string[] = [];
  if (before.minimumRetriggerTime !== after.minimumRetriggerTime) {
    const [old, now] = [before, after].map(({ minimumRetriggerTime: seconds }) =>
      seconds === undefined ? "unknown" : `${seconds} s`,
    );
    phrases.push(`minimumRetriggerTime is ${now}, was ${old}`);
  }
  if ((before.triggerOnExit ?? false) !== (after.triggerOnExit ?? false))
    phrases.push(
      after.triggerOnExit === true ? "triggerOnExit is on, was off" : "triggerOnExit is off, was on",
    );
  if (!isDeepStrictEqual(before.conditions ?? [], after.conditions ?? []))
    phrases.push("its conditions differ");
  return phrases;
}
