/** The results of the functions. */
import type { Unwrap } from "@pulumi/pulumi";

import type { BeaconArgs } from "../beacon/args";
import type { DestinationArgs } from "../destination/args";
import type { ProjectArgs, WebhookArgs } from "../project/args";
import type { ActionArgs } from "../zone/actions";
import type { ZoneArgs } from "../zone/args";
import type { ConditionArgs } from "../zone/conditions";
import type { GeofeatureArgs } from "../zone/geofeatures";
import type { PointArgs } from "../point";

/** Arguments as plain values, which may be given as arguments again. */
export type Plain<Args> = WithExtraFields<Unwrap<Args>>;

/** `Unwrap` takes the values of `extraFields` for values that cannot be. */
type WithExtraFields<Value> = Value extends (infer Element)[]
  ? WithExtraFields<Element>[]
  : Value extends object
    ? {
        [Name in keyof Value]: Name extends "extraFields"
          ? Record<string, unknown>
          : WithExtraFields<Value[Name]>;
      }
    : Value;

/** The arguments of a resource as properties of a result, which describes them in its own words. */
type FieldsOf<Args, Without extends keyof Args = never> = Omit<Plain<Args>, "name" | "extraFields" | Without>;

/** The properties of every result. */
interface Found {
  /** Its id in the API. */
  id: string;
  /** The name in the console. */
  name: string;
  /**
   * The object's other fields in the API, by the API's names: fields that this provider does not know, and
   * values in a shape that it cannot read. Fields that are called a key, a token, a password or the like are
   * left out.
   */
  extraFields: Record<string, unknown>;
}

/**
 * A project as the API holds it. Its secrets (headers of webhooks, `firebaseApiKey`, `integrations`) are left out:
 * `Project.get` gives them as secret outputs.
 */
export interface GetProjectResult
  extends Found, FieldsOf<ProjectArgs, "firebaseApiKey" | "integrations" | "forceDestroy"> {
  /** The time a phone waits before it fetches the rules again, in seconds. */
  nextRuleUpdateInterval: number;
  /** Servers that receive triggers, without their headers. */
  webhooks: Omit<Plain<WebhookArgs>, "headers">[];
}

/** A zone as the API holds it. */
export interface GetZoneResult extends Found, FieldsOf<ZoneArgs, "shouldSync"> {
  /** The project it belongs to. */
  projectId: string;
  /** The least time between two triggers for one phone, in seconds. */
  minimumRetriggerTime: number;
  /** The fences, lines and beacons it is made of. */
  geofeatures: Plain<GeofeatureArgs>[];
  /** Geofeature name → its id, which analytics, webhooks and phones call the fence id. */
  fenceIds: Record<string, string>;
  /** True if leaving the zone triggers too. */
  triggerOnExit: boolean;
  /** Passed on with each trigger. */
  customData: Record<string, string>;
  /** The conditions that must hold before it triggers. */
  conditions: Plain<ConditionArgs>[];
  /** Words to find it by. */
  tags: string[];
  /** The actions of the phone when it triggers. */
  actions: Plain<ActionArgs>[];
  /** The destination it leads to, if any. */
  destinationId?: string;
}

/** A destination as the API holds it. Its `id` is its `destinationId`. */
export interface GetDestinationResult extends Found, FieldsOf<DestinationArgs> {
  /** The id of your own. */
  destinationId: string;
  /** The postal address, in one line, if any. */
  address?: string;
  /** Its location, if the API knows it. */
  location?: Plain<PointArgs>;
  /** The e-mail address for messages about it, if any. */
  email?: string;
  /** Passed on with its events. */
  customData: Record<string, string>;
  /** The project it belongs to, if any. */
  projectId?: string;
}

/** A beacon of the account as the API holds it. */
export interface GetBeaconResult extends Found, FieldsOf<BeaconArgs> {
  /** The phones it is for. */
  beaconType: "IOS" | "Android" | "Both";
  /** Its location. */
  location: Plain<PointArgs>;
  /** A note, if any. */
  description?: string;
  /** Groups beacons under a `proximityUUID`. */
  major?: number;
  /** One beacon of its group. */
  minor?: number;
  /** Apple's iBeacon group. */
  proximityUUID?: string;
  /** The hardware address. */
  macAddress?: string;
  /** Transmit power in dBm. */
  txPower?: number;
  /** The account that owns it. */
  accountId?: string;
}

/** The result of each function, by its name. */
export interface Results {
  getProject: GetProjectResult;
  getProjects: GetProjectResult[];
  getZone: GetZoneResult;
  getZones: GetZoneResult[];
  getZoneCount: number;
  getDestination: GetDestinationResult;
  getBeacon: GetBeaconResult;
  getTags: string[];
}
