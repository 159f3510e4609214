/** Validates what only two fixes together show: the order of times, and jumps. */
import type { Place, Report } from "../../files/report";
import { metresBetween, secondsBetween, type Fix } from "./fix";

/** @param jumpSpeed metres per second: a faster step is warned of */
export function checkSteps(
  fixes: readonly Fix[],
  placeOf: (at: number) => Place,
  jumpSpeed: number,
  report: Report,
): void {
  const timed = fixes.filter(({ time }) => time !== undefined).length;
  let before: Fix | undefined;
  for (const [at, fix] of fixes.entries()) {
    if (fix.time === undefined && timed > 0)
      report.faultOnce("no time", placeOf(at), "this fix has no time, and others of the track have one");
    if (before !== undefined) checkStep(before, fix, () => placeOf(at), jumpSpeed, report);
    before = fix;
  }
}

function checkStep(before: Fix, fix: Fix, place: () => Place, jumpSpeed: number, report: Report): void {
  const seconds = secondsBetween(before, fix);
  if (seconds === undefined) return;
  if (seconds < 0) {
    const [time, earlier] = [timeText(fix), timeText(before)];
    report.faultOnce(
      "order",
      place(),
      `time ${time} is before ${earlier}, the time of the fix before; sort the fixes by time`,
    );
    return;
  }
  if (before.segment !== fix.segment) return;
  const metres = metresBetween(before, fix);
  // Nearer fixes of one time are what a recorder without fractions of a second writes.
  if (metres <= jumpSpeed * Math.max(seconds, 1)) return;
  report.warnOnce(
    "jump",
    place(),
    `${Math.round(metres).toLocaleString("en")} m in ${seconds} s is a jump of the recorder, and is walked as a step`,
  );
}

function timeText({ time }: Fix): string {
  return time === undefined ? "" : new Date(time).toISOString();
}
