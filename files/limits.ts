/** Limits of files, counted before any work: what is larger is no file of zones. */

import type { Report } from "./report";

/** Bytes. */
export const mostBytes = 256 * 1024 * 1024;

const mostFeatures = 1_000_000;

/** False after a fault. */
export function areFew(
  count: number,
  what: "features" | "rows" | "placemarks" | "lines",
  report: Report,
): boolean {
  if (count <= mostFeatures) return true;
  report.fault({}, `it has ${count} ${what}, more than ${mostFeatures}; split it`);
  return false;
}
