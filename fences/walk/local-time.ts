/** The clock of a phone at a place. */
import { createRequire } from "node:module";

import type timeZones from "@photostructure/tz-lookup";

import type { Point } from "../../geometry/point";
import { offsetAt } from "../track/time";

export interface LocalTime {
  /** `2026-11-27` */
  readonly date: string;
  /** `14:01:30` */
  readonly clock: string;
  readonly timeZone: string;
}

/** Gives local times; it knows the time zones that it was asked for. */
export class LocalClock {
  readonly #timeZone: string | undefined;
  /** Time zone and quarter of an hour → offset: no clock is changed within one. */
  readonly #offsets = new Map<string, Map<number, number>>();

  /** @param timeZone that of the place, if undefined */
  constructor(timeZone: string | undefined) {
    this.#timeZone = timeZone;
  }

  at(time: number, place: Point): LocalTime {
    const timeZone = this.#timeZone ?? timeZoneAt(place);
    const text = new Date(time + this.#offset(time, timeZone)).toISOString();
    return { date: text.slice(0, 10), clock: text.slice(11, 19), timeZone };
  }

  #offset(time: number, timeZone: string): number {
    let offsets = this.#offsets.get(timeZone);
    if (offsets === undefined) {
      offsets = new Map();
      this.#offsets.set(timeZone, offsets);
    }
    const quarter = Math.floor(time / quarterHour);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = offsetAt(time, timeZone);
      offsets.set(quarter, offset);
    }
    return offset;
  }
}

const quarterHour = 900_000;

type Lookup = typeof timeZones;

let lookup: Lookup | undefined;

/** The name of the time zone of a place: `Australia/Melbourne`. */
export function timeZoneAt({ latitude, longitude }: Point): string {
  lookup ??= load();
  return lookup(latitude, longitude);
}

/** Loads the map of time zones at the first need. */
function load(): Lookup {
  const library: unknown = createRequire(__filename)("@photostructure/tz-lookup");
  if (!isLookup(library)) throw new Error("@photostructure/tz-lookup is not what this package was made for");
  return library;
}

function isLookup(library: unknown): library is Lookup {
  return typeof library === "function";
}
