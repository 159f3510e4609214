/** The rules for the arguments of the functions. */
import { BluedotError } from "../../../provider/errors";
import { checked, schemas } from "../../../provider/lookups/queries/args-schema";
import type { JsonObject } from "../../../provider/json";
import type { Source } from "../row";

/** Each function, and which schema judges what it is given. */
export const functionSchemas = { ...schemas, getZoneCount: schemas.getZones };

export type FunctionName = keyof typeof functionSchemas;

type Names = readonly [FunctionName, ...FunctionName[]];

export interface FunctionRow {
  /** The functions for which it holds. */
  readonly names: Names;
  /** The arguments that it is about; of those of a point, the point. */
  readonly about: readonly string[];
  readonly rule: string;
  readonly from: Source;
  readonly accepted: readonly JsonObject[];
  /** The page has the whole message about the first, so that words are needed for another one alone. */
  readonly rejected: readonly [Refused, ...Refused[]];
}

type Refused = readonly [given: JsonObject, words?: RegExp];

/** Returns the error message about the arguments; undefined if they are valid. */
export function refusalOf(name: FunctionName, given: JsonObject): string | undefined {
  try {
    checked(name, functionSchemas[name], given);
    return undefined;
  } catch (error) {
    if (error instanceof BluedotError) return error.message;
    throw error;
  }
}

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const inProject = (given: JsonObject) => ({ projectId, ...given });
const zones: Names = ["getZones", "getZoneCount"];

/** An argument that is text, beside `others`. */
const words = (names: Names, argument: string, others: JsonObject = {}): FunctionRow => ({
  names,
  about: [argument],
  rule: "text that is not empty",
  from: "this provider",
  accepted: [{ ...others, [argument]: "x, y" }],
  rejected: [
    [{ ...others, [argument]: "" }],
    [{ ...others, [argument]: 42 }, new RegExp(`: ${argument} must be text\\.$`)],
  ],
});

const place = (latitude: number, longitude: number) => ({ latitude, longitude });
const corner = (latitude: number, longitude: number) =>
  inProject({ northEast: place(latitude, longitude), southWest: place(0, 0) });

export const functionRows: readonly FunctionRow[] = [
  {
    names: ["getProject", "getBeacon"],
    about: ["id", "name"],
    rule: "one of the two",
    from: "this provider",
    accepted: [{ id: projectId }, { name: "coffee" }],
    rejected: [
      [{ id: projectId, name: "coffee" }],
      [{}, /needs an id or a name/],
      [{ id: "" }, /needs an id or a name|must not be empty/],
    ],
  },
  words(["getProjects"], "textSearchTerm"),
  {
    names: ["getZone"],
    about: ["id", "name", "projectId"],
    rule: "`id` alone, or `name` and `projectId`",
    from: "this provider",
    accepted: [{ id: projectId }, inProject({ name: "cafe" })],
    rejected: [[{ name: "cafe" }], [inProject({ id: projectId }), /: it takes no argument projectId\.$/]],
  },
  {
    names: ["getZones", "getZoneCount", "getTags"],
    about: ["projectId"],
    rule: "required; text that is not empty",
    from: "this provider",
    accepted: [{ projectId: "x" }],
    rejected: [[{}], [{ projectId: "" }, /: projectId must not be empty\.$/]],
  },
  {
    names: zones,
    about: ["tags"],
    rule: "a list of texts, none empty or with a comma",
    from: "Config API 1.2.0",
    accepted: [inProject({ tags: [] }), inProject({ tags: ["x", "drive-through north"] })],
    rejected: [
      [inProject({ tags: ["vip", "drive-through, north"] })],
      [inProject({ tags: [""] }), /: tags\.0 must not be empty/],
      [inProject({ tags: "vip" }), /: tags must be a list/],
    ],
  },
  words(zones, "textSearchTerm", { projectId }),
  {
    names: zones,
    about: ["northEast", "southWest"],
    rule: "both or neither",
    from: "this provider",
    accepted: [corner(1, 1), { projectId }],
    rejected: [
      [inProject({ northEast: place(1, 1) })],
      [inProject({ southWest: place(1, 1) }), /together or not at all/],
    ],
  },
  {
    names: zones,
    about: ["northEast", "southWest"],
    rule: "`latitude` from -90 to 90 degrees, `longitude` from -180 to 180, and nothing else",
    from: "Config API 1.2.0",
    accepted: [corner(90, 180), corner(-90, -180)],
    rejected: [
      [corner(90.1, 0)],
      [corner(-90.1, 0), /latitude must be -90 degrees or more/],
      [corner(0, 180.1), /longitude must be 180 degrees or less/],
      [corner(0, -180.1), /longitude must be -180 degrees or more/],
      [inProject({ northEast: "1,1", southWest: "0,0" }), /northEast must be a point; southWest must be/],
    ],
  },
  words(zones, "customDataKey", { projectId }),
  words(zones, "customDataValue", { projectId }),
  {
    names: ["getDestination"],
    about: ["destinationId", "name", "projectId"],
    rule: "`destinationId` alone, or `name` and perhaps `projectId`",
    from: "this provider",
    accepted: [
      { destinationId: "store-42" },
      { name: "Collins Street" },
      inProject({ name: "Collins Street" }),
    ],
    rejected: [
      [{ projectId }],
      [inProject({ destinationId: "store-42" }), /: it takes no argument projectId\.$/],
    ],
  },
  {
    names: ["getProjects", "getZones", "getZoneCount", "getTags"],
    about: [],
    rule: "no argument but those of this page",
    from: "this provider",
    accepted: [],
    rejected: [[inProject({ limit: 10 }), /: .*it takes no argument .*limit/]],
  },
];
