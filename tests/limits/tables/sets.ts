/** The rules for sets alone. All rules for a Zone or a Destination hold for an object of a set too. */
import { destinationSet } from "../../../provider/destination-set/definition";
import { isObject, present, type Json, type JsonObject } from "../../../provider/json";
import { checkSet } from "../../../provider/set/check";
import { zoneSet } from "../../../provider/zone-set/definition";
import { circle } from "../../unit/provider/samples";
import type { Changes, Source } from "../row";

export const setDefinitions = { ZoneSet: zoneSet, DestinationSet: destinationSet };

export type SetName = keyof typeof setDefinitions;

export interface SetRow {
  readonly noun: SetName;
  /** As a user writes it, `[key]` for one of its objects. */
  readonly property: string;
  readonly rule: string;
  readonly from: Source;
  /** The value that is used if the program declares none. Default: none. */
  readonly default?: string;
  /** The changes that each example makes to a valid set. */
  readonly accepted: readonly Changes[];
  readonly boundary: readonly Changes[] | "none";
  /** With all that is said of each. */
  readonly rejected: readonly [
    readonly [Changes, RegExp, ...RegExp[]],
    ...(readonly [Changes, RegExp, ...RegExp[]])[],
  ];
}

/** The example as the class gives it to the engine: its objects as texts. */
export function givenTo(noun: SetName, changes: Changes): JsonObject {
  const { objects } = setDefinitions[noun];
  const { [objects]: all, ...others } = present({ ...right[noun], ...changes });
  const texts = (each: JsonObject): [string, Json][] =>
    Object.entries(each).map(([key, object]) => [key, JSON.stringify(object)]);
  return present({ ...others, [objects]: isObject(all) ? Object.fromEntries(texts(all)) : all });
}

/** All that is said of an example. */
export function sentencesOfSet(noun: SetName, changes: Changes): string[] {
  const { failures, warnings } = checkSet(setDefinitions[noun], {}, givenTo(noun, changes));
  return [...failures, ...warnings].map(({ property, reason }) => `${property}: ${reason}`);
}

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const zone = { minimumRetriggerTime: 3600, geofeatures: [circle()] };

const right: Readonly<Record<SetName, JsonObject>> = {
  ZoneSet: { projectId, zones: { cafe: zone } },
  DestinationSet: { destinations: { "store-42": {} } },
};

/** The argument that holds a set's objects, and what is said of each of them. */
const objectsOf = (noun: SetName, one: JsonObject): readonly SetRow[] => {
  const { objects, of } = setDefinitions[noun];
  const the = (value: Json) => ({ [objects]: value });
  return [
    {
      noun,
      property: objects,
      rule: "an object, by keys of your own",
      from: "this provider",
      accepted: [the({ a: one, "the b": one })],
      boundary: [the({})],
      rejected: [
        [the("cafe"), /^\w+: it is text \(not shown\), but must be an object$/],
        [the([one]), /^\w+: it is a list, but must be an object$/],
      ],
    },
    {
      noun,
      property: `${objects}[key]`,
      rule: `a ${of.noun} as an object`,
      from: "this provider",
      accepted: [the({ a: one })],
      boundary: "none",
      rejected: [
        [the({ a: "b" }), new RegExp(`^${objects}\\["a"\\]: it must be a ${of.noun} as an object$`)],
        [the({ a: [one] }), new RegExp(`must be a ${of.noun} as an object$`)],
        [the({ a: null }), new RegExp(`must be a ${of.noun} as an object$`)],
      ],
    },
  ];
};

const retained = (noun: SetName): SetRow => ({
  noun,
  property: "retainOnRemove",
  rule: "true or false",
  from: "this provider",
  default: "false: what leaves the set is deleted in its own update",
  accepted: [{ retainOnRemove: true }, { retainOnRemove: false }],
  boundary: "none",
  rejected: [[{ retainOnRemove: "yes" }, /^retainOnRemove: it is "yes", but must be true or false$/]],
});

