/** `walks`: a recorded track, and the triggers that it must give. */
import type { Ground, LabelledZone } from "../ground";
import type { Reading } from "../reading/point-table";
import type { Fix } from "../track/fix";
import { isTimeZone } from "../track/time";
import { differencesOf } from "../walk/compare";
import { differenceLine } from "../walk/difference-line";
import type { WalkEvent } from "../walk/event";
import { expectedTrigger, outcomesOf, type ExpectedTrigger, type Outcome } from "../walk/expect";
import { labelMeant } from "../walk/labels";
import type { WalkOptions } from "../walk/options";
import { EventLines } from "../walk/sentence";
import { walk } from "../walk/walk";
import { firstOf } from "../words";
import type { WalkRule } from "./rules";
import { hiddenFor, hiddenMeant, type Scene } from "./scene";
import { keyIn, matching, nothingMatches } from "./selector";
import { compared, verdictOf, type KeyedFinding, type Verdict } from "./verdict";

/** Judges a walk of a rules file. */
export function judgeWalkRule(
  scene: Scene,
  { track, expect, zones, timeZone, dwell, assume }: WalkRule,
  reading: Reading,
  rule: string,
): Verdict {
  const faults: string[] = [];
  if (timeZone !== undefined && !isTimeZone(timeZone))
    faults.push(`${rule}: timeZone "${timeZone}" is no time zone, such as "Australia/Melbourne"`);
  const expected = expect.flatMap((text, at) => {
    const trigger = expectedTrigger(text);
    if (trigger === undefined)
      faults.push(
        `${rule}: expect[${at}] ${JSON.stringify(text)} must be a zone and a trigger, such as "cafe enter"`,
      );
    return trigger === undefined ? [] : [trigger];
  });
  const attempt = <Value>(work: () => Value): Value | undefined => {
    try {
      return work();
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  attempt(() => triggersOf(scene, expected, zones, rule));
  const fixes = attempt(() => reading.track(track, timeZone));
  if (faults.length > 0 || fixes === undefined) throw new Error(faults.join("\n"));
  const options = {
    ...assume,
    ...(timeZone !== undefined && { timeZone }),
    ...(dwell !== undefined && { dwell }),
  };
  return judgeWalk(scene, { name: track, fixes }, { expected, zones, options }, rule);
}

/** A track by the name that messages give it. */
export interface NamedTrack {
  readonly name: string;
  readonly fixes: readonly Fix[];
}

export interface WalkExpectation {
  readonly expected: readonly ExpectedTrigger[];
  /** A selector of the zones whose triggers count; all without one. */
  readonly zones?: string | undefined;
  readonly options: WalkOptions;
}

/** @throws an error with a line for each zone that is expected and is none, or does not count */
export function judgeWalk(
  scene: Scene,
  { name, fixes }: NamedTrack,
  { expected, zones, options }: WalkExpectation,
  rule: string,
): Verdict {
  const { after, before } = scene;
  const triggers = triggersOf(scene, expected, zones, rule);
  const eventsOn = (ground: Ground) =>
    eventsOf(walk(ground, fixes, dwellOn(ground, scene, options, rule)).events, ground.zones, zones);
  const events = eventsOn(after);
  const old = before && eventsOn(before);
  const lines = new EventLines([...events, ...(old ?? [])], options.timeZone);
  const findings = (all: typeof events) => deviations(outcomesOf(all, triggers), lines);
  const found = compared(findings(events), old && findings(old));
  const differences =
    before === undefined || old === undefined
      ? []
      : differencesOf({ zones: before.zones, events: old }, { zones: after.zones, events });
  const hiddenLabels = new Set(scene.hidden.map(({ label }) => label));
  return verdictOf({
    rule,
    title: `${name} triggers ${triggers.length === 0 ? "nothing" : titleOf(triggers)}${zones === undefined ? "" : ` of zone ${JSON.stringify(zones)}`}`,
    found,
    message: `the walk of ${name} is not as expected: ${firstOf(
      found.findings.map(({ text }) => text),
      found.count,
    )}`,
    changes: differences.map((each) => {
      const quoted = { ...each, zone: JSON.stringify(each.zone) };
      return `${name}: ${differenceLine(quoted, lines)}`;
    }),
    hidden: hiddenFor(scene, zones),
    // A hidden zone can give what is missing of it, and can add what nobody expects.
    moreHelps: found.count > 0 && triggers.some(([zone]) => hiddenLabels.has(zone)),
  });
}

function titleOf(triggers: readonly ExpectedTrigger[]): string {
  const texts = triggers.map(([zone, trigger]) => `${JSON.stringify(zone)} ${trigger}`);
  return firstOf(texts, texts.length);
}

/** The triggers with the labels of their zones. */
function triggersOf(
  scene: Scene,
  expected: readonly ExpectedTrigger[],
  zones: string | undefined,
  rule: string,
): ExpectedTrigger[] {
  const faults = new Set<string>();
  const counts = zones === undefined ? undefined : labelsOf(scene, zones);
  const triggers = expected.map(([zone, trigger]) => {
    const label = labelIn(scene, zone);
    if (label === undefined) faults.add(`${rule}: ${nothingMatches(zone, zonesOf(scene))}`);
    else if (counts?.has(label) === false)
      faults.add(
        `${rule}: expects ${JSON.stringify(zone)}, which is none of the zones ${JSON.stringify(zones)}`,
      );
    return [label ?? zone, trigger] as const;
  });
  if (faults.size > 0) throw new Error([...faults].join("\n"));
  return triggers;
}

/** Of any version. */
function labelsOf(scene: Scene, selector: string): Set<string> {
  const { after, before } = scene;
  const isMeant = matching(selector);
  return new Set([
    ...[...after.zones, ...(before?.zones ?? [])].filter(isMeant).map(({ label }) => label),
    ...hiddenMeant(scene, selector).map(({ label }) => label),
  ]);
}

/** The events of the zones that a selector selects; all without one. */
export function eventsOf(
  events: readonly WalkEvent[],
  zones: readonly LabelledZone[],
  selector: string | undefined,
): readonly WalkEvent[] {
  if (selector === undefined) return events;
  const labels = new Set(zones.filter(matching(selector)).map(({ label }) => label));
  return events.filter(({ zone }) => labels.has(zone));
}

function deviations(outcomes: readonly Outcome[], lines: EventLines): KeyedFinding[] {
  const counts = new Map<string, number>();
  return outcomes.flatMap(({ zone, trigger, outcome, event, instead }) => {
    if (outcome === "as expected") return [];
    const kind = `${outcome} ${zone} ${trigger}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const label = JSON.stringify(zone);
    const when = event ?? instead;
    const at = when?.time === undefined ? "" : ` at ${lines.when(when)}`;
    const reason = instead?.reason === undefined ? "" : `: ${instead.reason}`;
    const text =
      outcome === "missing"
        ? `${label} ${trigger} does not come${at}${reason}`
        : `${label} ${trigger} comes${at} and is not expected`;
    return [{ key: `${kind} ${count}`, name: `${label} ${trigger}`, text, zones: [zone] }];
  });
}

/** The label of a zone that a rule names, in any version. */
function labelIn({ after, before, hidden }: Scene, text: string): string | undefined {
  const label = labelMeant(text, after.zones) ?? labelMeant(text, before?.zones ?? []);
  return label ?? hidden.find((each) => each.label === text || keyIn(each.label) === text)?.label;
}

function zonesOf({ after, before }: Scene): LabelledZone[] {
  return [...after.zones, ...(before?.zones ?? [])];
}

/** The dwell times of the zones of one version. */
function dwellOn(
  { zones }: Ground,
  scene: Scene,
  { dwell = {}, ...options }: WalkOptions,
  rule: string,
): WalkOptions {
  const labels = new Set(zones.map(({ label }) => label));
  const pairs = Object.entries(dwell).map(([zone, seconds]) => {
    const label = labelIn(scene, zone);
    if (label === undefined) throw new Error(`${rule}: dwell: ${nothingMatches(zone, zonesOf(scene))}`);
    return [label, seconds] as const;
  });
  return { ...options, dwell: Object.fromEntries(pairs.filter(([label]) => labels.has(label))) };
}
