/** Zones from files: what a Pulumi program imports from `pulumi-bluedot/files`. */
export { ZoneFileError, type FileFault } from "./fault";
export { readZoneCsv, type ReadZoneCsvOptions } from "./zone-csv/read";
export type {
  BoundingBoxRow,
  CircleRow,
  GeofeatureRow,
  GeolineRow,
  MessageActionRow,
  PointRow,
  PolygonRow,
  TimeActiveRow,
  ZoneRow,
} from "./zone-row";
