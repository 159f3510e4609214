/** The parts that all steps from features to zones share. */
import { isString } from "../../provider/json";
import type { Position } from "../fault";
import type { Feature, Property } from "../feature";
import type { ReadZonesOptions } from "../options";
import type { Place, Report } from "../report";
import type { OptionName } from "../spelling";

export interface Assembly {
  readonly options: ReadZonesOptions;
  readonly report: Report;
  /** A program needs a lasting name and a `minimumRetriggerTime` of each zone; a drawing does without. */
  readonly needs: "program" | "drawing";
  /** Options that name a property which no feature has: a fault that is reported already. */
  readonly missing: ReadonlySet<OptionName>;
  /** True if a number of the file has a decimal comma: a point may then separate thousands. */
  readonly hasCommas: boolean;
}

/** A property that says something: not blank, not null. */
export function propertyOf({ properties }: Feature, name: string): Property | undefined {
  const property = properties.get(name);
  if (property === undefined) return undefined;
  const { value } = property;
  return value === undefined || value === null || (isString(value) && value.trim() === "")
    ? undefined
    : property;
}

/** A place, with the name of what stands there where it has no path of its own. Few places are ever shown. */
export function placeWith(place: Place, name: string): Place {
  return new NamedPlace(place, name);
}

/** The place of a property in a table; a path of another format says enough without. */
export function cellOf(feature: Feature | undefined, property: string, name: string): Place | undefined {
  const place = feature?.properties.get(property)?.place;
  return place?.columnName === undefined ? undefined : placeWith(place, name);
}

class NamedPlace implements Place {
  readonly #place: Place;
  readonly #name: string;

  constructor(place: Place, name: string) {
    this.#place = place;
    this.#name = name;
  }

  get position(): Position | undefined {
    return this.#place.position;
  }

  get columnName(): string | undefined {
    return this.#place.columnName;
  }

  get path(): string {
    return this.#place.path ?? JSON.stringify(this.#name);
  }
}

/** `the one on line 12`, `features[3]`: another place, in a sentence about this one. */
export function otherPlace({ position, path }: Place): string {
  return position === undefined ? (path ?? "another feature") : `the one on line ${position.line}`;
}
