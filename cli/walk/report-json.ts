/** The report of a walk for programs. */
import type { WalkEvent } from "../../fences/walk/event";
import { disclaimer, type WalkReport } from "./report-text";

/** Times are ISO 8601 in UTC. */
export function jsonReport({ source, track, fixes, walk, differences, outcomes }: WalkReport): string {
  const report = {
    source,
    track,
    fixes: fixes.length,
    events: walk.events.map(eventOf),
    ...(differences !== undefined && {
      differences: differences.map(({ event, ...difference }) => ({ ...difference, event: eventOf(event) })),
    }),
    ...(outcomes !== undefined && {
      asExpected: outcomes.every(({ outcome }) => outcome === "as expected"),
      outcomes: outcomes.map(({ event, instead, ...outcome }) => ({
        ...outcome,
        ...(event !== undefined && { event: eventOf(event) }),
        ...(instead !== undefined && { instead: eventOf(instead) }),
      })),
    }),
    notes: [...walk.notes, disclaimer],
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function eventOf({ time, at, ...event }: WalkEvent) {
  return {
    ...(time !== undefined && { time: new Date(time).toISOString() }),
    ...event,
    latitude: at.latitude,
    longitude: at.longitude,
  };
}
