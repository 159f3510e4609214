/**
 * A zone with all its values known: what files, plans, stacks and accounts have in common. The properties have the names
 * that the arguments of a Zone have.
 */
import type { Point } from "./point";

export interface PlainCircle {
  readonly type: "circle";
  readonly name: string;
  readonly center: Point;
  /** Metres. */
  readonly radius: number;
  /** `#RRGGBB`. */
  readonly color?: string;
}

export interface PlainBox {
  readonly type: "boundingBox";
  readonly name: string;
  readonly northEast: Point;
  readonly southWest: Point;
  /** `#RRGGBB`. */
  readonly color?: string;
}

export interface PlainPolygon {
  readonly type: "polygon";
  readonly name: string;
  /** In order, the first not repeated at the end. Edges are straight in latitude and longitude. */
  readonly vertices: readonly Point[];
  /** `#RRGGBB`. */
  readonly color?: string;
}

export interface PlainGeoline {
  readonly type: "geoline";
  readonly name: string;
  readonly vertices: readonly Point[];
}

/** A beacon has no place on a map. */
export interface PlainBeacon {
  readonly type: "beacon";
  readonly name: string;
}

export type PlainGeofeature = PlainCircle | PlainBox | PlainPolygon | PlainGeoline | PlainBeacon;

/** As the arguments of a condition. */
export type PlainCondition =
  | { readonly type: "speed"; readonly minimumSpeed: number; readonly maximumSpeed: number }
  | { readonly type: "travelDirection"; readonly fromAngle: number; readonly toAngle: number }
  | {
      readonly type: "travelPath";
      readonly minimumGeofeaturesCrossed: number;
      readonly timeOutSeconds: number;
      readonly sequential?: boolean;
    }
  | { readonly type: "timeActive"; readonly fromTime: string; readonly toTime: string }
  | { readonly type: "dayRange"; readonly startDate?: string; readonly endDate?: string };

export interface PlainZone {
  readonly name: string;
  readonly geofeatures: readonly PlainGeofeature[];
  /** Seconds. Absent where the source does not say. */
  readonly minimumRetriggerTime?: number;
  readonly triggerOnExit?: boolean;
  readonly conditions?: readonly PlainCondition[];
  /** The types of conditions that could not be read, and are not among `conditions`. */
  readonly unknownConditions?: readonly string[];
  readonly tags?: readonly string[];
}
