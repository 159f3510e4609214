/** Reads a recorded track from a file of any of four formats, told apart by what they hold. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { sentenceOf, ZoneFileError, type FileFault } from "../../files/fault";
import { Report } from "../../files/report";
import { parseXml } from "../../files/xml";
import { decode, plain } from "../../files/decode";
import type { Fix } from "./fix";
import { fixesOfGeoJson } from "./geojson";
import { fixesOfGpx } from "./gpx";
import { fixesOfKml } from "./kml";
import { checkSteps } from "./order";
import { fixOf, type RawFix } from "./raw-fix";
import { fixesOfTable } from "./table";
import { isTimeZone } from "./time";

/** The options of reading a track. */
export interface ReadTrackOptions {
  /** The kind of the source, a path or the text itself. Default: the text if it has a line break, else a path. */
  source?: "path" | "text";
  /** The name of the file in faults and warnings. Default: the path, or `text`. */
  fileName?: string;
  /**
   * The time zone of times that say none, such as `Australia/Melbourne`. Default: such a time is a fault.
   */
  timeZone?: string;
  /** Metres per second: a step that is faster is warned of, since it is a jump of the recorder. Default: 100. */
  jumpSpeed?: number;
  /** Called for each warning, once the whole file is good. Default: `console.warn`. */
  onWarning?: (sentence: string, warning: FileFault) => void;
}

/** Metres per second. */
export const defaultJumpSpeed = 100;

/**
 * The fixes of a recorded track, in the order of the file:
 *
 * | format | what is read |
 * |---|---|
 * | GPX | `trk`, or else `rte`, or else `wpt`; `time`, `speed`, `course` (also in extensions), `hdop` |
 * | GeoJSON | lines with `coordinateProperties.times`, `coordTimes` or `times`; or else points with `time`, `speed`, `heading`, `accuracy` |
 * | KML | `gx:Track` with `when` and `gx:coord`; or else lines, which have no times |
 * | CSV | the columns latitude and longitude; time, speed, heading and accuracy, where there are |
 *
 * A time is ISO 8601, or seconds or milliseconds since 1970. Altitudes are not read.
 *
 * @param pathOrText a path, from the working directory, or the text itself
 * @throws ZoneFileError with every fault of the file at once: a bad value, a time before that of the fix before, times of
 *   some fixes only, no fix at all
 * @example
 * const track = readTrack("monday.gpx");
 */
export function readTrack(pathOrText: string, options: ReadTrackOptions = {}): Fix[] {
  const source = options.source ?? (/[\r\n]/.test(pathOrText) ? "text" : "path");
  const file = options.fileName ?? (source === "path" ? pathOrText : "text");
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone))
    throw new Error(`timeZone "${options.timeZone}" is no time zone, such as "Australia/Melbourne"`);
  const report = new Report();
  const text = source === "path" ? textOf(bytesOf(pathOrText, file), report) : plain(pathOrText, report);
  const raw = text === undefined ? undefined : rawFixesOf(text, report);
  const fixes = raw?.map((each) => fixOf(each, options.timeZone, report)).filter((fix) => fix !== undefined);
  if (raw?.length === 0 && !report.hasFaults)
    report.fault({ position: { line: 1, column: 1 } }, "there is no fix in this track");
  // A fix that is left out for its fault would make a wrong step.
  if (raw !== undefined && fixes !== undefined && fixes.length === raw.length)
    checkSteps(fixes, (at) => placeIn(raw, at), options.jumpSpeed ?? defaultJumpSpeed, report);
  if (report.hasFaults) throw new ZoneFileError(file, report.faultsInOrder());
  const warn =
    options.onWarning ??
    ((sentence: string) => {
      console.warn(sentence);
    });
  for (const warning of report.warnings()) warn(sentenceOf(file, warning), warning);
  return fixes ?? [];
}

function placeIn(raw: readonly RawFix[], at: number) {
  return raw[at]?.placeOf("time") ?? {};
}

function bytesOf(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/,[^,]*$/, "") : String(error);
    throw new ZoneFileError(file, [], `${file} cannot be read: ${reason}; looked for ${resolve(path)}`);
  }
}

function textOf(bytes: Buffer, report: Report): string | undefined {
  if (!bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) return decode(bytes, report);
  const start = { position: { line: 1, column: 1 } };
  report.fault(start, "this is a zip archive, such as a KMZ; unpack it and give the file that is in it");
  return undefined;
}

function rawFixesOf(text: string, report: Report): RawFix[] {
  const [first] = text.trimStart();
  if (first === "{" || first === "[") return fixesOfGeoJson(text, report);
  if (first !== "<") return fixesOfTable(text, report);
  const document = parseXml(text, report);
  if (document === undefined) return [];
  const { name, index } = document.root;
  if (name === "gpx") return fixesOfGpx(document, report);
  if (name === "kml") return fixesOfKml(document, report);
  report.fault(
    { position: document.positionAt(index) },
    `this begins with <${name}>, and is neither GPX nor KML; save the track as one of them`,
  );
  return [];
}
