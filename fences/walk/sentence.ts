/** An event of a walk as a line of a report. */
import type { WalkEvent } from "./event";
import { LocalClock } from "./local-time";

/** Words for what does not come. */
const nouns = { enter: "entry", exit: "exit", dwell: "dwell event" } as const;

/** Shows times as a phone's clock would: with the date only where the events are of several days. */
export class EventLines {
  readonly #clock: LocalClock;
  readonly #hasDates: boolean;
  readonly #timeZones: string[];

  /** @param timeZone that of the place, if undefined */
  constructor(events: readonly WalkEvent[], timeZone: string | undefined) {
    this.#clock = new LocalClock(timeZone);
    const times = events.flatMap(({ time, at }) => (time === undefined ? [] : [this.#clock.at(time, at)]));
    this.#hasDates = new Set(times.map(({ date }) => date)).size > 1;
    this.#timeZones = [...new Set(times.map((each) => each.timeZone))];
  }

  /** The time zones that the times are of. */
  get timeZones(): readonly string[] {
    return this.#timeZones;
  }

  /** `09:14:05`, `2026-11-27 09:14:05`, or in a track without times `line 12` or `fix 12`. */
  when({ time, at, line, fix }: WalkEvent): string {
    if (time === undefined) return line === undefined ? `fix ${fix + 1}` : `line ${line}`;
    const { date, clock } = this.#clock.at(time, at);
    return this.#hasDates ? `${date} ${clock}` : clock;
  }

  /** `09:14:05 enter  cafe (door)`, `09:21:10 –      cafe: no entry: 210 s of minimumRetriggerTime are left` */
  line(event: WalkEvent): string {
    const type = event.type === "none" ? "–" : event.type;
    return `${this.when(event)} ${type.padEnd(6)} ${this.#what(event)}`;
  }

  #what({ type, zone, geofeature, seconds, missing, reason = "" }: WalkEvent): string {
    const place = zone === geofeature ? zone : `${zone} (${geofeature})`;
    switch (type) {
      case "enter":
        return place;
      case "exit":
      case "dwell":
        return seconds === undefined ? zone : `${zone} after ${Number(seconds.toFixed(1))} s`;
      case "passed":
        return `${place}: ${reason}`;
      case "none":
        return `${zone}: no ${nouns[missing ?? "enter"]}: ${reason}`;
    }
  }
}
