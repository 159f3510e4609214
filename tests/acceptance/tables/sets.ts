/** The kinds of sets, as what all of them are put through on the real CLI needs to know them. */
import type * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";
import type { RunningEmulator } from "pulumi-bluedot/emulator";

import { heldIn, type Held } from "./table";

/** One object of a set. */
interface Declared {
  /** True if the program has changed the object. Default: false. */
  readonly changed?: boolean;
  /** The name of the object, if it is not the key. */
  readonly called?: string;
}

export type Objects = Readonly<Record<string, Declared>>;

export interface SetTable {
  readonly noun: string;
  /** The argument that holds its objects, which is what the API calls them too. */
  readonly objects: "zones" | "destinations";
  /** Declares one, and gives the ids of its objects by key. */
  readonly make: (
    name: string,
    objects: Objects,
    projectId: pulumi.Output<string>,
  ) => pulumi.Output<Record<string, string>>;
  /** The line of a preview about an object that the program has changed. */
  readonly shown: RegExp;
  /** The writes that follow if the object of a key is renamed, from `c` to `y`. */
  readonly calledOtherwise: readonly string[];
  /** The property that somebody else changes. */
  readonly foreign: { readonly path: string; readonly value: unknown; readonly declared: unknown };
  readonly held: (emulator: RunningEmulator) => Held;
}

function each<Args>(objects: Objects, declare: (object: Declared) => Args): Record<string, Args> {
  return Object.fromEntries(Object.entries(objects).map(([key, object]) => [key, declare(object)]));
}

const center = { latitude: -37.8, longitude: 144.9 };

const zoneSet: SetTable = {
  noun: "ZoneSet",
  objects: "zones",
  make: (name, objects, projectId) => {
    const zones = each(objects, ({ changed = false, called }): bluedot.ZoneOfSetArgs => ({
      minimumRetriggerTime: 600,
      geofeatures: [{ type: "circle", name: "door", center, radius: changed ? 55 : 40 }],
      ...(called !== undefined && { name: called }),
    }));
    return new bluedot.ZoneSet(name, { projectId, zones }).zoneIds;
  },
  shown: /~ radius: 40 => 55/,
  calledOtherwise: ["PUT c"],
  foreign: { path: "minimumRetriggerTime", value: 900, declared: 600 },
  held: ({ zones }) => heldIn(zones, ({ _id }) => _id),
};

const destinationSet: SetTable = {
  noun: "DestinationSet",
  objects: "destinations",
  make: (name, objects, projectId) => {
    const destinations = each(objects, ({ changed = false, called }): bluedot.DestinationOfSetArgs => ({
      projectId,
      address: changed ? "2 High St" : "1 High St",
      ...(called !== undefined && { name: called, destinationId: called }),
    }));
    return new bluedot.DestinationSet(name, { destinations }).destinationIds;
  },
  shown: /~ address +: "1 High St" => "2 High St"/,
  // The API lets nobody change a destinationId.
  calledOtherwise: ["POST y", "DELETE c"],
  foreign: { path: "address", value: "3 High St", declared: "1 High St" },
  held: ({ destinations }) => heldIn(destinations, ({ destinationId }) => destinationId),
};

export const setTables: readonly SetTable[] = [zoneSet, destinationSet];
