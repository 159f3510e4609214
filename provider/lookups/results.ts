/** What the functions find. */
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

/** What every result has. */
interface Found {
  /** Its id in the API. */
  id: string;
  /** What it is called in the console. */
  name: string;
  /**
   * What the API holds beside the fields of this type, as it names it: fields that this provider does not know, and
   * values in a shape that it cannot read. Whatever is called a key, a token, a password or the like is left out.
   */
  extraFields: Record<string, unknown>;
}

/**
 * A project as the API holds it. Its secrets (headers of webhooks, `firebaseApiKey`, `integrations`) are left out:
 * `Project.get` gives them as secret outputs.
 */
export interface GetProjectResult
  extends Found, FieldsOf<ProjectArgs, "firebaseApiKey" | "integrations" | "forceDestroy"> {
  /** How long a phone waits before it fetches the rules again, in seconds. */
  nextRuleUpdateInterval: number;
  /** Servers that are told of triggers, without their headers. */
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
  /** Whether leaving the zone triggers too. */
  triggerOnExit: boolean;
  /** Passed on with each trigger. */
  customData: Record<string, string>;
  /** What must hold before it triggers. */
  conditions: Plain<ConditionArgs>[];
  /** Words to find it by. */
  tags: string[];
  /** What the phone does when it triggers. */
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
  /** Where it is, if the API knows. */
  location?: Plain<PointArgs>;
  /** Whom to write to about it, if anybody. */
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
  /** Where it hangs. */
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

/** What each function finds, by its name. */
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
