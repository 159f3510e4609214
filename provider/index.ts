/** Bluedot as code: what a Pulumi program imports. */
export { Project } from "./project";
export { Provider, type ProviderArgs } from "./provider";
export { Zone } from "./zone";
export type { ExtraFields } from "./extra";
export type { IntegrationsArgs, MparticleArgs, ProjectArgs, WebhookArgs } from "./project/args";
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
  PointArgs,
  PolygonArgs,
} from "./zone/geofeatures";
