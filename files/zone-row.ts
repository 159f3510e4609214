/** The zone of a row in a file: the arguments of a Zone without its `projectId`, all known. */

/** A place on the earth, in degrees (WGS 84). */
export interface PointRow {
  /** Degrees north of the equator, from -90 to 90. */
  latitude: number;
  /** Degrees east of Greenwich, from -180 to 180. */
  longitude: number;
}

/** A circular fence; its name is `Circle 1`, `Circle 2` and so on in its zone. */
export interface CircleRow {
  type: "circle";
  name: string;
  center: PointRow;
  /** Metres, 5 or more. */
  radius: number;
}

/** A fence between two latitudes and two longitudes; its name is `Rectangle 1`, `Rectangle 2` and so on. */
export interface BoundingBoxRow {
  type: "boundingBox";
  name: string;
  northEast: PointRow;
  southWest: PointRow;
}

/** A fence of any outline; its name is `Polygon 1`, `Polygon 2` and so on. */
export interface PolygonRow {
  type: "polygon";
  name: string;
  /** 3 points or more, in order, the first not repeated at the end. */
  vertices: PointRow[];
}

/** A tripwire; its name is `Geoline 1`, `Geoline 2` and so on. */
export interface GeolineRow {
  type: "geoline";
  name: string;
  /** 2 points or more, in order. */
  vertices: PointRow[];
}

/** One part of a zone, discriminated by `type`. */
export type GeofeatureRow = CircleRow | BoundingBoxRow | PolygonRow | GeolineRow;

/** The phone's clock is between two times of day. */
export interface TimeActiveRow {
  type: "timeActive";
  /** `HH:MM:SS`, 00:00:00 to 23:59:59. */
  fromTime: string;
  /** `HH:MM:SS`, 00:00:00 to 23:59:59. */
  toTime: string;
}

/** Shows a message when the zone triggers. */
export interface MessageActionRow {
  type: "message";
  title: string;
  message: string;
}

/**
 * One zone of a file. Values that the file does not give are left out, so that properties before a spread of
 * the zone apply.
 *
 * @example
 * new bluedot.Zone(zone.name, { projectId: project.id, triggerOnExit: true, ...zone });
 */
export interface ZoneRow {
  /** Unique in its file. */
  name: string;
  /** Whole seconds: 60 to 3,599,940 (999 h 59 min). */
  minimumRetriggerTime: number;
  /** One or more, in the file's order. */
  geofeatures: GeofeatureRow[];
  /** True if leaving the zone triggers too. Left out if the file does not say. */
  triggerOnExit?: boolean;
  /** At most 20 pairs. Left out where there are none. */
  customData?: Record<string, string>;
  /** Left out where the zone is active all day. */
  conditions?: TimeActiveRow[];
  /** Left out where there are none. */
  actions?: MessageActionRow[];
}
