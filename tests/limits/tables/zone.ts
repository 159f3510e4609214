import { box, circle, geoline } from "../../unit/provider/samples";
import type { Json } from "../../../provider/json";
import { objects } from "../places";
import type { Changes, Section } from "../row";
import { ownName, pairsOfCustomData } from "./shared";

/** 28.6° and 77.2° are a valid place in either order. */
const delhi = { latitude: 28.6, longitude: 77.2 };
const swapped = (longitude: number) => ({ latitude: 77.2, longitude });

const circlesAt = (...centers: Json[]): Changes => ({
  geofeatures: centers.map((center, at) => circle({ name: `door ${at}`, center })),
});

const dwell = (on: Json, more: Changes = {}): Changes => ({ extraFields: { dwellTime: on }, ...more });

export const zoneTable: Section = {
  title: "Zone",
  places: [objects.zone],
  from: [
    ["Config API 1.2.0", "projectId", "minimumRetriggerTime", "geofeatures", "triggerOnExit", "customData"],
    ["Config API 1.2.0", "conditions", "actions"],
    ["Bluedot's documentation", "shouldSync"],
    ["this provider", "name", "tags", "destinationId"],
  ],
  defaults: { ...ownName, shouldSync: "`bluedot:shouldSync`, else false" },
  rows: [
    {
      property: "geofeatures[].name",
      rule: "unique in its zone",
      from: "this provider",
      accepted: [{ geofeatures: [circle({ name: "door" }), box({ name: "Door" }), geoline()] }],
      rejected: [[{ geofeatures: [circle(), box({ name: "door" })] }, "geofeatures[1].name"]],
    },
    {
      property: "geofeatures",
      rule: "none lies within 100 km of the others only with latitude and longitude swapped, and beyond 500 km without",
      from: "this provider",
      severity: "warning",
      accepted: [circlesAt(delhi, delhi, swapped(29.51))],
      rejected: [
        [circlesAt(delhi, delhi, swapped(29.49)), "geofeatures[2].center"],
        // Which of two is wrong cannot be told.
        [circlesAt(delhi, swapped(28.6)), "geofeatures[0].center", "geofeatures[1].center"],
      ],
    },
    {
      property: "triggerOnExit",
      rule: "on where a field of `extraFields` with `dwell` in its name is",
      from: "Bluedot's documentation",
      severity: "warning",
      accepted: [dwell(5, { triggerOnExit: true }), dwell(false), dwell(0), { extraFields: { visits: 5 } }],
      rejected: [[dwell(5)], [dwell({ enabled: true })]],
    },
    pairsOfCustomData,
    {
      property: "tags",
      rule: "each once",
      from: "this provider",
      severity: "warning",
      accepted: [{ tags: ["vip", "VIP", "drive-through, north"] }],
      rejected: [[{ tags: ["vip", "north", "vip"] }, "tags[2]"]],
    },
  ],
};
