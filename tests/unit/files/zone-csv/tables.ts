/** Tables for tests: text in, zones or faults out. */
import { readZoneCsv, ZoneFileError, type ReadZoneCsvOptions, type ZoneRow } from "../../../../files";

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
  options: ReadZoneCsvOptions = {},
): ZoneRow | undefined {
  const onWarning = (sentence: string): void => {
    throw new Error(sentence);
  };
  return readZoneCsv(withCell(column, value), { onWarning, ...options })[0];
}

/** The lines of the error that a text makes; none where it is good. */
export function faultsIn(text: string): string[] {
  try {
    readZoneCsv(text, { source: "text", onWarning: () => undefined });
    return [];
  } catch (error) {
    if (error instanceof ZoneFileError) return error.message.split("\n");
    throw error;
  }
}

/** The warnings and the zones of a text that is good. */
export function warnedOf(text: string): { zones: ZoneRow[]; warnings: string[] } {
  const warnings: string[] = [];
  const zones = readZoneCsv(text, { source: "text", onWarning: (sentence) => void warnings.push(sentence) });
  return { zones, warnings };
}
