/** The report of a walk for people. */
import type { Fix } from "../../fences/track/fix";
import { counted } from "../../fences/words";
import type { WalkDifference } from "../../fences/walk/compare";
import { differenceLine } from "../../fences/walk/difference-line";
import type { Walk, WalkEvent } from "../../fences/walk/event";
import type { Outcome } from "../../fences/walk/expect";
import { outcomeLines } from "../../fences/walk/outcome-lines";
import { EventLines } from "../../fences/walk/sentence";

export interface WalkReport {
  /** As the user named it. */
  readonly source: string;
  /** As the user named it. */
  readonly track: string;
  readonly fixes: readonly Fix[];
  readonly timeZone: string | undefined;
  readonly walk: Walk;
  /** Of a plan, or of two versions. */
  readonly differences?: readonly WalkDifference[];
  /** Where triggers were expected. */
  readonly outcomes?: readonly Outcome[];
}

export const disclaimer = "This is geometry, not a phone: docs/walk.md lists what is assumed.";

export function textReport({
  source,
  track,
  fixes,
  timeZone,
  walk,
  differences,
  outcomes,
}: WalkReport): string {
  const { events, notes } = walk;
  const lines = new EventLines([...events, ...(differences ?? []).map(({ event }) => event)], timeZone);
  const zones = lines.timeZones.length === 0 ? "" : `, times of ${lines.timeZones.join(" and ")}`;
  return [
    `${track} over ${source}: ${counted(fixes.length, "fix", "fixes")}${zones}`,
    ...events.map((event) => lines.line(event)),
    summaryOf(events),
    ...section(
      "What changes:",
      differences?.map((each) => differenceLine(each, lines)),
    ),
    ...section(expectationTitle(outcomes), outcomes && outcomeLines(outcomes, lines)),
    ...notes.map((note) => `Note: ${note}`),
    disclaimer,
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[] | undefined): string[] {
  if (lines === undefined) return [];
  return lines.length === 0 ? [`${title} nothing.`] : [title, ...lines.map((line) => `  ${line}`)];
}

function expectationTitle(outcomes: readonly Outcome[] | undefined): string {
  const isMet = outcomes?.every(({ outcome }) => outcome === "as expected") ?? true;
  return isMet ? "As expected:" : "Not as expected (- did not come, + was not expected):";
}

function summaryOf(events: readonly WalkEvent[]): string {
  const count = (type: WalkEvent["type"]) => events.filter((event) => event.type === type).length;
  const parts = [
    counted(count("enter"), "entry", "entries"),
    counted(count("exit"), "exit", "exits"),
    ...(count("dwell") > 0 ? [counted(count("dwell"), "dwell event", "dwell events")] : []),
    ...(count("none") > 0 ? [`${count("none")} that did not come`] : []),
    ...(count("passed") > 0
      ? [`${counted(count("passed"), "fence", "fences")} passed between two fixes`]
      : []),
  ];
  return `${parts.join(", ")}.`;
}
