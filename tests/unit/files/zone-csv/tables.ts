/** Tables for tests: text in, zones or faults out. */
import { ZoneFileError, type DrawnZone, type ReadZonesOptions } from "../../../../files";
import { drawnZonesIn } from "../../../../files/read";

/** A text of which only one column of one row matters; the others are good. */
export function withCell(column: string, value: string): string {
  const cells: Record<string, string> = {
    zoneName: "Kiosk",
    minimumRetriggerTime: "0:40",
    fences: "circle;50;10 20",
    [column]: value,
  };
  const quoted = Object.values(cells).map((cell) => `"${cell.replaceAll('"', '""')}"`);
  return `${Object.keys(cells).join(",")}\n${quoted.join(",")}\n`;
}

/** The zone of such a text; a warning is a fault here. */
export function zoneWith(
  column: string,
  value: string,
  options: ReadZonesOptions = {},
): DrawnZone | undefined {
  const { zones, warnings } = warnedOf(withCell(column, value), options);
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  return zones[0];
}

/** The lines of the error that a text makes; none where it is good. */
export function faultsIn(text: string): string[] {
  try {
    warnedOf(text);
    return [];
  } catch (error) {
    if (error instanceof ZoneFileError) return error.message.split("\n");
    throw error;
  }
}

/** The warnings and the zones of a text that is good. */
export function warnedOf(
  text: string,
  options: ReadZonesOptions = {},
): { zones: DrawnZone[]; warnings: string[] } {
  const warnings: string[] = [];
  const onWarning = (sentence: string) => {
    if (sentence !== "text:1:1: read as a table of Bluedot's zone importer") warnings.push(sentence);
  };
  const zones = drawnZonesIn(Buffer.from(text), "text", { onWarning, ...options });
  return { zones, warnings };
}
