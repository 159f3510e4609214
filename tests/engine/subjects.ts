/** One resource of each kind, as the engine gives it to its handler, with a secret wherever one may stand. */
import type { Seeded } from "pulumi-bluedot/emulator";

import { canary } from "../acceptance/canaries";
import { resourceNames, type ResourceName } from "../resources";
import type { Properties } from "./provider-process";

export const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";

/** The secrets that the resources carry. No message may repeat them. */
export const secrets = {
  header: canary("header"),
  firebaseApiKey: canary("firebase"),
  iosApiKey: canary("ios"),
  androidSecretKey: canary("android"),
};

export interface Subject {
  readonly noun: ResourceName;
  readonly collection: keyof Seeded;
  /** The property by which messages call it. */
  readonly title: string;
  /** A new one; `at` sets it apart from all others. */
  readonly declare: (at: number) => Properties;
  readonly change: Properties;
}

const place = { latitude: -37.5, longitude: 144.5 };
const from = (handler: string) => `exports.handler = () => require("pulumi-bluedot/handlers").${handler}`;

const byNoun: Record<ResourceName, Omit<Subject, "noun">> = {
  Project: {
    collection: "projects",
    title: "name",
    declare: (at) => ({
      __provider: from("project"),
      name: `coffee ${at}`,
      nextRuleUpdateInterval: 300,
      forceDestroy: false,
      webhooks: [
        { type: "geoTrigger", url: "https://hooks.example.com", headers: { "x-api-key": secrets.header } },
      ],
      firebaseApiKey: secrets.firebaseApiKey,
      integrations: {
        mparticle: { iosApiKey: secrets.iosApiKey, androidSecretKey: secrets.androidSecretKey },
      },
    }),
    change: { nextRuleUpdateInterval: 600 },
  },
  Zone: {
    collection: "zones",
    title: "name",
    declare: (at) => ({
      __provider: from("zone"),
      projectId,
      name: `cafe ${at}`,
      minimumRetriggerTime: 600,
      geofeatures: [{ type: "circle", name: "door", center: place, radius: 40 }],
      triggerOnExit: false,
    }),
    change: { minimumRetriggerTime: 900 },
  },
  Destination: {
    collection: "destinations",
    title: "name",
    declare: (at) => ({
      __provider: from("destination"),
      destinationId: `store/${at} ä`,
      name: `Collins Street ${at}`,
      location: place,
    }),
    change: { address: "8 Whiteman Street" },
  },
  Beacon: {
    collection: "beacons",
    title: "name",
    declare: (at) => ({
      __provider: from("beacon"),
      name: `till ${at}`,
      beaconType: "IOS",
      location: place,
      proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef",
      major: Math.floor(at / 1000),
      minor: at % 1000,
    }),
    change: { description: "by the window" },
  },
  User: {
    collection: "users",
    title: "email",
    declare: (at) => ({
      __provider: from("user"),
      email: `ada${at}@example.com`,
      username: `ada${at}@example.com`,
      firstName: "Ada",
      lastName: "Lovelace",
      isAdmin: false,
      projectPermissions: [{ projectId, permissionLevel: "READ" }],
    }),
    change: { firstName: "renamed" },
  },
};

export const subjects: readonly Subject[] = resourceNames.map((noun) => ({ noun, ...byNoun[noun] }));
