/** Judges the rules of a file, one after the other. */
import type { Reading } from "../reading/point-table";
import type { LabelledZone } from "../ground";
import { judgeClearOf } from "./clear-of";
import { judgeCovers } from "./covers";
import { judgeApart, judgeOverlaps } from "./pairs";
import { judgeContains, judgeMisses } from "./points";
import { isEmpty, type FenceRules } from "./rules";
import { sceneOf, type Scene, type Versions } from "./scene";
import { isNamedBy, keyIn, matching, nothingMatches } from "./selector";
import type { Verdict } from "./verdict";
import { judgeWalkRule } from "./walks";

export interface JudgeOptions {
  readonly reading: Reading;
  /** The file of the rules, before each fault of one. */
  readonly name?: string | undefined;
}

/**
 * A verdict for each rule, in the order of their kinds.
 *
 * @throws an error with a line for each rule that names no zone and each fault of a file: then nothing is judged
 */
export function judgeRules(
  versions: Versions,
  rules: FenceRules,
  { reading, name }: JudgeOptions,
): Verdict[] {
  if (isEmpty(rules)) throw new Error("there is no rule; a check of nothing must not pass");
  if (versions.after.length + (versions.hidden?.length ?? 0) === 0)
    throw new Error("there is no zone; a check of nothing must not pass");
  const scene = sceneOf(versions);
  const steps = stepsOf(scene, rules, reading);
  const named = (fault: string) => (name === undefined ? fault : `${name}: ${fault}`);
  const faults = unmatched(versions, rules).map(named);
  const read = steps.flatMap((step) => {
    try {
      return [step()];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // The faults of a file that a rule names begin with that file.
      faults.push(...message.split("\n").map((line) => (/^walks\[\d+\]: /.test(line) ? named(line) : line)));
      return [];
    }
  });
  if (faults.length > 0) throw new Error([...new Set(faults)].join("\n"));
  return read;
}

function stepsOf(
  scene: Scene,
  { contains = [], misses = [], covers = [], overlaps, apart, clearOf = [], walks = [] }: FenceRules,
  reading: Reading,
): (() => Verdict)[] {
  return [
    ...contains.map((rule, at) => () => judgeContains(scene, rule, `contains[${at}]`)),
    ...misses.map((rule, at) => () => judgeMisses(scene, rule, `misses[${at}]`)),
    ...covers.map(
      (rule, at) => () => judgeCovers(scene, reading.points(rule.points, rule.name), rule, `covers[${at}]`),
    ),
    ...(overlaps === undefined ? [] : [() => judgeOverlaps(scene, overlaps, "overlaps")]),
    ...(apart === undefined ? [] : [() => judgeApart(scene, apart, "apart")]),
    ...clearOf.map(({ lines, ...rule }, at) => () => {
      const options = { ...rule, what: `a line of ${lines}` };
      return judgeClearOf(scene, reading.lines(lines), options, `clearOf[${at}]`);
    }),
    ...walks.map((rule, at) => () => judgeWalkRule(scene, rule, reading, `walks[${at}]`)),
  ];
}

/** A sentence for each selector that selects nothing, in any version: it is mistyped, and the rule would judge nothing. */
function unmatched({ after, before = [], hidden = [] }: Versions, rules: FenceRules): string[] {
  const zones = [...after, ...before];
  return selectorsOf(rules).flatMap(({ place, selector }) => {
    const isHidden = isNamedBy(selector);
    if (zones.some(matching(selector)) || hidden.some(({ label }) => isHidden(label))) return [];
    return [`${place}: ${nothingMatches(selector, zonesWithHidden(zones, hidden))}`];
  });
}

function zonesWithHidden(
  zones: readonly LabelledZone[],
  hidden: readonly { label: string }[],
): LabelledZone[] {
  return [...zones, ...hidden.map(({ label }) => ({ label, zone: { name: keyIn(label), geofeatures: [] } }))];
}

interface Placed {
  readonly place: string;
  readonly selector: string;
}

function selectorsOf({
  contains = [],
  misses = [],
  covers = [],
  overlaps,
  apart,
  clearOf = [],
  walks = [],
}: FenceRules): Placed[] {
  const optional = (place: string, selector: string | undefined): Placed[] =>
    selector === undefined ? [] : [{ place, selector }];
  const pairs = (place: string, allow: readonly (readonly [string, string])[] = []): Placed[] =>
    allow.flatMap((pair, at) =>
      pair.map((selector, side) => ({ place: `${place}.allow[${at}][${side}]`, selector })),
    );
  return [
    ...contains.map(({ zone }, at) => ({ place: `contains[${at}].zone`, selector: zone })),
    ...misses.map(({ zone }, at) => ({ place: `misses[${at}].zone`, selector: zone })),
    ...covers.flatMap(({ by }, at) => optional(`covers[${at}].by`, by)),
    ...pairs("overlaps", overlaps?.allow),
    ...pairs("apart", apart?.allow),
    ...clearOf.flatMap(({ zones }, at) => optional(`clearOf[${at}].zones`, zones)),
    ...walks.flatMap(({ zones }, at) => optional(`walks[${at}].zones`, zones)),
  ];
}
