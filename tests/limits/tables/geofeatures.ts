/** The geofeatures of a zone. */
import { objects } from "../places";
import type { Section } from "../row";
import { anObject, kindOf, notEmpty, numberFrom, oneOf } from "./kinds";
import { outlineSections } from "./outlines";
import { areaRows, corners, squareBox } from "./shapes";

const { circle, boundingBox, polygon, geoline, beaconInZone } = objects;

export const geofeatureSections: readonly Section[] = [
  {
    title: "Geofeatures",
    part: true,
    places: [circle, boundingBox, polygon, geoline, beaconInZone],
    rows: [
      kindOf(["circle", "boundingBox", "polygon", "geoline", "beacon"], "Circle", "circle"),
      notEmpty("name"),
      {
        property: "color",
        rule: "`#RRGGBB`",
        from: "Config API 1.2.0",
        at: [circle, boundingBox, polygon],
        accepted: [{ color: "#429BD5" }, { color: "#429bd5" }],
        boundary: [{ color: "#000000" }, { color: "#FFFFFF" }],
        rejected: [
          [{ color: "red" }, /^it is "red", but must be a colour written "#RRGGBB"/],
          [{ color: "#FFF" }, /"#RRGGBB"/],
          [{ color: "#429BD5FF" }, /"#RRGGBB"/],
          [{ color: "#GGGGGG" }, /"#RRGGBB"/],
        ],
      },
    ],
  },
  {
    title: "Geofeature `circle`",
    part: true,
    places: [circle],
    rows: [
      anObject("center", "Config API 1.2.0"),
      numberFrom("radius", 5, "metres", { above: [40, 5.5], beyond: 4.9 }),
    ],
  },
  {
    title: "Geofeature `boundingBox`",
    part: true,
    places: [boundingBox],
    rows: [
      anObject("northEast", "Config API 1.2.0"),
      anObject("southWest", "Config API 1.2.0"),
      {
        property: "northEast",
        rule: "north and east of `southWest`",
        from: "Config API 1.2.0",
        accepted: [corners([0, 0], [1, 1])],
        boundary: [corners([0, 0], [0.0001, 0.0001])],
        rejected: [
          [
            corners([-37.8, 145], [-37.9, 144]),
            /^\(-37\.9, 144\) is south-west of southWest .*swap the two corners$/,
          ],
          [corners([1, 0], [0, 1]), /is south of southWest's 1; swap the two latitudes$/],
          [corners([0, 1], [1, 0]), /is west of southWest's 1; swap the two longitudes$/],
        ],
      },
      {
        property: "northEast",
        rule: "over the antimeridian, at most 180° east of `southWest`",
        from: "this provider",
        accepted: [corners([0, 179], [1, -179])],
        boundary: [corners([0, 170], [1, -10])],
        rejected: [
          [
            corners([0, 170], [1, -9.9]),
            /^its longitude -9\.9 is west of southWest's 170; swap the two longitudes$/,
          ],
        ],
      },
      {
        property: "northEast",
        rule: "on another parallel and another meridian than `southWest`",
        from: "this provider",
        accepted: [corners([0, 0], [0.001, 0.001])],
        boundary: "none",
        rejected: [
          [corners([1, 2], [1, 2]), /are one point, but a box needs two; move them apart$/],
          [corners([1, 2], [1, 3]), /are on one parallel, but a box needs a height; move them apart$/],
          [corners([1, 2], [2, 2]), /are on one meridian, but a box needs a width; move them apart$/],
        ],
      },
      ...areaRows("northEast", squareBox),
    ],
  },
  ...outlineSections,
  {
    title: "Geofeature `beacon`",
    part: true,
    text: "It has the properties of a [Beacon](#beacon), too.",
    places: [beaconInZone],
    rows: [oneOf("proximity", ["Immediate", "Near", "Far"], "Close", "Config API 1.2.0")],
  },
];
