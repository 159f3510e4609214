/** A change of a walk between two versions of zones, as a line of a report. */
import type { WalkDifference } from "./compare";
import type { EventLines } from "./sentence";

/** `drive-through enter no longer comes (09:40:10): geoline "entry" moved 40 m` */
export function differenceLine(
  { change, zone, trigger, event, seconds, reasons }: WalkDifference,
  lines: EventLines,
): string {
  const because = reasons.length === 0 ? "" : `: ${reasons.join("; ")}`;
  const when = event.time === undefined ? "" : ` (${lines.when(event)})`;
  const what = {
    lost: `no longer comes${when}`,
    gained: `comes now${when}`,
    later: `comes ${seconds} s later${when}`,
    earlier: `comes ${seconds} s earlier${when}`,
  };
  return `${zone} ${trigger} ${what[change]}${because}`;
}
