/** The rules that hold wherever such an object stands. */
import { objects, points } from "../places";
import type { Section } from "../row";
import { degrees } from "./kinds";

/** A vertex that is surely swapped is told at the list, with the others like it. */
const single = [
  points.center,
  points.northEast,
  points.southWest,
  points.beaconInZone,
  points.beacon,
  points.destination,
];

export const placeSection: Section = {
  title: "Places",
  itself: "the place",
  places: Object.values(points),
  rows: [
    degrees("latitude", 90, -37.25),
    degrees("longitude", 180, 170.5),
    {
      property: "",
      rule: "not a place only with latitude and longitude swapped",
      from: "this provider",
      at: single,
      accepted: [{ latitude: -37.8, longitude: 144.9 }],
      boundary: [
        { latitude: 90, longitude: 90 },
        { latitude: -90, longitude: 90 },
      ],
      rejected: [
        [
          { latitude: 144.9, longitude: -37.8 },
          [
            "",
            /^\(144\.9, -37\.8\) is no place, but \(-37\.8, 144\.9\) is; did you swap latitude and longitude\?$/,
          ],
          ["latitude", /^it is 144\.9, but must be a number of degrees from -90 to 90$/],
        ],
      ],
    },
    {
      property: "",
      rule: "not exactly (0, 0), as where a blank cell is taken for 0",
      from: "this provider",
      severity: "warning",
      at: [points.center, points.beaconInZone, points.beacon, points.destination],
      accepted: [{ latitude: 0, longitude: 0.5 }],
      boundary: [
        { latitude: 0, longitude: 0.00001 },
        { latitude: -0.00001, longitude: 0 },
      ],
      rejected: [
        [
          { latitude: 0, longitude: 0 },
          ["", /^it is exactly \(0, 0\), in the sea off Africa; was a blank cell taken for 0\?$/],
        ],
      ],
    },
    {
      property: "",
      rule: "no other property, not even `extraFields`",
      from: "this provider",
      accepted: [{}],
      boundary: "none",
      rejected: [
        [{ height: 12 }, ["height", /^unknown property `height`; properties: `latitude`, `longitude`$/]],
        [{ extraFields: {} }, ["extraFields", /^unknown property `extraFields`/]],
      ],
    },
  ],
};

const named = [
  objects.project,
  objects.zone,
  objects.circle,
  objects.boundingBox,
  objects.polygon,
  objects.geoline,
  objects.beaconInZone,
  objects.destination,
  objects.beacon,
];

export const everyObjectSection: Section = {
  title: "Every object",
  text: "Whatever is an object, but a place.",
  itself: "the object",
  places: Object.values(objects),
  rows: [
    {
      property: "",
      rule: "no property but those of this page",
      from: "this provider",
      accepted: [{}],
      boundary: "none",
      rejected: [
        [{ zoomlevel: 3 }, ["zoomlevel", /^unknown property `zoomlevel`; properties: `/]],
        [{ extraField: {} }, ["extraField", /^unknown property `extraField`; did you mean `extraFields`\?$/]],
      ],
    },
    {
      property: "extraFields",
      rule: "an object of fields that the API has learnt since",
      from: "this provider",
      accepted: [{ extraFields: {} }, { extraFields: { zoomLevel: 3, later: { list: [null] } } }],
      boundary: "none",
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
      boundary: "none",
      rejected: [
        [
          { extraFields: { name: "cafe" } },
          ["extraFields.name", /^`name` has a property of its own; declare it there$/],
        ],
      ],
    },
    {
      property: "extraFields",
      rule: "no `_id`",
      from: "this provider",
      accepted: [{ extraFields: { id: "x" } }],
      boundary: "none",
      rejected: [[{ extraFields: { _id: "x" } }, ["extraFields._id", /^`_id` /]]],
    },
  ],
};
