/** A program with a secret wherever one may stand: in its own resources, in what it looks up, in what functions find. */
import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";

import { canary } from "./canaries";
import type { Program } from "./stack";

export const secrets = {
  header: canary("header"),
  otherHeader: canary("another header"),
  foreignHeader: canary("a foreign header"),
  foreignKey: canary("a foreign key"),
  firebaseApiKey: canary("firebase"),
  iosApiKey: canary("ios"),
  androidSecretKey: canary("android"),
  theirHeader: canary("their header"),
  theirFirebaseApiKey: canary("their firebase"),
  theirIosApiKey: canary("their ios"),
  ofADestination: canary("of a destination"),
  ofABeacon: canary("of a beacon"),
  ofAUser: canary("of a user"),
};
export const url = "https://hooks.example.com";

/** The properties of another project. */
export const lookedUp = {
  webhooks: [{ type: "geoTrigger", url, headers: { "x-api-key": secrets.theirHeader } }],
  firebaseApiKey: secrets.theirFirebaseApiKey,
  integrations: { mparticle: { iosApiKey: secrets.theirIosApiKey } },
};

/** One project with a secret of every kind, and another that is looked up. */
export function declare(header: string, theirId: string): Program {
  return () => {
    const project = new bluedot.Project("coffee", {
      webhooks: [{ type: "geoTrigger", url, headers: { "x-api-key": header } }],
      firebaseApiKey: secrets.firebaseApiKey,
      integrations: {
        mparticle: { iosApiKey: secrets.iosApiKey, androidSecretKey: secrets.androidSecretKey },
      },
    });
    const other = bluedot.Project.get("theirs", theirId);
    return {
      webhooks: project.webhooks,
      key: project.firebaseApiKey,
      theirWebhooks: other.webhooks,
      theirKey: other.firebaseApiKey,
    };
  };
}

/** The same, secrets that only the program marks as such, and what functions find of the other project. */
export function declareAll(header: string, theirId: string): Program {
  return () => ({
    ...declare(header, theirId)(),
    marked: declareMarked(),
    found: bluedot.getProjectOutput({ id: theirId }),
    allFound: bluedot.getProjectsOutput({ textSearchTerm: "theirs" }),
  });
}

function declareMarked(): pulumi.Output<Record<string, unknown> | undefined>[] {
  const place = { latitude: -37.5, longitude: 144.5 };
  const resources = [
    new bluedot.Destination("store", {
      // Like the id that a trace of another provider shows in its place.
      destinationId: "5d0c6d3e-8f5a-4b8e-9d4b-2f0f3c1a7e42",
      extraFields: { till: pulumi.secret(secrets.ofADestination) },
    }),
    new bluedot.Beacon("door", {
      beaconType: "Android",
      location: place,
      macAddress: "00-14-22-01-23-45",
      txPower: -59,
      extraFields: { lock: { code: pulumi.secret(secrets.ofABeacon) } },
    }),
    new bluedot.User("ada", {
      email: "ada@example.com",
      firstName: "Ada",
      lastName: "Lovelace",
      extraFields: pulumi.secret({ badge: secrets.ofAUser }),
    }),
  ];
  return resources.map(({ extraFields }) => extraFields);
}
