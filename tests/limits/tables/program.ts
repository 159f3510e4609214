/** The rules that only the whole program shows. All are warnings, since the program may know better. */
import * as pulumi from "@pulumi/pulumi";

import { watchProgram } from "../../../provider/program/cross-resource-checks";
import { circle } from "../../unit/provider/samples";
import type { Source } from "../row";

/** A resource of the program: a zone, or where a destination is. */
type Declared =
  | readonly [what: "zone", name: string, args: object]
  | readonly [what: "destination", destinationId: string, location: object];

type Program = readonly Declared[];

export interface ProgramRow {
  readonly about: string;
  readonly rule: string;
  readonly from: Source;
  readonly accepted: readonly Program[];
  readonly boundary: readonly Program[];
  readonly rejected: readonly [readonly [Program, RegExp], ...(readonly [Program, RegExp])[]];
}

/** All that is said of a program. */
export function warningsOf(program: Program): string[] {
  const messages: string[] = [];
  const watched = watchProgram((message) => messages.push(message));
  for (const [what, name, given] of program) {
    const resource = new pulumi.DependencyResource(`urn:${name}`);
    if (what === "zone") watched.zone(resource, name, given);
    else watched.destination(resource, name, { destinationId: name, location: given }, [name, storeId]);
  }
  return messages;
}

/** 28.6° and 77.2° are a valid place in either order. A degree of latitude is 111.2 km. */
const delhi = (away = 0) => ({ latitude: 28.6 + away, longitude: 77.2 });
const swapped = { latitude: 77.2, longitude: 28.6 };

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const zone = (name: string, args: object = {}): Declared => ["zone", name, { projectId, ...args }];
const zoneAt = (name: string, center: { latitude: number; longitude: number }, args: object = {}) =>
  zone(name, { geofeatures: [circle({ center })], ...args });
const storeId = pulumi.output("store-42");
const led = { destinationId: storeId };
const ledByText = { destinationId: "store-42" };
const store = (location: object): Declared => ["destination", "store-42", location];

export const programRows: readonly ProgramRow[] = [
  {
    about: "two zones of a project",
    rule: "have different names",
    from: "this provider",
    accepted: [[zone("a"), zone("b")]],
    boundary: [
      [zone("cafe"), zone("b", { name: "Cafe" })],
      [zone("cafe"), zone("b", { name: "cafe", projectId: "c7058934-f1e6-4176-8730-a0bd28e8e0a9" })],
    ],
    rejected: [
      [
        [zone("cafe"), zone("b", { name: "cafe" })],
        /^Zone "cafe": "cafe" and "b" have this name in one project; /,
      ],
    ],
  },
  {
    about: "a zone beyond 500 km from all others of its project",
    rule: "is not within 100 km of two of them with latitude and longitude swapped",
    from: "this provider",
    accepted: [[zoneAt("a", delhi()), zoneAt("b", delhi(0.1)), zoneAt("c", delhi(0.2))]],
    boundary: [
      [zoneAt("a", delhi()), zoneAt("b", delhi(0.91)), zoneAt("c", swapped)],
      [zoneAt("a", delhi()), zoneAt("c", swapped)],
    ],
    rejected: [
      [
        [zoneAt("a", delhi()), zoneAt("b", delhi(0.89)), zoneAt("c", swapped)],
        /^Zone "c": \(77\.2, 28\.6\) is far from every other zone of its project, but .* beside "a" and "b"; /,
      ],
    ],
  },
  {
    about: "a zone beyond 500 km from its destination",
    rule: "is not within 100 km of it with latitude and longitude swapped",
    from: "this provider",
    accepted: [[store(delhi()), zoneAt("a", { latitude: -33.9, longitude: 151.2 }, led)]],
    boundary: [[store(delhi(0.91)), zoneAt("a", swapped, led)]],
    rejected: [
      [
        [store(delhi(0.89)), zoneAt("a", swapped, led)],
        /^Zone "a": geofeatures\[0\]\.center: .* from the zone's destination "store-42", but 99 km with /,
      ],
      [
        [zoneAt("a", swapped, led), store(delhi())],
        /did you swap those of the zone or of the destination\?$/,
      ],
    ],
  },
  {
    about: "a destination that a zone names by plain text",
    rule: "is declared before the zone",
    from: "this provider",
    accepted: [[store(delhi()), zone("a", ledByText)]],
    boundary: [[zone("a", led), store(delhi())], [zone("a", ledByText)]],
    rejected: [
      [
        [zone("a", ledByText), store(delhi())],
        /^Zone "a": destinationId: it is plain text, and the destination "store-42" is declared after the zone, /,
      ],
    ],
  },
];
