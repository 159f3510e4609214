/** The rules for sets alone. All rules for a Zone or a Destination hold for an object of a set too. */
import type { Json, JsonObject } from "../../../provider/json";
import type { SetName } from "../../resources";
import { projectId, sets, zoneInSet } from "../places";
import type { Rejected, Row, Section } from "../row";
import { setDefinitions } from "../validate";

const keys = "by keys of your own";
const retained = "false: what leaves the set is deleted in its own update";

/** What holds of each kind of set, seen from the argument that holds its objects. */
const ofAnySet = (set: SetName, one: JsonObject, foreign: string): readonly Row[] => {
  const { argument, of } = setDefinitions[set];
  const rejected = (value: Json): Rejected => [{ [argument]: { a: value } }, `${argument}["a"]`];
  return [
    {
      property: `${argument}[key]`,
      rule: `a ${of.noun} as an object`,
      from: "this provider",
      accepted: [{ [argument]: {} }, { [argument]: { a: one, "the b": one } }],
      rejected: [rejected("b"), rejected([one]), rejected(null)],
    },
    {
      property: "",
      rule: "no other property, not even `extraFields`",
      from: "this provider",
      accepted: [],
      rejected: [
        [{ [foreign]: projectId }, foreign],
        [{ extraFields: {} }, ["extraFields", /^unknown property/]],
      ],
    },
  ];
};

const ofZone = (changes: JsonObject) => ({ zones: { cafe: { ...zoneInSet, ...changes } } });

const destinations = (all: JsonObject) => ({ destinations: all });
const withId = (destinationId: string) => ({ destinationId });
const idOfB = 'destinations["b"].destinationId';

export const setTables: readonly Section[] = [
  {
    title: "ZoneSet",
    text: "All else that holds of a [Zone](#zone) holds of each of its zones.",
    itself: "the set",
    places: [sets.ZoneSet],
    from: [
      ["Config API 1.2.0", "projectId"],
      ["Bluedot's documentation", "shouldSync"],
      ["this provider", "zones", "retainOnRemove"],
    ],
    defaults: { shouldSync: "`bluedot:shouldSync`, else false", retainOnRemove: retained },
    notes: { zones: keys, shouldSync: "a zone may say otherwise" },
    rows: [
      ...ofAnySet("ZoneSet", zoneInSet, "destinationId"),
      {
        property: "zones[key].projectId",
        rule: "not declared, nor in `extraFields`: the set has one for all",
        from: "this provider",
        accepted: [ofZone({ extraFields: { projectid: "x" } }), ofZone({ shouldSync: true })],
        rejected: [
          [ofZone({ projectId }), 'zones["cafe"].projectId'],
          [ofZone({ extraFields: { projectId } }), 'zones["cafe"].extraFields.projectId'],
        ],
      },
      {
        property: "zones[key].name",
        rule: "text that is not empty",
        from: "this provider",
        default: "the key",
        accepted: [
          { zones: { a: { ...zoneInSet, name: "the same" }, b: { ...zoneInSet, name: "the same" } } },
          { zones: { "": { ...zoneInSet, name: "x" } } },
        ],
        rejected: [[{ zones: { "": zoneInSet } }, 'zones[""].name']],
      },
    ],
  },
  {
    title: "DestinationSet",
    text: "All else that holds of a [Destination](#destination) holds of each of its destinations.",
    itself: "the set",
    places: [sets.DestinationSet],
    from: [["this provider", "destinations", "retainOnRemove"]],
    defaults: { retainOnRemove: retained },
    notes: { destinations: keys },
    rows: [
      ...ofAnySet("DestinationSet", {}, "projectId"),
      {
        property: "destinations[key].destinationId",
        rule: "that of no other in the set",
        from: "this provider",
        default: "the key",
        accepted: [
          destinations({ a: withId("b"), c: {} }),
          destinations({ a: {}, A: {} }),
          destinations({ a: withId("b"), b: withId("a") }),
        ],
        rejected: [
          [destinations({ a: withId("b"), b: {} }), idOfB],
          [destinations({ a: withId("x"), b: withId("x") }), idOfB],
          [destinations({ "": {} }), 'destinations[""].destinationId', 'destinations[""].name'],
          [destinations({ "..": {} }), 'destinations[".."].destinationId'],
        ],
      },
    ],
  },
];
