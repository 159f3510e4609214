/** The geofeatures of a zone. */
import { objects } from "../places";
import type { Section } from "../row";
import { outlineTables } from "./outlines";
import { areaRows, corners, squareBox } from "./shapes";

const { circle, boundingBox, polygon, geoline, beaconInZone } = objects;

export const geofeatureTables: readonly Section[] = [
  {
    title: "Geofeatures",
    part: true,
    places: [circle, boundingBox, polygon, geoline, beaconInZone],
    from: [
      ["Config API 1.2.0", "type", "color"],
      ["this provider", "name"],
    ],
    rows: [],
  },
  {
    title: "Geofeature `circle`",
    part: true,
    places: [circle],
    from: [["Config API 1.2.0", "center", "radius"]],
    rows: [],
  },
  {
    title: "Geofeature `boundingBox`",
    part: true,
    places: [boundingBox],
    from: [["Config API 1.2.0", "northEast", "southWest"]],
    rows: [
      {
        property: "northEast",
        rule: "north and east of `southWest`",
        from: "Config API 1.2.0",
        accepted: [corners([0, 0], [0.0001, 0.0001])],
        rejected: [
          [corners([-37.8, 145], [-37.9, 144])],
          [corners([1, 0], [0, 1]), /swap the two latitudes$/],
          [corners([0, 1], [1, 0]), /swap the two longitudes$/],
        ],
      },
      {
        property: "northEast",
        rule: "over the antimeridian, at most 180° east of `southWest`",
        from: "this provider",
        accepted: [corners([0, 179], [1, -179]), corners([0, 170], [1, -10])],
        rejected: [[corners([0, 170], [1, -9.9])]],
      },
      {
        property: "northEast",
        rule: "on another parallel and another meridian than `southWest`",
        from: "this provider",
        accepted: [corners([0, 0], [0.001, 0.001])],
        rejected: [
          [corners([1, 2], [1, 2])],
          [corners([1, 2], [1, 3]), /needs a height; move them apart$/],
          [corners([1, 2], [2, 2]), /needs a width; move them apart$/],
        ],
      },
      ...areaRows("northEast", squareBox),
    ],
  },
  ...outlineTables,
  {
    title: "Geofeature `beacon`",
    part: true,
    text: "It has the properties of a [Beacon](#beacon), too.",
    places: [beaconInZone],
    from: [["Config API 1.2.0", "proximity"]],
    rows: [],
  },
];
