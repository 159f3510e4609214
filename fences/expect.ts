/** Assertions on fences, for any test runner. */
import { AssertionError } from "node:assert";

import { walkExpectations, type WalkExpectations } from "./expect-walk";
import { labelled } from "./fences";
import { pointOf, type FencePoint } from "./point-like";
import { tableOf } from "./reading/points-list";
import { judgeClearOf } from "./rules/clear-of";
import { judgeCovers } from "./rules/covers";
import { judgeApart, judgeOverlaps } from "./rules/pairs";
import { judgeContains, judgeMisses } from "./rules/points";
import type { AllowedPair } from "./rules/rules";
import { sceneOf, type Scene } from "./rules/scene";
import { matching, nothingMatches } from "./rules/selector";
import type { Verdict } from "./rules/verdict";
import type { Fix } from "./track/fix";
import type { WalkOptions } from "./walk/options";
import type { ZoneLike } from "./zone-like";

/** The expectations of fences. A selector is a zone's name, a name with `*` for any characters, or `tag:` and a tag. */
export interface FenceExpectations {
  /** A point is in the zone; of several zones that the selector selects, in one of them. */
  toContain(zone: string, point: FencePoint): this;
  /** A point is in none of the zones that the selector selects. */
  toMiss(zone: string, point: FencePoint): this;
  /**
   * Each point is in a zone.
   *
   * @param options `by`: a selector of the zones that count (default: all); `within`: metres that a point may be away
   * from a zone (default: 0)
   */
  toCover(
    points: Iterable<FencePoint>,
    options?: { readonly by?: string | undefined; readonly within?: number | undefined },
  ): this;
  /**
   * No two zones overlap. Fences that share a border do not, and a geoline overlaps nothing.
   *
   * @param options `allow`: pairs of selectors that may, such as `[["mall", "*"]]` (default: none)
   */
  notToOverlap(options?: { readonly allow?: readonly AllowedPair[] | undefined }): this;
  /**
   * No two zones are nearer to each other than so many metres, from edge to edge.
   *
   * @param options `allow`: pairs of selectors that may (default: none)
   */
  toBeApart(metres: number, options?: { readonly allow?: readonly AllowedPair[] | undefined }): this;
  /** No zone is nearer to a line, such as a motorway, than so many metres. */
  toBeClearOf(line: Iterable<FencePoint>, metres: number): this;
  /**
   * A walk along a track, by geometry: docs/walk.md lists what is assumed, each of it an option.
   *
   * @param track a GPX, GeoJSON, KML or CSV file, or what `readTrack` gives
   * @throws ZoneFileError with all faults of the file
   * @example
   * expectFences(zones).onWalk("monday.gpx").toTrigger([["cafe", "enter"], ["cafe", "exit"]]);
   */
  onWalk(track: string | readonly Fix[], options?: WalkOptions): WalkExpectations<this>;
}

/**
 * Asserts what fences do. Each expectation throws an `AssertionError` that lists all that fails of it. With a function
 * that states them all, one error lists all that fails of any.
 *
 * @param zones of a file (`readZones`), or the arguments of Zones, with all values known
 * @throws an error of another kind for a zone or a point that cannot be read, metres that are no number from 0, and where
 * there is nothing to judge: no zones, no points, an empty line
 * @example
 * expectFences(zones).toContain("cafe", [-37.8086, 144.965]);
 * expectFences(zones, (fences) => {
 *   fences.toContain("cafe", [-37.8086, 144.965]).toMiss("cafe", "-37.81, 144.97");
 *   fences.toCover(stores, { by: "tag:store" }).notToOverlap({ allow: [["mall", "*"]] }).toBeApart(500);
 * });
 */
export function expectFences(
  zones: Iterable<ZoneLike>,
  state?: (fences: FenceExpectations) => void,
): FenceExpectations {
  const scene = sceneOf({ after: labelled(zones) });
  if (scene.after.zones.length === 0) throw new Error(`there is no zone; ${nothingPasses}`);
  if (state === undefined) return expectations(scene, (failure) => fail([failure]));
  const failures: string[] = [];
  const all = expectations(scene, (failure) => failures.push(failure));
  state(all);
  if (failures.length > 0) fail(failures);
  return all;
}

function expectations(scene: Scene, report: (failure: string) => void): FenceExpectations {
  const judge = ({ outcome, message, rule }: Verdict) => {
    if (outcome !== "holds") report(`${rule}: ${message}`);
  };
  /** A mistyped name would let `toMiss` pass for ever. */
  const isThere = (rule: string, ...selectors: readonly string[]): boolean => {
    const { zones } = scene.after;
    const missing = selectors.filter((selector) => !zones.some(matching(selector)));
    for (const selector of missing) report(`${rule}: ${nothingMatches(selector, zones)}`);
    return missing.length === 0;
  };
  return {
    toContain(zone, point) {
      if (isThere("toContain", zone)) judge(judgeContains(scene, { zone, point }, "toContain"));
      return this;
    },
    toMiss(zone, point) {
      if (isThere("toMiss", zone)) judge(judgeMisses(scene, { zone, point }, "toMiss"));
      return this;
    },
    toCover(points, options = {}) {
      const table = tableOf(points);
      if (table.count === 0) throw new Error(`toCover: there are no points; ${nothingPasses}`);
      if (options.within !== undefined) checkMetres("toCover: within", options.within);
      if (isThere("toCover", ...(options.by === undefined ? [] : [options.by])))
        judge(judgeCovers(scene, table, options, "toCover"));
      return this;
    },
    notToOverlap(options = {}) {
      if (isThere("notToOverlap", ...(options.allow ?? []).flat()))
        judge(judgeOverlaps(scene, options, "notToOverlap"));
      return this;
    },
    toBeApart(metres, options = {}) {
      checkMetres("toBeApart", metres);
      if (isThere("toBeApart", ...(options.allow ?? []).flat()))
        judge(judgeApart(scene, { metres, ...options }, "toBeApart"));
      return this;
    },
    toBeClearOf(line, metres) {
      checkMetres("toBeClearOf", metres);
      const points = [...line].map(pointOf);
      if (points.length === 0) throw new Error(`toBeClearOf: the line has no points; ${nothingPasses}`);
      const lines = [{ name: "it", points }];
      judge(judgeClearOf(scene, lines, { what: "the line", metres }, "toBeClearOf"));
      return this;
    },
    onWalk(track, options = {}) {
      return walkExpectations(scene, track, options, judge, this);
    },
  };
}

const nothingPasses = "an expectation of nothing must not pass";

/** No comparison with NaN is true, so that nothing would be found. From JavaScript, it may be anything. */
function checkMetres(place: string, metres: unknown): void {
  if (typeof metres === "number" && Number.isFinite(metres) && metres >= 0) return;
  const given = typeof metres === "string" ? JSON.stringify(metres) : String(metres);
  throw new Error(`${place}: ${given} must be a number of metres from 0`);
}

function fail(failures: readonly string[]): never {
  throw new AssertionError({
    message: failures.join("\n"),
    operator: "expectFences",
    stackStartFn: expectFences,
  });
}
