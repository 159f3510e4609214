/** `walks`: a recorded track, and the triggers that it must give. */
import type { Ground } from "../ground";
import type { Fix } from "../track/fix";
import { isTimeZone } from "../track/time";
import { differencesOf } from "../walk/compare";
import { differenceLine } from "../walk/difference-line";
import { expectedTrigger, outcomesOf, type ExpectedTrigger, type Outcome } from "../walk/expect";
import { labelMeant } from "../walk/labels";
import type { WalkOptions } from "../walk/options";
import { EventLines } from "../walk/sentence";
import { walk } from "../walk/walk";
import { firstOf } from "../words";
import type { WalkJudge } from "./judge";
import { hiddenFor, type Scene } from "./scene";
import { nothingMatches } from "./selector";
import { compared, verdictOf, type KeyedFinding, type Verdict } from "./verdict";

/** Tracks, as rules name them. It throws an error with all faults of the file. */
export type TrackReading = (file: string, timeZone: string | undefined) => readonly Fix[];

/** Judges `walks` of a rules file: `judgeRules` takes it. */
export function walkJudge(readTrack: TrackReading): WalkJudge {
  return (scene, { track, expect, timeZone, dwell }, rule) => {
    if (timeZone !== undefined && !isTimeZone(timeZone))
      throw new Error(`${rule}: timeZone "${timeZone}" is no time zone, such as "Australia/Melbourne"`);
    const expected = expect.map((text, at) => {
      const trigger = expectedTrigger(text);
      if (trigger === undefined)
        throw new Error(
          `${rule}: expect[${at}] "${text}" must be a zone and a trigger, such as "cafe enter"`,
        );
      return trigger;
    });
    const options = { ...(timeZone !== undefined && { timeZone }), ...(dwell !== undefined && { dwell }) };
    return judgeWalk(scene, { name: track, fixes: readTrack(track, timeZone) }, { expected, options }, rule);
  };
}

/** A track by the name that messages give it. */
export interface NamedTrack {
  readonly name: string;
  readonly fixes: readonly Fix[];
}

export interface WalkExpectation {
  readonly expected: readonly ExpectedTrigger[];
  readonly options: WalkOptions;
}

/** @throws an error where a zone that is expected is none */
export function judgeWalk(
  scene: Scene,
  { name, fixes }: NamedTrack,
  { expected, options }: WalkExpectation,
  rule: string,
): Verdict {
  const { after, before } = scene;
  const triggers = expected.map(([zone, trigger]) => [labelOf(scene, zone, rule), trigger] as const);
  const { events } = walk(after, fixes, dwellOn(after, scene, options, rule));
  const old = before && walk(before, fixes, dwellOn(before, scene, options, rule)).events;
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
    title: `${name} triggers ${triggers.length === 0 ? "nothing" : triggers.map((each) => each.join(" ")).join(", ")}`,
    found,
    message: `the walk of ${name} is not as expected: ${firstOf(
      found.findings.map(({ text }) => text),
      found.count,
    )}`,
    changes: differences.map((each) => `${name}: ${differenceLine(each, lines)}`),
    hidden: hiddenFor(scene, undefined),
    // A hidden zone can give what is missing of it, and can add what nobody expects.
    moreHelps: found.count > 0 && triggers.some(([zone]) => hiddenLabels.has(zone)),
  });
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
function labelOf({ after, before, hidden }: Scene, text: string, rule: string): string {
  const zones = [...after.zones, ...(before?.zones ?? [])];
  const label = labelMeant(text, after.zones) ?? labelMeant(text, before?.zones ?? []);
  if (label !== undefined) return label;
  if (hidden.some((each) => each.label === text)) return text;
  throw new Error(`${rule}: ${nothingMatches(text, zones)}`);
}

/** The dwell times of the zones of one version. */
function dwellOn(
  { zones }: Ground,
  scene: Scene,
  { dwell = {}, ...options }: WalkOptions,
  rule: string,
): WalkOptions {
  const labels = new Set(zones.map(({ label }) => label));
  const pairs = Object.entries(dwell).map(
    ([zone, seconds]) => [labelOf(scene, zone, rule), seconds] as const,
  );
  return { ...options, dwell: Object.fromEntries(pairs.filter(([label]) => labels.has(label))) };
}
