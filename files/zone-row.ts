/** A zone of a file: the arguments of a Zone without its `projectId`, all known. */

/** A place on the earth, in degrees (WGS 84). */
export interface PointRow {
  /** Degrees north of the equator, from -90 to 90. */
  latitude: number;
  /** Degrees east of Greenwich, from -180 to 180. */
  longitude: number;
}

/** A circular fence. */
export interface CircleRow {
  type: "circle";
  /** Unique in its zone. */
  name: string;
  center: PointRow;
  /** Metres, 5 or more. */
  radius: number;
  /** `#RRGGBB`. Left out if the file does not say. */
  color?: string;
}

/** A fence between two latitudes and two longitudes. */
export interface BoundingBoxRow {
  type: "boundingBox";
  /** Unique in its zone. */
  name: string;
  northEast: PointRow;
  southWest: PointRow;
  /** `#RRGGBB`. Left out if the file does not say. */
  color?: string;
}

/** A fence of any outline. */
export interface PolygonRow {
  type: "polygon";
  /** Unique in its zone. */
  name: string;
  /** 3 points or more, in order, the first not repeated at the end. */
  vertices: PointRow[];
  /** `#RRGGBB`. Left out if the file does not say. */
  color?: string;
}

/** A tripwire. */
export interface GeolineRow {
  type: "geoline";
  /** Unique in its zone. */
  name: string;
  /** 2 points or more, in order. */
  vertices: PointRow[];
}

/** One part of a zone, discriminated by `type`. */
export type GeofeatureRow = CircleRow | BoundingBoxRow | PolygonRow | GeolineRow;

/** The phone moves at a speed between the two. */
export interface SpeedRow {
  type: "speed";
  /** Metres per second. */
  minimumSpeed: number;
  /** Metres per second. */
  maximumSpeed: number;
}

/** The phone moves in a direction between two angles, clockwise from magnetic north. */
export interface TravelDirectionRow {
  type: "travelDirection";
  /** Degrees. */
  fromAngle: number;
  /** Degrees. */
  toAngle: number;
}

/** The phone crosses several geofeatures of the zone within a time. */
export interface TravelPathRow {
  type: "travelPath";
  minimumGeofeaturesCrossed: number;
  timeOutSeconds: number;
  /** True if only the order of the zone's geofeatures counts. */
  sequential?: boolean;
}

/** The phone's clock is between two times of day. */
export interface TimeActiveRow {
  type: "timeActive";
  /** `HH:MM:SS`, 00:00:00 to 23:59:59. */
  fromTime: string;
  /** `HH:MM:SS`, 00:00:00 to 23:59:59. */
  toTime: string;
}

/** The phone's date is between two days; one of them may be left open. */
export interface DayRangeRow {
  type: "dayRange";
  /** `YYYY-MM-DD`. */
  startDate?: string;
  /** `YYYY-MM-DD`. */
  endDate?: string;
}

/** One condition of a zone, discriminated by `type`. */
export type ConditionRow = SpeedRow | TravelDirectionRow | TravelPathRow | TimeActiveRow | DayRangeRow;

/** Shows a message when the zone triggers. */
export interface MessageActionRow {
  type: "message";
  title: string;
  message: string;
}

/** Opens an address when the zone triggers. */
export interface UrlActionRow {
  type: "url";
  url: string;
}

/** One action of a zone, discriminated by `type`. */
export type ActionRow = MessageActionRow | UrlActionRow;

/** A zone as a file has it: enough for a map, and complete for a program once it has a `minimumRetriggerTime`. */
export interface DrawnZone {
  /** Unique in its file, but for those that `readDrawnZones` gives. */
  name: string;
  /** One or more, in the file's order. */
  geofeatures: GeofeatureRow[];
  /** Whole seconds: 60 to 3,599,940 (999 h 59 min). Left out if neither the file nor an option says. */
  minimumRetriggerTime?: number;
  /** True if leaving the zone triggers too. Left out if the file does not say. */
  triggerOnExit?: boolean;
  /** At most 20 pairs. Left out where there are none. */
  customData?: Record<string, string>;
  /** Left out where there are none. */
  conditions?: ConditionRow[];
  /** Left out where there are none. */
  tags?: string[];
  /** Left out where there are none. */
  actions?: ActionRow[];
  /** The destination it leads to. Left out where there is none. */
  destinationId?: string;
}

/**
 * One zone of a file, as a Zone or ZoneSet takes it. Values that the file does not give are left out, so that properties
 * before a spread of the zone apply.
 *
 * @example
 * new bluedot.Zone(zone.name, { projectId: project.id, triggerOnExit: true, ...zone });
 */
export interface ZoneRow extends DrawnZone {
  /** Unique in its file. */
  name: string;
  /** Whole seconds: 60 to 3,599,940 (999 h 59 min). */
  minimumRetriggerTime: number;
}
