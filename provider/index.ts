/** Bluedot as code: what a Pulumi program imports. */
import "./require-node";

export { Beacon } from "./beacon";
export { Destination } from "./destination";
export { DestinationSet } from "./destination-set";
export { getBeacon, getBeaconOutput } from "./lookups/beacon";
export { getDestination, getDestinationOutput } from "./lookups/destination";
export { getProject, getProjectOutput, getProjects, getProjectsOutput } from "./lookups/project";
export {
  getTags,
  getTagsOutput,
  getZone,
  getZoneCount,
  getZoneCountOutput,
  getZoneOutput,
  getZones,
  getZonesOutput,
} from "./lookups/zone";
export { Project } from "./project";
export { Provider, type ProviderArgs } from "./dynamic/provider";
export { seconds } from "./seconds";
export { User } from "./user";
export { Zone } from "./zone";
export { ZoneSet } from "./zone-set";
export { beacon, type BeaconOptions, type BeaconSource } from "./zone/beacon-geofeature";
export { fromGeoJson, type GeoJson, type GeoJsonOptions } from "./zone/geojson";
export type { FeatureName, GeoJsonFeature } from "./zone/geojson/names";
export { timeActive, travelDirection, type Bearing } from "./zone/condition-helpers";
export {
  boundingBox,
  circle,
  geoline,
  polygon,
  type BoxCorners,
  type FenceOptions,
  type VerticesInput,
} from "./zone/geofeature-helpers";
export type { BeaconArgs, BeaconHardwareArgs } from "./beacon/args";
export type { DestinationArgs } from "./destination/args";
export type { DestinationOfSetArgs, DestinationSetArgs } from "./destination-set/args";
export type { ExtraFields } from "./extra-fields";
export type {
  FunctionOptions,
  GetBeaconArgs,
  GetDestinationArgs,
  GetProjectArgs,
  GetProjectsArgs,
  GetTagsArgs,
  GetZoneArgs,
  GetZonesArgs,
} from "./lookups/args";
export type {
  GetBeaconResult,
  GetDestinationResult,
  GetProjectResult,
  GetZoneResult,
  Plain,
} from "./lookups/results";
export type { PointArgs } from "./point";
export type { IntegrationsArgs, MparticleArgs, ProjectArgs, WebhookArgs } from "./project/args";
export type { ProjectPermissionArgs, UserArgs } from "./user/args";
export type { ActionArgs, MessageActionArgs, UrlActionArgs } from "./zone/actions";
export type { ZoneArgs } from "./zone/args";
export type { ZoneOfSetArgs, ZoneSetArgs } from "./zone-set/args";
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
export type { PointInput, PointLike } from "./zone/points";
