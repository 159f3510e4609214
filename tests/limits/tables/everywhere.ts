/** The rules that hold wherever such an object stands. */
import { objects, points, type Place } from "../places";
import type { Section } from "../row";

const all: readonly Place[] = Object.values(points);
/** A vertex that is surely swapped is told at the list, with the others like it. */
const single = all.filter(({ path }) => !path.endsWith("[]"));

export const placeTable: Section = {
  title: "Places",
  itself: "the place",
  places: all,
  from: [["Config API 1.2.0", "latitude", "longitude"]],
  rows: [
    {
      property: "",
      rule: "not a place only with latitude and longitude swapped",
      from: "this provider",
      at: single,
      accepted: [
        { latitude: 90, longitude: 90 },
        { latitude: -90, longitude: 90 },
      ],
      rejected: [[{ latitude: 144.9, longitude: -37.8 }, "", "latitude"]],
    },
    {
      property: "",
      rule: "not exactly (0, 0), as where a blank cell is taken for 0",
      from: "this provider",
      severity: "warning",
      at: [points.center, points.beaconInZone, points.beacon, points.destination],
      accepted: [
        { latitude: 0, longitude: 0.00001 },
        { latitude: -0.00001, longitude: 0 },
      ],
      rejected: [[{ latitude: 0, longitude: 0 }]],
    },
    {
      property: "",
      rule: "no other property, not even `extraFields`",
      from: "this provider",
      accepted: [],
      rejected: [
        [{ height: 12 }, "height"],
        [{ extraFields: {} }, ["extraFields", /^unknown property/]],
      ],
    },
  ],
};

const named: readonly Place[] = Object.values(objects).filter(({ right }) => "name" in right);

export const everyObjectTable: Section = {
  title: "Every object",
  text: "Whatever is an object, but a place or a set.",
  itself: "the object",
  places: Object.values(objects),
  from: [],
  rows: [
    {
      property: "",
      rule: "no property but those of this page",
      from: "this provider",
      accepted: [],
      rejected: [
        [{ zoomlevel: 3 }, "zoomlevel"],
        [{ extraField: {} }, ["extraField", /^unknown property `extraField`; did you mean `extraFields`\?$/]],
      ],
    },
    {
      property: "extraFields",
      rule: "an object of fields that the API has learnt since",
      from: "this provider",
      accepted: [{ extraFields: {} }, { extraFields: { zoomLevel: 3, later: { list: [null] } } }],
      rejected: [
        [{ extraFields: 3 }, /must be an object$/],
        [{ extraFields: [] }, /must be an object$/],
      ],
    },
    {
      property: "extraFields",
      rule: "no field that has a property of its own",
      from: "this provider",
      at: named,
      accepted: [{ extraFields: { Name: "cafe" } }],
      rejected: [[{ extraFields: { name: "cafe" } }, "extraFields.name"]],
    },
    {
      property: "extraFields",
      rule: "no `_id`",
      from: "this provider",
      accepted: [{ extraFields: { id: "x" } }],
      rejected: [[{ extraFields: { _id: "x" } }, "extraFields._id"]],
    },
  ],
};
