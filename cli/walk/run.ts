/** Reads zones and a track, walks, and gives the report. */
import type { LabelledZone } from "../../fences/ground";
import { groundOf } from "../../fences/ground";
import { eventsOf } from "../../fences/rules/walks";
import { hasTimes, type Fix } from "../../fences/track/fix";
import { readTrack } from "../../fences/track/read";
import { timed } from "../../fences/track/timed";
import { isTimeZone, timeOf } from "../../fences/track/time";
import { xcodeGpx } from "../../fences/track/xcode";
import { assumptionsOf } from "../../fences/walk/assumptions";
import { differencesOf } from "../../fences/walk/compare";
import type { Walk } from "../../fences/walk/event";
import { outcomesOf } from "../../fences/walk/expect";
import { timeZoneAt } from "../../fences/walk/local-time";
import type { WalkOptions } from "../../fences/walk/options";
import { walk } from "../../fences/walk/walk";
import type { ZoneSource } from "../../plan/zone-source";
import { printable } from "../../provider/printable";
import { readSource } from "../source";
import { hiddenNotes, versionsOf } from "../versions";
import { warningText } from "../warning";
import { writeWhole } from "../write-whole";
import { refuseToReplace } from "./gpx-file";
import type { WalkCommandOptions } from "./options";
import { dwellOf, expectedOf } from "./named-zones";
import { jsonReport } from "./report-json";
import { textReport, type WalkReport } from "./report-text";

/** The output of the command; `differs` if the triggers are not those that were expected. */
export interface WalkResult {
  readonly report: string;
  readonly differs: boolean;
}

/** @throws an error of a sentence, or of one line for each fault of a file */
export async function walkOver(
  sourceName: string,
  trackName: string,
  options: WalkCommandOptions,
): Promise<WalkResult> {
  const onWarning = (sentence: string) => {
    console.error(printable(sentence));
  };
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone))
    throw new Error(`--time-zone ${options.timeZone} is no time zone, such as Australia/Melbourne`);
  if (options.force === true && options.gpx === undefined)
    throw new Error("--force is for the file of --gpx, which is not given.");
  if (options.gpx !== undefined) refuseToReplace(options.gpx, options.force === true);
  const track = trackOf(trackName, options, (sentence) => {
    onWarning(warningText(sentence));
  });
  const sourceOptions = { command: "walk", radius: options.radius, name: options.name, onWarning } as const;
  const source = await readSource(sourceName, sourceOptions);
  const earlier = options.before === undefined ? undefined : await readSource(options.before, sourceOptions);
  const report = reportOf({ source, earlier, trackName, track, options });
  if (options.gpx !== undefined) await writeWhole(options.gpx, gpxOf(track, report.walk));
  const text = options.format === "json" ? jsonReport(report) : printable(textReport(report));
  const differs = report.outcomes?.some(({ outcome }) => outcome !== "as expected") ?? false;
  return { report: text, differs };
}

function trackOf(
  name: string,
  { timeZone, start, speed, every }: WalkCommandOptions,
  onWarning: (sentence: string) => void,
): Fix[] {
  const track = readTrack(name, {
    source: "path",
    onWarning,
    ...(timeZone !== undefined && { timeZone }),
  });
  if (start === undefined && speed === undefined && every === undefined) return track;
  if (start === undefined || speed === undefined)
    throw new Error("--start and --speed go together: they give times to a track that has none");
  if (hasTimes(track)) throw new Error(`${name} has times already; leave out --start and --speed`);
  const [first] = track;
  const time = timeOf(start, timeZone ?? (first && timeZoneAt(first.point)));
  if (typeof time === "string") throw new Error(`--start: ${time}`);
  return timed(track, { start: time, speed, ...(every !== undefined && { every }) });
}

interface Given {
  readonly source: ZoneSource;
  /** The source that `--before` names. */
  readonly earlier: ZoneSource | undefined;
  readonly trackName: string;
  readonly track: readonly Fix[];
  readonly options: WalkCommandOptions;
}

export function reportOf({ source, earlier, trackName, track, options }: Given): WalkReport {
  const { after: zones, before } = versionsOf(source, earlier);
  if (zones.length === 0)
    throw new Error(
      `There is no zone in ${source.name} to walk over${source.hidden.length > 0 ? ": all are hidden" : ""}.`,
    );
  const expected = expectedOf(options, zones, source.hidden);
  const dwell = dwellOf(options.dwell, zones, source.hidden);
  const { timeZone, assume = [] } = options;
  const rules: WalkOptions = {
    ...assumptionsOf(assume),
    ...(timeZone !== undefined && { timeZone }),
    ...(dwell !== undefined && { dwell }),
  };
  const after = walk(groundOf(zones), track, rules);
  return {
    source: source.name,
    track: trackName,
    fixes: track,
    timeZone,
    walk: { events: after.events, notes: [...source.notes, ...hiddenNotes(source), ...after.notes] },
    ...(before !== undefined && {
      differences: differencesOf(
        { zones: before, events: walk(groundOf(before), track, dwellIn(rules, before)).events },
        { zones, events: after.events },
      ),
    }),
    ...(expected !== undefined && {
      outcomes: outcomesOf(eventsOf(after.events, zones, options.zones), expected),
    }),
  };
}

/** A zone of the new version need not be in the old one. */
function dwellIn({ dwell = {}, ...rules }: WalkOptions, zones: readonly LabelledZone[]): WalkOptions {
  const known = Object.entries(dwell).filter(([label]) => zones.some((zone) => zone.label === label));
  return { ...rules, dwell: Object.fromEntries(known) };
}

/** The fixes of triggers have their names in the file. */
function gpxOf(track: readonly Fix[], { events }: Walk): string {
  const names = new Map<number, string>();
  for (const { type, zone, fix } of events) {
    if (type === "none" || type === "passed") continue;
    const others = names.get(fix);
    names.set(fix, `${others === undefined ? "" : `${others}, `}${type} ${zone}`);
  }
  return xcodeGpx(track, names);
}
