/** `covers`: each point of a file is in a zone. */
import { isInside } from "../../geometry/inside";
import { metresTo } from "../../geometry/near";
import { labelOf } from "../fences";
import { nearestFence, type Ground } from "../ground";
import type { PointTable } from "../reading/point-table";
import { Tree } from "../tree";
import { counted, firstOf, metresText, thousands } from "../words";
import type { CoverRule } from "./rules";
import { areasOf, hiddenFor, type Scene } from "./scene";
import { mostFindings, verdictOf, type Finding, type Verdict } from "./verdict";

type Options = Pick<CoverRule, "by" | "within">;

export function judgeCovers(scene: Scene, points: PointTable, options: Options, rule: string): Verdict {
  const { by, within = 0 } = options;
  const isBare = uncovered(scene.after, points, options);
  const wasBare = scene.before && uncovered(scene.before, points, options);
  const count = ones(isBare);
  const added = wasBare && countWhere(isBare, wasBare);
  const gone = wasBare && countWhere(wasBare, isBare);
  const findings = findingsOf(scene, points, options, firstBare(isBare, wasBare), wasBare);
  const ofFile = points.name === undefined ? "" : ` of ${points.name}`;
  const near = within > 0 ? `within ${metresText(within)} of` : "in";
  const kind = zoneWords(by);
  const are = count === 1 ? "is" : "are";
  const covered = added ? `; ${thousands(added)} of them ${added === 1 ? "was" : "were"} covered before` : "";
  return verdictOf({
    rule,
    title: `every point${ofFile} is ${near} a ${kind}`,
    found: { count, findings, ...(added !== undefined && { added }), ...(gone !== undefined && { gone }) },
    message:
      `${thousands(count)} of ${counted(points.count, "point")}${ofFile} ${are} ${near} no ${kind}: ` +
      `${firstOf(
        findings.map(({ text }) => text),
        count,
      )}${covered}`,
    changes: [
      ...(added ? [`${counted(added, "point")}${ofFile} ${added === 1 ? "loses" : "lose"} cover`] : []),
      ...(gone ? [`${counted(gone, "point")}${ofFile} ${gone === 1 ? "gains" : "gain"} cover`] : []),
    ],
    hidden: hiddenFor(scene, by),
    moreHelps: true,
  });
}

/** `zone`, `zone "store-*"`, `zone with the tag "store"` */
function zoneWords(by: string | undefined): string {
  if (by === undefined) return "zone";
  if (!by.startsWith("tag:")) return `zone ${JSON.stringify(by)}`;
  return `zone with the tag ${JSON.stringify(by.slice("tag:".length))}`;
}

/** 1 for each point that no zone covers. No object is made for a point: there may be a million. */
function uncovered(ground: Ground, points: PointTable, { by, within = 0 }: Options): Uint8Array {
  const accepts = areasOf(ground, by);
  const shapes = ground.fences.filter(accepts).map(({ shape }) => shape);
  const tree =
    shapes.length === ground.fences.length && within === 0 ? ground.tree : new Tree(shapes, within);
  const bare = new Uint8Array(points.count);
  const { latitudes, longitudes } = points;
  let [longitude, latitude] = [0, 0];
  const covers = (at: number): boolean => {
    const shape = shapes[at];
    if (shape === undefined) return false;
    return (
      isInside(shape, longitude, latitude) || (within > 0 && metresTo(shape, longitude, latitude) <= within)
    );
  };
  for (let index = 0; index < points.count; index += 1) {
    longitude = longitudes[index] ?? 0;
    latitude = latitudes[index] ?? 0;
    if (!tree.some(longitude, latitude, covers)) bare[index] = 1;
  }
  return bare;
}

/** The first of them, those that were covered before in front. */
function firstBare(isBare: Uint8Array, wasBare: Uint8Array | undefined): number[] {
  const [lost, others]: [number[], number[]] = [[], []];
  for (const [index, bare] of isBare.entries()) {
    if (bare === 0) continue;
    const list = wasBare?.[index] === 0 ? lost : others;
    if (list.length < mostFindings) list.push(index);
  }
  return [...lost, ...others].slice(0, mostFindings);
}

function findingsOf(
  { after }: Scene,
  points: PointTable,
  { by }: Options,
  indexes: readonly number[],
  wasBare: Uint8Array | undefined,
): Finding[] {
  if (indexes.length === 0) return [];
  const accepts = areasOf(after, by);
  const inOrder = indexes.toSorted((a, b) => a - b);
  const names = new Map(points.describe(inOrder).map((name, at) => [inOrder[at], name]));
  return indexes.map((index) => {
    const nearest = nearestFence(after, points.longitudes[index] ?? 0, points.latitudes[index] ?? 0, accepts);
    const label = nearest && labelOf(after, nearest.fence.zone);
    const nearestText =
      nearest === undefined ? "" : ` (nearest: ${JSON.stringify(label)}, ${metresText(nearest.metres)})`;
    return {
      text: `${names.get(index) ?? ""}${nearestText}`,
      zones: label === undefined ? [] : [label],
      ...(nearest !== undefined && { metres: nearest.metres }),
      ...(wasBare !== undefined && { isNew: wasBare[index] === 0 }),
    };
  });
}

function ones(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

/** How many are set in the first and not in the second. */
function countWhere(set: Uint8Array, unset: Uint8Array): number {
  return set.reduce((sum, flag, at) => sum + (flag === 1 && unset[at] === 0 ? 1 : 0), 0);
}
