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
  /** Each with one message; that of the first is shown on the page. */
  readonly rejected: readonly [Program, ...Program[]];
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
    accepted: [
      [zone("cafe"), zone("b", { name: "Cafe" })],
      [zone("cafe"), zone("b", { name: "cafe", projectId: "c7058934-f1e6-4176-8730-a0bd28e8e0a9" })],
    ],
    rejected: [[zone("cafe"), zone("b", { name: "cafe" })]],
  },
  {
    about: "a zone beyond 500 km from all others of its project",
    rule: "is not within 100 km of two of them with latitude and longitude swapped",
    from: "this provider",
    accepted: [
      [zoneAt("a", delhi()), zoneAt("b", delhi(0.91)), zoneAt("c", swapped)],
      [zoneAt("a", delhi()), zoneAt("c", swapped)],
    ],
    rejected: [[zoneAt("a", delhi()), zoneAt("b", delhi(0.89)), zoneAt("c", swapped)]],
  },
  {
    about: "a zone beyond 500 km from its destination",
    rule: "is not within 100 km of it with latitude and longitude swapped",
    from: "this provider",
    accepted: [
      [store(delhi()), zoneAt("a", { latitude: -33.9, longitude: 151.2 }, led)],
      [store(delhi(0.91)), zoneAt("a", swapped, led)],
    ],
    rejected: [
      [store(delhi(0.89)), zoneAt("a", swapped, led)],
      [zoneAt("a", swapped, led), store(delhi())],
    ],
  },
  {
    about: "a destination that a zone names by plain text",
    rule: "is declared before the zone",
    from: "this provider",
    accepted: [
      [store(delhi()), zone("a", ledByText)],
      [zone("a", led), store(delhi())],
      [zone("a", ledByText)],
    ],
    rejected: [[zone("a", ledByText), store(delhi())]],
  },
];
