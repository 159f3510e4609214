/** The features of a file, before they become zones: every reader of a format gives these. */
import type { Point } from "../geometry/point";
import type { Place } from "./report";

/** A shape of a file, where its format says so. */
export type DrawnShape =
  | {
      readonly kind: "point";
      readonly point: Point;
      /** Metres, where the geometry itself has them, as TomTom's. */
      readonly radius?: Property;
      readonly place: Place;
    }
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly place: Place }
  /** Rings without the last point that repeats the first. */
  | {
      readonly kind: "polygon";
      readonly outline: readonly Point[];
      readonly holes: readonly (readonly Point[])[];
      readonly place: Place;
    };

/** A value of a feature: text as tables and KML have it, or JSON as GeoJSON has it. */
export interface Property {
  readonly value: unknown;
  readonly place: Place;
}

/** A feature of GeoJSON, a placemark of KML, a row of a table, a line of WKT. */
export interface Feature {
  /** The name in the format's own place for it, such as `<name>` of a placemark. */
  readonly name?: string;
  /** The property that is that place, in a table. */
  readonly nameProperty?: string;
  /** The folders it lies in, from the outermost. */
  readonly folders: readonly string[];
  /** By the name in the file. */
  readonly properties: ReadonlyMap<string, Property>;
  readonly shapes: readonly DrawnShape[];
  /** `#RRGGBB`, from its style. */
  readonly color?: string;
  readonly place: Place;
}
