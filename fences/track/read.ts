/** Reads a recorded track from a file of any of four formats, told apart by what they hold. */
import { isZip, namesIn, unzipKml } from "../../files/archive";
import { decode, plain } from "../../files/decode";
import { decodeKml } from "../../files/kml/decode";
import type { WarningOptions } from "../../files/options";
import type { Report } from "../../files/report";
import { bytesOf, reporting } from "../../files/source";
import { unreadable } from "../../files/unreadable";
import { parseXml } from "../../files/xml";
import type { Fix } from "./fix";
import { fixesOfGeoJson } from "./geojson";
import { fixesOfGpx } from "./gpx";
import { fixesOfKml } from "./kml";
import { checkSteps } from "./order";
import { fixOf, type RawFix } from "./raw-fix";
import { fixesOfTable } from "./table";
import { isTimeZone } from "./time";

/** The options of reading a track. */
export interface ReadTrackOptions extends WarningOptions {
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
}

/** Metres per second. */
const defaultJumpSpeed = 100;

/**
 * The fixes of a recorded track, in the order of the file:
 *
 * | format | what is read |
 * |---|---|
 * | GPX | `trk`, or else `rte`, or else `wpt`; `time`, `speed`, `course` (also in extensions), `hdop` |
 * | GeoJSON | lines with `coordinateProperties.times`, `coordTimes` or `times`; or else points with `time`, `speed`, `heading`, `accuracy` |
 * | KML, KMZ | `gx:Track` with `when` and `gx:coord`; or else lines, which have no times |
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
  return reporting(file, options, (report) => {
    const text =
      source === "path" ? textOf(bytesOf(pathOrText, file), file, report) : plain(pathOrText, report);
    return text === undefined ? [] : fixesOf(text, options, report);
  });
}

function textOf(bytes: Buffer, file: string, report: Report): string | undefined {
  const isArchive = isZip(bytes);
  const reason = unreadable({ file, bytes, names: isArchive ? namesIn(bytes) : [] });
  if (reason !== undefined) {
    report.fault({}, reason);
    return undefined;
  }
  if (isArchive) return unzipKml(bytes, report);
  // Only XML may declare its encoding.
  const isXml = /^[^<]{0,3}\s*<\?xml/.test(bytes.toString("latin1", 0, 100));
  return isXml ? decodeKml(bytes, report) : decode(bytes, report);
}

function fixesOf(
  text: string,
  { timeZone, jumpSpeed = defaultJumpSpeed }: ReadTrackOptions,
  report: Report,
): Fix[] {
  const raw = rawFixesOf(text, report);
  if (raw.length === 0 && !report.hasFaults)
    report.fault({ position: { line: 1, column: 1 } }, "there is no fix in this track");
  const fixes = raw.map((each) => fixOf(each, timeZone, report)).filter((fix) => fix !== undefined);
  // A fix that is left out for its fault would make a wrong step.
  if (fixes.length === raw.length)
    checkSteps(fixes, (at) => raw[at]?.placeOf("time") ?? {}, jumpSpeed, report);
  return fixes;
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
