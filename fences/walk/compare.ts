/** The changes of a walk between two versions of zones: triggers that are lost, that are gained, and that come at another time. */
import type { LabelledZone } from "../ground";
import { causesOf } from "./causes";
import type { Trigger, WalkEvent } from "./event";

export interface WalkDifference {
  readonly change: "lost" | "gained" | "later" | "earlier";
  readonly zone: string;
  readonly trigger: Trigger;
  /** The event with the zones before; of a gained trigger, with those after. */
  readonly event: WalkEvent;
  /** The time by which it comes later or earlier. */
  readonly seconds?: number;
  /** Phrases: what differs between the two versions of the zone, and why a trigger that is lost does not come. */
  readonly reasons: readonly string[];
}

/** One version of the zones, and what a track triggers of it. */
export interface WalkVersion {
  readonly zones: readonly LabelledZone[];
  readonly events: readonly WalkEvent[];
}

/** In the order in which the events come. */
export function differencesOf(before: WalkVersion, after: WalkVersion): WalkDifference[] {
  const zonesBefore = byLabel(before.zones);
  const zonesAfter = byLabel(after.zones);
  const groupsBefore = grouped(before.events);
  const groupsAfter = grouped(after.events);
  const eventsAfter = Map.groupBy(after.events, ({ zone }) => zone);
  const keys = new Set([...groupsBefore.keys(), ...groupsAfter.keys()]);
  const differences = [...keys].flatMap((key) =>
    paired(groupsBefore.get(key) ?? [], groupsAfter.get(key) ?? []).flatMap(([old, now]) => {
      const found = differenceOf(old, now);
      if (found === undefined) return [];
      const { zone } = found.event;
      const causes = causesOf(zonesBefore.get(zone), zonesAfter.get(zone));
      const reason = found.change === "lost" ? whyNot(found.event, eventsAfter.get(zone) ?? []) : undefined;
      const reasons = reason === undefined ? causes : [...causes, reason];
      return [{ ...found, zone, trigger: triggerOf(found.event), reasons }];
    }),
  );
  return differences.sort((a, b) => (a.event.time ?? 0) - (b.event.time ?? 0));
}

function byLabel(zones: readonly LabelledZone[]): Map<string, LabelledZone["zone"]> {
  return new Map(zones.map(({ label, zone }) => [label, zone]));
}

/** The triggers by zone and type. */
function grouped(events: readonly WalkEvent[]): Map<string, WalkEvent[]> {
  const triggers = events.filter(({ type }) => type !== "none" && type !== "passed");
  return Map.groupBy(triggers, ({ zone, type }) => `${type} ${zone}`);
}

function triggerOf({ type }: WalkEvent): Trigger {
  return type === "exit" || type === "dwell" ? type : "enter";
}

type Found = Pick<WalkDifference, "change" | "event" | "seconds">;

function differenceOf(old: WalkEvent | undefined, now: WalkEvent | undefined): Found | undefined {
  if (old === undefined) return now && { change: "gained", event: now };
  if (now === undefined) return { change: "lost", event: old };
  const seconds = ((now.time ?? 0) - (old.time ?? 0)) / 1000;
  if (seconds === 0) return undefined;
  return { change: seconds > 0 ? "later" : "earlier", event: old, seconds: Math.abs(seconds) };
}

/** Seconds: triggers that are farther apart are two, not one that comes later. */
const farthest = 300;

/** Pairs each trigger with the next one of the other version, if it is near in time. */
function paired(
  before: readonly WalkEvent[],
  after: readonly WalkEvent[],
): [old: WalkEvent | undefined, now: WalkEvent | undefined][] {
  const pairs: [WalkEvent | undefined, WalkEvent | undefined][] = [];
  let [at, other] = [0, 0];
  for (;;) {
    const old = before[at];
    const now = after[other];
    if (old === undefined && now === undefined) return pairs;
    const apart = old === undefined || now === undefined ? Infinity : secondsApart(old, now);
    // Where the next one of either side is nearer, this one has no partner.
    const isLost = old !== undefined && nearer(before[at + 1], now, apart);
    const isGained = now !== undefined && nearer(after[other + 1], old, apart);
    if (old !== undefined && now !== undefined && apart <= farthest && !isLost && !isGained) {
      pairs.push([old, now]);
      at += 1;
      other += 1;
    } else if (now === undefined || (old !== undefined && isFirst(old, now))) {
      pairs.push([old, undefined]);
      at += 1;
    } else {
      pairs.push([undefined, now]);
      other += 1;
    }
  }
}

function isFirst(old: WalkEvent, now: WalkEvent): boolean {
  return (old.time ?? 0) <= (now.time ?? 0);
}

function nearer(next: WalkEvent | undefined, to: WalkEvent | undefined, than: number): boolean {
  return next !== undefined && to !== undefined && secondsApart(next, to) < than;
}

function secondsApart(a: WalkEvent, b: WalkEvent): number {
  return Math.abs((a.time ?? 0) - (b.time ?? 0)) / 1000;
}

/** Why the version after has no such trigger: its own word, at about that time. */
function whyNot(event: WalkEvent, ofZone: readonly WalkEvent[]): string | undefined {
  const trigger = triggerOf(event);
  const near = ofZone.filter(
    (other) =>
      (other.type === "none" ? other.missing === trigger : other.type === "passed" && trigger === "enter") &&
      secondsApart(event, other) <= farthest,
  );
  return near.sort((a, b) => secondsApart(event, a) - secondsApart(event, b))[0]?.reason;
}
