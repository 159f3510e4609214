/** `covers`: each point of a file is in a zone. */
import { isInside } from "../../geometry/inside";
import { metresTo } from "../../geometry/near";
import { labelOf } from "../fences";
import { nearestFence, type Fence, type Ground } from "../ground";
import type { PointTable } from "../reading/point-table";
import { Tree } from "../tree";
import { counted, metresText, thousands } from "../words";
import type { CoverRule } from "./rules";
import { areasOf, hiddenFor, type Scene } from "./scene";
import {
  changesOf,
  listed,
  mostFindings,
  mostNames,
  verdictOf,
  type Finding,
  type Found,
  type Verdict,
} from "./verdict";

type Options = Pick<CoverRule, "by" | "within">;

export function judgeCovers(scene: Scene, points: PointTable, options: Options, rule: string): Verdict {
  const { by, within = 0 } = options;
  const isBare = uncovered(scene.after, points, options);
  const wasBare = scene.before && uncovered(scene.before, points, options);
  const found = foundOf(scene, points, options, isBare, wasBare);
  const { count, added } = found;
  const ofFile = points.name === undefined ? "" : ` of ${points.name}`;
  const near = within > 0 ? `within ${metresText(within)} of` : "in";
  const kind = zoneWords(by);
  const are = count === 1 ? "is" : "are";
  const lost = added?.count ?? 0;
  const covered =
    lost > 0 ? `; ${thousands(lost)} of them ${lost === 1 ? "was" : "were"} covered before` : "";
  const cover = (verb: string) => (of: number) =>
    `${counted(of, "point")}${ofFile} ${verb}${of === 1 ? "s" : ""} cover`;
  return verdictOf({
    rule,
    title: `every point${ofFile} is ${near} a ${kind}`,
    found,
    message:
      `${thousands(count)} of ${counted(points.count, "point")}${ofFile} ${are} ${near} no ${kind}: ` +
      `${listed(found)}${covered}`,
    changes: changesOf(found, cover("lose"), cover("gain")),
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

function foundOf(
  { after }: Scene,
  points: PointTable,
  { by }: Options,
  isBare: Uint8Array,
  wasBare: Uint8Array | undefined,
): Found {
  const count = ones(isBare);
  const lost = wasBare && firstOnlyIn(isBare, wasBare, mostFindings);
  const gained = wasBare && firstOnlyIn(wasBare, isBare, mostNames);
  const others = firstOnlyIn(isBare, wasBare && onlyIn(isBare, wasBare), mostFindings);
  // Those that were covered before are in front.
  const first = [...(lost ?? []), ...others].slice(0, mostFindings);
  const names = namesOf(points, [...first, ...(gained ?? [])]);
  const name = (index: number) => names.get(index) ?? "";
  const accepts = areasOf(after, by);
  const findings = first.map((index) => {
    const finding = findingOf(after, points, accepts, index, name(index));
    return wasBare === undefined ? finding : { ...finding, isNew: wasBare[index] === 0 };
  });
  if (wasBare === undefined || lost === undefined || gained === undefined) return { count, findings };
  return {
    count,
    findings,
    added: { count: ones(onlyIn(isBare, wasBare)), names: lost.slice(0, mostNames).map(name) },
    gone: { count: ones(onlyIn(wasBare, isBare)), names: gained.map(name) },
  };
}

/** The table may be a file, which is read once for all of them. */
function namesOf(points: PointTable, indexes: readonly number[]): Map<number, string> {
  if (indexes.length === 0) return new Map();
  const inOrder = indexes.toSorted((a, b) => a - b);
  return new Map(points.describe(inOrder).map((name, at) => [inOrder[at] ?? 0, name]));
}

function findingOf(
  ground: Ground,
  points: PointTable,
  accepts: (fence: Fence) => boolean,
  index: number,
  name: string,
): Finding {
  const [x, y] = [points.longitudes[index] ?? 0, points.latitudes[index] ?? 0];
  const nearest = nearestFence(ground, x, y, accepts);
  if (nearest === undefined) return { text: name, zones: [] };
  const { fence, metres } = nearest;
  const label = labelOf(ground, fence.zone);
  return {
    text: `${name} (nearest: ${JSON.stringify(label)}, ${metresText(metres)})`,
    zones: [label],
    metres,
  };
}

/** 1 where it is 1 in the first and not in the second. */
function onlyIn(set: Uint8Array, unset: Uint8Array): Uint8Array {
  return set.map((flag, at) => (flag === 1 && unset[at] === 0 ? 1 : 0));
}

/** The first indexes that are set in one and not in the other. */
function firstOnlyIn(set: Uint8Array, unset: Uint8Array | undefined, most: number): number[] {
  const indexes: number[] = [];
  for (let at = 0; at < set.length && indexes.length < most; at += 1)
    if (set[at] === 1 && unset?.[at] !== 1) indexes.push(at);
  return indexes;
}

function ones(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}
