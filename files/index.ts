/** Zones and destinations from files: what a Pulumi program imports from `pulumi-bluedot/files`. */
export { byDestinationId, byName } from "./by-key";
export type { DestinationRow } from "./destination-row";
export { ZoneFileError, type FileFault } from "./fault";
export type {
  ColumnOptions,
  FeatureInfo,
  FeatureProperties,
  FeatureText,
  ReadZonesOptions,
  WarningOptions,
} from "./options";
export { readDrawnZones, readZones } from "./read";
export { readDestinations, type ReadDestinationsOptions } from "./read-destinations";
export type { WriteZonesOptions, ZoneFormat } from "./write/options";
export { writeZones } from "./write/write-zones";
export { zonesAround, type ZonesAroundOptions } from "./zones-around";
export type {
  ActionRow,
  BoundingBoxRow,
  CircleRow,
  ConditionRow,
  DayRangeRow,
  DrawnZone,
  GeofeatureRow,
  GeolineRow,
  MessageActionRow,
  PointRow,
  PolygonRow,
  SpeedRow,
  TimeActiveRow,
  TravelDirectionRow,
  TravelPathRow,
  UrlActionRow,
  ZoneRow,
} from "./zone-row";
