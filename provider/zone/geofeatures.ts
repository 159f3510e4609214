/** The kinds of geofeature that a Zone is made of: the fences, lines and beacons that a phone meets. */
import type { Input } from "@pulumi/pulumi";

import type { BeaconHardwareArgs } from "../beacon/args";
import type { ExtraFields } from "../extra-fields";
import type { PointArgs } from "../point";

/**
 * A circular fence.
 *
 * @example
 * { type: "circle", name: "door", center: { latitude: -37.818, longitude: 144.9775 }, radius: 40 }
 */
export interface CircleArgs extends ExtraFields {
  type: Input<"circle">;
  /** Unique in its zone. A geofeature that keeps its shape or its name keeps its fence id. */
  name: Input<string>;
  /** Its middle. */
  center: Input<PointArgs>;
  /** Metres, 5 or more. */
  radius: Input<number>;
  /**
   * The color in the console: `#RRGGBB`.
   *
   * @default the API's
   */
  color?: Input<string>;
}

/**
 * A fence between two latitudes and two longitudes, of 70 m² or more.
 *
 * @example
 * {
 *   type: "boundingBox", name: "car park",
 *   northEast: { latitude: -37.8164, longitude: 144.9801 },
 *   southWest: { latitude: -37.8184, longitude: 144.9777 },
 * }
 */
export interface BoundingBoxArgs extends ExtraFields {
  type: Input<"boundingBox">;
  /** Unique in its zone. A geofeature that keeps its shape or its name keeps its fence id. */
  name: Input<string>;
  /** The corner with the greater latitude and longitude. */
  northEast: Input<PointArgs>;
  /** The corner with the lesser latitude and longitude. */
  southWest: Input<PointArgs>;
  /**
   * The color in the console: `#RRGGBB`.
   *
   * @default the API's
   */
  color?: Input<string>;
}

/**
 * A fence of any outline, of 70 m² or more. A last point that repeats the first is allowed and has no effect.
 *
 * @example
 * {
 *   type: "polygon", name: "forecourt",
 *   vertices: [
 *     { latitude: 39.0413, longitude: -94.5692 },
 *     { latitude: 39.0413, longitude: -94.5691 },
 *     { latitude: 39.041, longitude: -94.5691 },
 *   ],
 * }
 */
export interface PolygonArgs extends ExtraFields {
  type: Input<"polygon">;
  /** Unique in its zone. A geofeature that keeps its shape or its name keeps its fence id. */
  name: Input<string>;
  /** 3 points or more, in order; Bluedot advises fewer than 300. The first may be any of them. */
  vertices: Input<Input<PointArgs>[]>;
  /**
   * The color in the console: `#RRGGBB`.
   *
   * @default the API's
   */
  color?: Input<string>;
}

/**
 * A tripwire: crossing it triggers the zone.
 *
 * @example
 * {
 *   type: "geoline", name: "drive-through entry",
 *   vertices: [{ latitude: 6.17907, longitude: -75.58194 }, { latitude: 6.17884, longitude: -75.58155 }],
 * }
 */
export interface GeolineArgs extends ExtraFields {
  type: Input<"geoline">;
  /** Unique in its zone. A geofeature that keeps its shape or its name keeps its fence id. */
  name: Input<string>;
  /** 2 points or more, in order. */
  vertices: Input<Input<PointArgs>[]>;
}

/**
 * A Bluetooth beacon in the zone.
 *
 * @example
 * {
 *   type: "beacon", name: "counter", beaconType: "IOS", proximity: "Near",
 *   location: { latitude: -37.8128737, longitude: 144.9777056 },
 *   proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef", major: 12321, minor: 56466,
 * }
 */
export interface BeaconGeofeatureArgs extends BeaconHardwareArgs {
  type: Input<"beacon">;
  /** Unique in its zone. A geofeature that keeps its shape or its name keeps its fence id. */
  name: Input<string>;
  /**
   * The greatest distance of a phone: an inch, about 6 feet, or the signal's range.
   *
   * @default the API's
   */
  proximity?: Input<"Immediate" | "Near" | "Far">;
}

/** One part of a Zone, discriminated by `type`. */
export type GeofeatureArgs = CircleArgs | BoundingBoxArgs | PolygonArgs | GeolineArgs | BeaconGeofeatureArgs;
