/** Bluedot as code: what a Pulumi program imports. */
export { Beacon } from "./beacon";
export { Destination } from "./destination";
export { Project } from "./project";
export { Provider, type ProviderArgs } from "./provider";
export { User } from "./user";
export { Zone } from "./zone";
export type { BeaconArgs, BeaconHardwareArgs } from "./beacon/args";
export type { DestinationArgs } from "./destination/args";
export type { ExtraFields } from "./extra";
export type { PointArgs } from "./point";
export type { IntegrationsArgs, MparticleArgs, ProjectArgs, WebhookArgs } from "./project/args";
export type { ProjectPermissionArgs, UserArgs } from "./user/args";
export type { ActionArgs, MessageActionArgs, UrlActionArgs } from "./zone/actions";
export type { ZoneArgs } from "./zone/args";
export type {
  ConditionArgs,
  DayRangeArgs,
  SpeedArgs,
  TimeActiveArgs,
  TravelDirectionArgs,
  TravelPathArgs,
} from "./zone/conditions";
export type {
  BeaconGeofeatureArgs,
  BoundingBoxArgs,
  CircleArgs,
  GeofeatureArgs,
  GeolineArgs,
  PolygonArgs,
} from "./zone/geofeatures";
