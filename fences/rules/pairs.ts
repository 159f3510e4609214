/** `overlaps` and `apart`: zones that must not overlap, or be near each other. */
import { labelOf } from "../fences";
import type { Ground } from "../ground";
import { overlappingPairs, pairsNearer, type FencePair } from "../pairs";
import { counted, metresText } from "../words";
import type { AllowedPair, ApartRule, OverlapRule } from "./rules";
import { hiddenFor, selected, type Scene } from "./scene";
import { changesOf, compared, listed, verdictOf, type KeyedFinding, type Verdict } from "./verdict";

export function judgeOverlaps(scene: Scene, { allow = [] }: OverlapRule, rule: string): Verdict {
  const findings = (ground: Ground) =>
    disallowed(ground, overlappingPairs(ground), allow).map((pair) => finding(ground, pair));
  const found = compared(findings(scene.after), scene.before && findings(scene.before));
  const pairs = (count: number, word = "") =>
    `${counted(count, "pair")} of zones ${word}${count === 1 ? "overlaps" : "overlap"}`;
  return verdictOf({
    rule,
    title: "no two zones overlap",
    found,
    message: `${pairs(found.count)}: ${listed(found)}`,
    changes: changesOf(
      found,
      (count) => pairs(count, "now "),
      (count) => pairs(count, "no longer "),
    ),
    hidden: hiddenFor(scene, undefined),
    moreHelps: false,
  });
}

export function judgeApart(scene: Scene, { metres, allow = [] }: ApartRule, rule: string): Verdict {
  const findings = (ground: Ground) =>
    disallowed(ground, pairsNearer(ground, metres), allow).map((pair) => finding(ground, pair));
  const found = compared(findings(scene.after), scene.before && findings(scene.before));
  const nearer = `nearer than ${metresText(metres)}`;
  const pairs = (count: number, word = "") =>
    `${counted(count, "pair")} of zones ${count === 1 ? "is" : "are"} ${word}${nearer}`;
  return verdictOf({
    rule,
    title: `no two zones are ${nearer} to each other`,
    found,
    message: `${pairs(found.count)} to each other: ${listed(found)}`,
    changes: changesOf(
      found,
      (count) => pairs(count, "now "),
      (count) => pairs(count, "no longer "),
    ),
    hidden: hiddenFor(scene, undefined),
    moreHelps: false,
  });
}

function disallowed(ground: Ground, pairs: readonly FencePair[], allow: readonly AllowedPair[]): FencePair[] {
  const allowed = allow.map(([one, other]) => [selected(ground, one), selected(ground, other)] as const);
  const isAllowed = (a: number, b: number) =>
    allowed.some(([one, other]) => (one[a] === 1 && other[b] === 1) || (one[b] === 1 && other[a] === 1));
  return pairs.filter(({ fences: [a, b] }) => !isAllowed(a.zone, b.zone));
}

function finding(ground: Ground, { fences: [a, b], metres }: FencePair): KeyedFinding {
  const zones = [labelOf(ground, a.zone), labelOf(ground, b.zone)];
  const name = zones.map((zone) => JSON.stringify(zone)).join(" and ");
  const how = metres < 0 ? `overlap by ${metresText(-metres)}` : `${metresText(metres)} apart`;
  return {
    key: JSON.stringify(zones.toSorted()),
    name,
    text: `${name} (${how})`,
    zones,
    metres,
  };
}