const unknownOf = (noun: SetName, name: string): SetRow => ({
  noun,
  property: "",
  rule: "no other property, not even `extraFields`",
  from: "this provider",
  accepted: [{}],
  boundary: "none",
  rejected: [
    [{ [name]: projectId }, new RegExp(`^${name}: unknown property \`${name}\`; properties: `)],
    [{ extraFields: {} }, /^extraFields: unknown property `extraFields`/],
  ],
});

const ofZone = (changes: JsonObject) => ({ zones: { cafe: { ...zone, ...changes } } });

export const setRows: readonly SetRow[] = [
  {
    noun: "ZoneSet",
    property: "projectId",
    rule: "a UUID; a change replaces the set",
    from: "Config API 1.2.0",
    accepted: [{ projectId: projectId.toUpperCase() }],
    boundary: "none",
    rejected: [[{ projectId: "coffee" }, /^projectId: it is "coffee", but must be a UUID/]],
  },
  ...objectsOf("ZoneSet", zone),
  {
    noun: "ZoneSet",
    property: "zones[key].projectId",
    rule: "not declared, nor in `extraFields`: the set has one for all",
    from: "this provider",
    accepted: [ofZone({ extraFields: { projectid: "x" } })],
    boundary: "none",
    rejected: [
      [
        ofZone({ projectId }),
        /^zones\["cafe"\]\.projectId: the set has one `projectId` for all its zones; declare it there$/,
      ],
      [
        ofZone({ extraFields: { projectId } }),
        /^zones\["cafe"\]\.extraFields\.projectId: the set has one `projectId` for all its zones; declare it there$/,
      ],
    ],
  },
  {
    noun: "ZoneSet",
    property: "zones[key].name",
    rule: "text, not empty",
    from: "this provider",
    default: "the key",
    accepted: [{ zones: { a: { ...zone, name: "the same" }, b: { ...zone, name: "the same" } } }],
    boundary: [{ zones: { "": { ...zone, name: "x" } } }],
    rejected: [
      [{ zones: { "": zone } }, /^zones\[""\]\.name: it is "", but must be text that is not empty$/],
    ],
  },
  {
    noun: "ZoneSet",
    property: "shouldSync",
    rule: "true or false; a zone may say otherwise",
    from: "Bluedot's documentation",
    default: "`bluedot:shouldSync`, else false",
    accepted: [{ shouldSync: true }, { shouldSync: false, ...ofZone({ shouldSync: true }) }],
    boundary: "none",
    rejected: [[{ shouldSync: "yes" }, /^shouldSync: it is "yes", but must be true or false$/]],
  },
  retained("ZoneSet"),
  unknownOf("ZoneSet", "destinationId"),
  ...objectsOf("DestinationSet", {}),
  {
    noun: "DestinationSet",
    property: "destinations[key].destinationId",
    rule: "that of no other in the set",
    from: "this provider",
    default: "the key",
    accepted: [{ destinations: { a: { destinationId: "b" }, c: {} } }],
    boundary: [
      { destinations: { a: {}, A: {} } },
      { destinations: { a: { destinationId: "b" }, b: { destinationId: "a" } } },
    ],
    rejected: [
      [
        { destinations: { a: { destinationId: "b" }, b: {} } },
        /^destinations\["b"\]\.destinationId: "b" is that of destinations\["a"\] too$/,
      ],
      [
        { destinations: { a: { destinationId: "x" }, b: { destinationId: "x" } } },
        /^destinations\["b"\]\.destinationId: "x" is that of destinations\["a"\] too$/,
      ],
      [
        { destinations: { "": {} } },
        /^destinations\[""\]\.destinationId: it is "", but must be text that is not empty/,
        /^destinations\[""\]\.name: it is "", /,
      ],
      [{ destinations: { "..": {} } }, /^destinations\["\.\."\]\.destinationId: it is "\.\.", but must be /],
    ],
  },
  retained("DestinationSet"),
  unknownOf("DestinationSet", "projectId"),
];
