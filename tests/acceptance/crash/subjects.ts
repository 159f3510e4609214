/** The programs that are stopped in their middle, and how one tells from a state what each of them has. */
import { z } from "zod";

import type { State } from "./harness";

export interface Subject {
  readonly title: string;
  /** A program, as index.js of a folder that has the package. */
  readonly program: string;
  /** The kind of objects that the program creates beside a project. */
  readonly objects: "zones" | "destinations";
  readonly count: number;
  /** The number of requests that an `up` from nothing sends to the API. */
  readonly requests: number;
  /** The ids of the objects that a state says it has; one that two resources have is there twice. */
  readonly ids: (state: State) => string[];
}

/** A sign-in, and the list and the POST of the project, and the list and a POST each of its objects. */
const requests = (count: number) => 4 + count;

/** A zone's arguments, but for its project. */
const zoneArgs = `(at) => ({
  minimumRetriggerTime: 3600,
  geofeatures: [{ type: "circle", name: "door", center: { latitude: at / 1000, longitude: 7 }, radius: 40 }],
  customData: { store: String(at) },
})`;

/** A destination's arguments, but for its project. */
const destinationArgs = `(at) => ({
  location: { latitude: at / 1000, longitude: 7 },
  customData: { store: String(at) },
})`;

/** A Project and so many resources of the class Zone. */
export function zones(count: number): Subject {
  return {
    title: `${count} Zones`,
    program: `const bluedot = require("pulumi-bluedot");
const args = ${zoneArgs};
const project = new bluedot.Project("network");
for (let at = 0; at < ${count}; at++) new bluedot.Zone("zone-" + at, { projectId: project.id, ...args(at) });
`,
    objects: "zones",
    count,
    requests: requests(count),
    ids: ({ resources }) =>
      resources.flatMap(({ type, id }) => (type.endsWith(":Zone") && id !== undefined ? [id] : [])),
  };
}

/** A Project and one resource that holds so many zones. */
export function zoneSet(count: number): Subject {
  return {
    title: `a ZoneSet of ${count} zones`,
    program: `const bluedot = require("pulumi-bluedot");
const args = ${zoneArgs};
const project = new bluedot.Project("network");
const zones = Object.fromEntries(Array.from({ length: ${count} }, (_, at) => ["zone-" + at, args(at)]));
exports.ids = new bluedot.ZoneSet("stores", { projectId: project.id, zones }).zoneIds;
`,
    objects: "zones",
    count,
    requests: requests(count),
    ids: idsGiven,
  };
}

/** A Project and one resource that holds so many of its destinations. */
export function destinationSet(count: number): Subject {
  return {
    title: `a DestinationSet of ${count} destinations`,
    program: `const bluedot = require("pulumi-bluedot");
const args = ${destinationArgs};
const { id: projectId } = new bluedot.Project("network");
const destinations = Object.fromEntries(Array.from({ length: ${count} }, (_, at) => ["store-" + at, { projectId, ...args(at) }]));
exports.ids = new bluedot.DestinationSet("stores", { destinations }).destinationIds;
`,
    objects: "destinations",
    count,
    requests: requests(count),
    ids: idsGiven,
  };
}

/** The set's own are packed; what it gives to the program is in the state as the stack's output. */
function idsGiven({ resources }: State): string[] {
  return resources.flatMap(({ type, outputs }) =>
    type === "pulumi:pulumi:Stack" ? Object.values(idsByKey.parse(outputs?.["ids"] ?? {})) : [],
  );
}

const idsByKey = z.record(z.string(), z.string());
