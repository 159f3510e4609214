/** Zones from files: what a Pulumi program imports from `pulumi-bluedot/files`. */
export { ZoneFileError, type FileFault } from "./fault";
export { readZoneCsv, type ReadZoneCsvOptions } from "./zone-csv/read";
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
