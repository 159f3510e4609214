/** The differences between the two versions of a zone, in phrases for a reader of the map. */
import { areaOf } from "../geometry/geofeature";
import type { PlainGeofeature, PlainZone } from "../geometry/plain-zone";
import type { ZoneVersions } from "../plan/zone-source";
import { shapeDifferences } from "./shape-differences";
import { matchGeofeatures } from "./match-geofeatures";
import { drifted, planned, type Wording } from "./wording";

/**
 * The differences of a zone: those of its geofeatures in their declared order, then those of the whole.
 *
 * @example
 * detailsOf(versions); // ["door: radius 40 → 60 m", "door: centre moved 37 m NE", "area +125 %"]
 */
export function detailsOf(versions: ZoneVersions): string[] {
  const { before, after, change } = versions;
  const wording = change === "drift" ? drifted : planned;
  const differences = before && after ? differencesOf(before, after, versions, wording) : [];
  return [...differences, ...driftOf(versions, differences.length > 0)];
}

function differencesOf(
  before: PlainZone,
  after: PlainZone,
  { settings }: ZoneVersions,
  wording: Wording,
): string[] {
  const { pairs, removed, added } = matchGeofeatures(before.geofeatures, after.geofeatures);
  const isNameShown = before.name === after.name || settings.some(({ property }) => property === "name");
  const shapes = [
    ...pairs.flatMap(([old, now]) => [
      ...(old.name === now.name ? [] : [wording.renamed(old.name, now.name)]),
      ...shapeDifferences(old, now, wording).map((each) => (now.name === "" ? each : `${now.name}: ${each}`)),
    ]),
    ...added.map((each) => wording.added(nounOf(each))),
    ...removed.map((each) => wording.removed(nounOf(each))),
    ...(isInOrder(pairs.map(([old]) => before.geofeatures.indexOf(old))) ? [] : [wording.order]),
  ];
  const area = shapes.length > 0 ? wording.area(areaOfAll(before), areaOfAll(after)) : undefined;
  return [
    ...(isNameShown ? [] : [wording.renamed(before.name, after.name)]),
    ...shapes,
    ...(area === undefined ? [] : [area]),
  ];
}

/** The change that somebody made elsewhere, where no phrase has said it yet. */
function driftOf({ change, isDrifted, before, settings }: ZoneVersions, isExplained: boolean): string[] {
  if (!isDrifted && change !== "drift") return [];
  if (before === undefined) return ["was deleted in the account; up creates it again"];
  switch (change) {
    case "delete":
      return ["was changed in the account; up deletes it all the same"];
    case "same":
      return ["was changed in the account to what is declared"];
    case "create":
    case "move":
    case "update":
      return ["was changed in the account too; up overwrites that"];
    case "drift":
      if (settings.length > 0) return ["settings differ in the account; up puts them back"];
      return isExplained ? [] : ["was changed in the account; up puts it back"];
  }
}

function nounOf({ type, name }: PlainGeofeature): string {
  return type === "beacon" ? `beacon "${name}", which has no place on a map,` : `geofeature "${name}"`;
}

function isInOrder(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

/** Where geofeatures overlap, their area counts twice. */
function areaOfAll({ geofeatures }: PlainZone): number {
  return geofeatures.reduce((sum, geofeature) => sum + areaOf(geofeature), 0);
}
