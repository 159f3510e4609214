import { box, circle, geoline } from "../../unit/provider/samples";
import type { Json } from "../../../provider/json";
import { objects } from "../places";
import type { Changes, Section } from "../row";
import { aList, customData, notEmpty, uuid, wholeNumber, yesOrNo } from "./kinds";

const { zone } = objects;

/** 28.6° and 77.2° are a valid place in either order. */
const delhi = { latitude: 28.6, longitude: 77.2 };
const swapped = (longitude: number) => ({ latitude: 77.2, longitude });

const circlesAt = (...centers: Json[]): Changes => ({
  geofeatures: centers.map((center, at) => circle({ name: `door ${at}`, center })),
});

const dwell = (on: Json, more: Changes = {}): Changes => ({ extraFields: { dwellTime: on }, ...more });

export const zoneSection: Section = {
  title: "Zone",
  places: [zone],
  rows: [
    uuid("projectId", "Config API 1.2.0", "a change replaces the zone"),
    { ...notEmpty("name"), default: "the resource's name in the program" },
    wholeNumber("minimumRetriggerTime", { least: 60, most: 3_599_940, unit: "seconds" }, "Config API 1.2.0"),
    {
      property: "geofeatures",
      rule: "a list of 1 or more",
      from: "Config API 1.2.0",
      accepted: [{ geofeatures: [circle(), box(), geoline()] }],
      boundary: [{ geofeatures: [circle()] }],
      rejected: [
        [{ geofeatures: [] }, /^it has 0 of geofeatures, but needs 1 or more$/],
        [{ geofeatures: circle() }, /must be a list$/],
      ],
    },
    {
      property: "geofeatures[].name",
      rule: "unique in its zone",
      from: "this provider",
      accepted: [{ geofeatures: [circle(), box()] }],
      boundary: [{ geofeatures: [circle({ name: "door" }), box({ name: "Door" })] }],
      rejected: [
        [
          { geofeatures: [circle(), box({ name: "door" })] },
          ["geofeatures[1].name", /^"door" is used by geofeatures\[0\] too; names of geofeatures are unique/],
        ],
      ],
    },
    {
      property: "geofeatures",
      rule: "none lies within 100 km of the others only with latitude and longitude swapped, and beyond 500 km without",
      from: "this provider",
      severity: "warning",
      accepted: [circlesAt(delhi, delhi, { latitude: -33.9, longitude: 151.2 })],
      boundary: [circlesAt(delhi, delhi, swapped(29.51))],
      rejected: [
        [
          circlesAt(delhi, delhi, swapped(29.49)),
          [
            "geofeatures[2].center",
            /^\(77\.2, 29\.49\) is [\d,]+ km from geofeatures\[0\]\.center, but 99 km with/,
          ],
        ],
        // Which of two is wrong cannot be told.
        [
          circlesAt(delhi, swapped(28.6)),
          ["geofeatures[0].center", /those of one of the two\?$/],
          ["geofeatures[1].center", /those of one of the two\?$/],
        ],
      ],
    },
    { ...yesOrNo("triggerOnExit", "Config API 1.2.0"), default: "false" },
    {
      property: "triggerOnExit",
      rule: "on where a field of `extraFields` with `dwell` in its name is",
      from: "Bluedot's documentation",
      severity: "warning",
      accepted: [dwell(5, { triggerOnExit: true }), dwell(false), { extraFields: { visits: 5 } }],
      boundary: [dwell(0)],
      rejected: [
        [dwell(5), /^it is off, but `extraFields\.dwellTime` seems to switch on dwell events, which need it/],
        [dwell({ enabled: true }), /set it to true$/],
      ],
    },
    ...customData("Config API 1.2.0"),
    aList("conditions", "Config API 1.2.0"),
    {
      property: "tags",
      rule: "a list of texts, none empty",
      from: "this provider",
      accepted: [{ tags: [] }, { tags: ["vip", "drive-through, north"] }],
      boundary: [{ tags: ["x"] }],
      rejected: [
        [{ tags: ["vip", ""] }, ["tags[1]", /^it is "", but must be text that is not empty$/]],
        [{ tags: [42] }, ["tags[0]", /must be text/]],
        [{ tags: "vip" }, /must be a list$/],
      ],
    },
    {
      property: "tags",
      rule: "each once",
      from: "this provider",
      severity: "warning",
      accepted: [{ tags: ["vip", "north"] }],
      boundary: [{ tags: ["vip", "VIP"] }],
      rejected: [[{ tags: ["vip", "north", "vip"] }, ["tags[2]", /^it is the same as tags\[0\]; leave one/]]],
    },
    aList("actions", "Config API 1.2.0"),
    notEmpty("destinationId"),
    { ...yesOrNo("shouldSync", "Bluedot's documentation"), default: "`bluedot:shouldSync`, else false" },
  ],
};
