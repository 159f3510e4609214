/** Judges the conditions of a zone at a fix: which do not hold, and why. */
import type { PlainCondition } from "../../geometry/plain-zone";
import { metresBetween, secondsBetween, type Fix } from "../track/fix";
import { bearingOf, Declination, isBetween } from "./direction";
import { LocalClock } from "./local-time";
import type { WalkRules } from "./options";
import type { Crossings } from "./travel-path";

/** A fix that a phone judges by. */
export interface Moment {
  readonly fix: Fix;
  /** The fix before, where a step leads from it to this one. */
  readonly before: Fix | undefined;
  readonly crossings: Crossings | undefined;
}

type Condition<Type extends PlainCondition["type"]> = Extract<PlainCondition, { type: Type }>;

export class Judge {
  readonly #rules: WalkRules;
  readonly #clock: LocalClock;
  readonly #declination = new Declination();

  constructor(rules: WalkRules) {
    this.#rules = rules;
    this.#clock = new LocalClock(rules.timeZone);
  }

  /** A phrase for each condition that does not hold. */
  reasons(conditions: readonly PlainCondition[], moment: Moment): string[] {
    return conditions.flatMap((condition) => this.#reason(condition, moment) ?? []);
  }

  #reason(condition: PlainCondition, moment: Moment): string | undefined {
    switch (condition.type) {
      case "timeActive":
        return this.#timeActive(condition, moment);
      case "dayRange":
        return this.#dayRange(condition, moment);
      case "speed":
        return this.#speed(condition, moment);
      case "travelDirection":
        return this.#travelDirection(condition, moment);
      case "travelPath":
        return this.#travelPath(condition, moment);
    }
  }

  #timeActive({ fromTime, toTime }: Condition<"timeActive">, { fix }: Moment): string | undefined {
    if (fix.time === undefined) return undefined;
    const { date, clock, timeZone } = this.#clock.at(fix.time, fix.point);
    const [from, to] = [withSeconds(fromTime), withSeconds(toTime)];
    const isAtEnd = clock === from || clock === to;
    const isActive = from <= to ? from <= clock && clock <= to : from <= clock || clock <= to;
    if (isActive && !(isAtEnd && this.#rules.timeActiveEnds === "exclusive")) return undefined;
    return `timeActive ${from} to ${to} does not hold at ${date} ${clock} (${timeZone})`;
  }

  #dayRange({ startDate, endDate }: Condition<"dayRange">, { fix }: Moment): string | undefined {
    if (fix.time === undefined) return undefined;
    const { date, timeZone } = this.#clock.at(fix.time, fix.point);
    if ((startDate ?? date) <= date && date <= (endDate ?? date)) return undefined;
    const range = [
      startDate === undefined ? "" : ` from ${startDate}`,
      endDate === undefined ? "" : ` to ${endDate}`,
    ];
    return `dayRange${range.join("")} does not hold on ${date} (${timeZone})`;
  }

  #speed({ minimumSpeed, maximumSpeed }: Condition<"speed">, { fix, before }: Moment): string | undefined {
    const speed = fix.speed ?? speedBetween(before, fix);
    if (speed === undefined) {
      // Without times no fix has one: a note says so once.
      return fix.time === undefined
        ? undefined
        : this.#unknown("speed: cannot tell, since no step leads to this fix");
    }
    if (minimumSpeed <= speed && speed <= maximumSpeed) return undefined;
    return `speed ${minimumSpeed} to ${maximumSpeed} m/s does not hold at ${Number(speed.toFixed(1))} m/s`;
  }

  #travelDirection({ fromAngle, toAngle }: Condition<"travelDirection">, moment: Moment): string | undefined {
    const course = this.#course(moment);
    if (course === undefined)
      return this.#unknown("travelDirection: cannot tell, since no step leads to this fix");
    const { north, directionTurns } = this.#rules;
    const { time, point } = moment.fix;
    const declination = north === "magnetic" ? this.#declination.at(time, point) : 0;
    const angle = (course - declination + 360) % 360;
    const isClockwise = directionTurns === "clockwise";
    if (isClockwise ? isBetween(angle, fromAngle, toAngle) : isBetween(angle, toAngle, fromAngle))
      return undefined;
    const range = `${fromAngle}° to ${toAngle}°${isClockwise ? "" : " counterclockwise"}`;
    return `travelDirection ${range} does not hold at ${Math.round(angle) % 360}° from ${north} north`;
  }

  #course({ fix, before }: Moment): number | undefined {
    if (fix.course !== undefined) return fix.course;
    if (before === undefined || metresBetween(before, fix) < this.#rules.shortestStep) return undefined;
    return bearingOf(before.point, fix.point);
  }

  #travelPath(condition: Condition<"travelPath">, { fix, crossings }: Moment): string | undefined {
    const seconds = fix.time === undefined ? undefined : fix.time / 1000;
    const count = crossings?.count(condition, seconds, this.#rules.travelPathCounts) ?? 0;
    const { minimumGeofeaturesCrossed, timeOutSeconds, sequential } = condition;
    if (count >= minimumGeofeaturesCrossed) return undefined;
    const order = sequential === true ? " in the zone's order" : "";
    return `travelPath: ${count} of ${minimumGeofeaturesCrossed} geofeatures crossed${order} within ${timeOutSeconds} s`;
  }

  #unknown(reason: string): string | undefined {
    return this.#rules.whenUnknown === "hold" ? undefined : reason;
  }
}

function speedBetween(before: Fix | undefined, fix: Fix): number | undefined {
  const seconds = before === undefined ? undefined : secondsBetween(before, fix);
  if (before === undefined || seconds === undefined || seconds <= 0) return undefined;
  return metresBetween(before, fix) / seconds;
}

/** `09:00` is `09:00:00`. */
function withSeconds(time: string): string {
  return /^\d\d:\d\d$/.test(time) ? `${time}:00` : time;
}
