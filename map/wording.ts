/**
 * Differences between two versions of a zone in phrases. A plan changes the current version into the declared one; drift
 * is worded the other way round: what is in the account now, and what `up` puts back.
 */
import { compassPointBetween } from "../geometry/bearing";
import { exactMetres } from "../geometry/local-metres";
import type { Point } from "../geometry/point";
import { counted, grouped, metresText, percentText } from "./words";

/** Each function takes the current version first and the declared one second. */
export interface Wording {
  readonly number: (what: string, before: number, after: number, unit: string) => string;
  readonly text: (what: string, before: string, after: string) => string;
  /** `what` is `centre`, `north edge`, or nothing for the whole geofeature. */
  readonly moved: (what: string | undefined, before: Point, after: Point) => string;
  readonly vertices: (count: number, metres: number) => string;
  /** The ring is the same, and its vertices begin elsewhere or run the other way round. */
  readonly turned: string;
  readonly vertexCount: (what: string, before: number, after: number) => string;
  readonly kind: (before: string, after: string) => string;
  readonly added: (what: string) => string;
  readonly removed: (what: string) => string;
  readonly renamed: (before: string, after: string) => string;
  /** The geofeatures have another order, which a sequential `travelPath` follows. */
  readonly order: string;
  /** Undefined where the difference is not worth a phrase. */
  readonly area: (before: number, after: number) => string | undefined;
}

const notSet = "none";

export const planned: Wording = {
  number: (what, before, after, unit) => `${what} ${grouped(before)} → ${grouped(after)} ${unit}`,
  text: (what, before, after) => `${what} ${before || notSet} → ${after || notSet}`,
  moved: (what, before, after) => `${phrase(what, "moved")} ${wayText(before, after)}`,
  vertices: (count, metres) => `${counted(count, "vertex", "vertices")} moved, ${upTo(count, metres)}`,
  turned: "outline is the same, from another vertex or the other way round",
  vertexCount: (what, before, after) =>
    `${what} has ${counted(after, "vertex", "vertices")}, had ${grouped(before)}`,
  kind: (before, after) => `is a ${after} now, was a ${before}`,
  added: (what) => `${what} added`,
  removed: (what) => `${what} removed`,
  renamed: (before, after) => `"${before}" is called "${after}" now`,
  order: "geofeatures are in another order",
  area: (before, after) => {
    const percent = percentText(before, after);
    return percent === undefined ? undefined : `area ${percent}`;
  },
};

export const drifted: Wording = {
  number: (what, before, after, unit) =>
    `${what} is ${grouped(before)} ${unit} in the account; up sets ${grouped(after)} ${unit}`,
  text: (what, before, after) => `${what} is ${before || notSet} in the account; up sets ${after || notSet}`,
  moved: (what, before, after) =>
    `${phrase(what, "was moved")} ${wayText(after, before)} in the account; up moves it back`,
  vertices: (count, metres) =>
    `${counted(count, "vertex", "vertices")} ${count === 1 ? "was" : "were"} moved in the account, ` +
    `${upTo(count, metres)}; up moves ${count === 1 ? "it" : "them"} back`,
  turned: "outline is the same in the account, from another vertex or the other way round",
  vertexCount: (what, before, after) =>
    `${what} has ${counted(before, "vertex", "vertices")} in the account; up sets ${grouped(after)}`,
  kind: (before, after) => `is a ${before} in the account; up makes it a ${after}`,
  added: (what) => `${what} is missing in the account; up adds it`,
  removed: (what) => `${what} was added in the account; up removes it`,
  renamed: (before, after) => `"${after}" is called "${before}" in the account; up renames it`,
  order: "geofeatures are in another order in the account; up puts them back",
  area: (before, after) => {
    const percent = percentText(after, before);
    return percent === undefined ? undefined : `area is ${percent} in the account`;
  },
};

function phrase(what: string | undefined, verb: string): string {
  return what === undefined ? verb : `${what} ${verb}`;
}

/** Right to 4 mm. */
export function metresOf(from: Point, to: Point): number {
  return exactMetres(from.longitude, from.latitude, to.longitude, to.latitude);
}

/** `37 m NE` */
function wayText(from: Point, to: Point): string {
  return `${metresText(metresOf(from, to))} ${compassPointBetween(from, to)}`;
}

function upTo(count: number, metres: number): string {
  return count === 1 ? `by ${metresText(metres)}` : `up to ${metresText(metres)}`;
}
