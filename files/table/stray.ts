/** Values beyond the columns of a table. */
import { Part } from "./part";
import type { Report } from "../report";
import type { Row } from "./rows";

/**
 * True if a value is in a column without a name in the header. The usual cause is a separator in a text
 * without quotes. The values after it are then in wrong columns, and their faults would mislead.
 *
 * @param from the first column to look at: the numbers of rows often stand in a first column without a name
 */
export function hasStray(row: Row, header: readonly string[], report: Report, from = 0): boolean {
  if (row.texts.length <= from) return false;
  const index = row.texts.findIndex(
    (text, at) => at >= from && text.trim() !== "" && (header[at] ?? "").trim() === "",
  );
  if (index < 0) return false;
  const { text, position } = new Part(row.field(index, ""));
  report.fault(
    { position },
    `"${text}" is beyond the columns that the header names; text that holds the separator must stand in double quotes`,
  );
  return true;
}
