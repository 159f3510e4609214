/** The report of a check as JSON. */
import { changesOf, disclaimer, holds, type CheckReport } from "./report";

export function jsonReport(report: CheckReport): string {
  const { source, rules, zones, verdicts, hidden, notes } = report;
  const value = {
    holds: holds(report),
    source,
    rules,
    zones,
    changes: changesOf(report),
    verdicts,
    hidden,
    notes,
    disclaimer,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
