/** Reads zones from a file of any format. */
import { contentOf } from "./content";
import { importedZones } from "./imported-zones";
import { checkOptions } from "./option-rules";
import type { ReadZonesOptions } from "./options";
import type { Report } from "./report";
import { bytesOf, reporting } from "./source";
import type { SpellOption } from "./spelling";
import type { DrawnZone, ZoneRow } from "./zone-row";
import { zonesOf } from "./zones-of";

/**
 * The zones of a file. Its content says what it is, and not its name: GeoJSON (also one object on each line), KML, KMZ, WKT on
 * each line, or a table with a header, in CSV or TSV, with latitude and longitude or WKT. Tables of SafeGraph, Radar and
 * Bluedot's own zone importer are recognised, with a warning that says so. Other files are refused with the command that
 * converts them.
 *
 * Each feature is a zone; those that share a property `zone`, or are of one `group`, are one. A point is a circle, of its
 * property `radius` or of the option; a line is a geoline. Properties that have the name of a Zone's argument
 * (`minimumRetriggerTime`, `triggerOnExit`, `tags`, `customData`, `conditions`, `actions`, `destinationId`, `color`) set it.
 *
 * @param path from the working directory (a Pulumi program's own folder)
 * @returns the arguments of a Zone but for `projectId`, in the file's order; one or more
 * @throws ZoneFileError with every fault of the file at once, each with its line and column, or its path in a GeoJSON; an
 * error of one sentence where an option is beyond its limits, before the file is read
 * @example
 * const zones = byName(readZones("stores.kmz", { radius: 60, minimumRetriggerTime: 3600 }));
 * new bluedot.ZoneSet("stores", { projectId: project.id, zones });
 */
export function readZones(path: string, options: ReadZonesOptions = {}): ZoneRow[] {
  checkOptions(options);
  return reporting(path, options, (report) =>
    readBytes(bytesOf(path), path, options, report, "program").filter(hasRetriggerTime),
  );
}

/**
 * As `readZones`, for a map or another file: features need no `minimumRetriggerTime`, several may have one name, and those
 * without a name are numbered, each with a warning.
 *
 * @throws ZoneFileError as `readZones`
 */
export function readDrawnZones(path: string, options: ReadZonesOptions = {}): DrawnZone[] {
  checkOptions(options);
  return drawnZonesIn(bytesOf(path), path, options);
}

/**
 * As `readDrawnZones`, for bytes that are read already, such as those of standard input.
 *
 * @param spell how sentences name options
 */
export function drawnZonesIn(
  bytes: Buffer,
  file: string,
  options: ReadZonesOptions = {},
  spell?: SpellOption,
): DrawnZone[] {
  checkOptions(options, spell);
  return reporting(file, options, (report) => readBytes(bytes, file, options, report, "drawing"), spell);
}

function readBytes(
  bytes: Buffer,
  file: string,
  options: ReadZonesOptions,
  report: Report,
  needs: "program" | "drawing",
): DrawnZone[] {
  const content = contentOf(bytes, file, options, report);
  if (content === undefined) return [];
  const zones =
    content.kind === "importer"
      ? importedZones(content.rows, options, report)
      : zonesOf(content.features, options, report, needs);
  // A set of no zones would delete all that it has.
  if (zones.length === 0 && !report.hasFaults)
    report.fault({}, "it draws nothing, and an empty set of zones would delete all that it had");
  return zones;
}

function hasRetriggerTime(zone: DrawnZone): zone is ZoneRow {
  return zone.minimumRetriggerTime !== undefined;
}
