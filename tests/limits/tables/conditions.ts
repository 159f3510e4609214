/** The conditions and actions of a zone. */
import { objects } from "../places";
import type { Row, Section } from "../row";
import { kindOf, notEmpty, numberFrom, wholeNumber, yesOrNo } from "./kinds";

const { speed, travelDirection, travelPath, timeActive, dayRange, message, url } = objects;

const anglesTo = (fromAngle: number, toAngle: number) => ({ fromAngle, toAngle });

const angle = (property: "fromAngle" | "toAngle", other: "fromAngle" | "toAngle"): Row => ({
  property,
  rule: "whole degrees, 0 to 359, clockwise from magnetic north",
  from: "Config API 1.2.0",
  accepted: [{ [property]: 1, [other]: 180 }],
  boundary: [
    { [property]: 0, [other]: 180 },
    { [property]: 359, [other]: 180 },
  ],
  rejected: [
    [{ [property]: 360, [other]: 180 }, /^it is 360, but must be a whole number of degrees from 0 to 359$/],
    [{ [property]: -1, [other]: 180 }, /from 0 to 359$/],
    [{ [property]: 0.5, [other]: 180 }, /must be a whole number/],
  ],
});

const timeOfDay = (property: string): Row => ({
  property,
  rule: "a time of day, `HH:MM:SS`, 00:00:00 to 23:59:59",
  from: "Config API 1.2.0",
  accepted: [{ [property]: "12:34:56" }],
  boundary: [{ [property]: "00:00:00" }, { [property]: "23:59:59" }],
  rejected: [
    [{ [property]: "24:00:00" }, /^it is "24:00:00", but must be a time of day written "HH:MM:SS"/],
    [{ [property]: "09:60:00" }, /written "HH:MM:SS"/],
    [{ [property]: "09:00:60" }, /written "HH:MM:SS"/],
    [{ [property]: "09:00" }, /written "HH:MM:SS"/],
    [{ [property]: "9:00:00" }, /written "HH:MM:SS"/],
  ],
});

const range = (startDate?: string, endDate?: string) => ({ startDate, endDate });

const day = (property: string, other: string): Row => ({
  property,
  rule: "a day of the calendar, `YYYY-MM-DD`",
  from: "Config API 1.2.0",
  accepted: [{ [property]: "2026-12-10" }],
  boundary: [{ [property]: "2028-02-29", [other]: undefined }],
  rejected: [
    [
      { [property]: "2026-02-29", [other]: undefined },
      /^it is "2026-02-29", but must be a day of the calendar written "YYYY-MM-DD"$/,
    ],
    [{ [property]: "2026-13-01", [other]: undefined }, /a day of the calendar/],
    [{ [property]: "1/12/2026", [other]: undefined }, /a day of the calendar/],
  ],
});

export const conditionSections: readonly Section[] = [
  {
    title: "Conditions",
    part: true,
    places: [speed, travelDirection, travelPath, timeActive, dayRange],
    rows: [kindOf(["speed", "travelDirection", "travelPath", "timeActive", "dayRange"], "sped", "speed")],
  },
  {
    title: "Condition `speed`",
    part: true,
    places: [speed],
    rows: [
      numberFrom("minimumSpeed", 0, "metres per second", { above: [1.5], beyond: -0.1 }),
      {
        property: "minimumSpeed",
        rule: "no more than `maximumSpeed`",
        from: "this provider",
        accepted: [{ minimumSpeed: 5, maximumSpeed: 6 }],
        boundary: [{ minimumSpeed: 6, maximumSpeed: 6 }],
        rejected: [
          [
            { minimumSpeed: 6.1, maximumSpeed: 6 },
            /^it is 6\.1, more than the maximumSpeed of 6, .*swap the two$/,
          ],
        ],
      },
      numberFrom("maximumSpeed", 5, "metres per second", { above: [33.3], beyond: 4.9 }),
    ],
  },
  {
    title: "Condition `travelDirection`",
    part: true,
    places: [travelDirection],
    rows: [
      angle("fromAngle", "toAngle"),
      angle("toAngle", "fromAngle"),
      {
        property: "toAngle",
        rule: "at least 90° from `fromAngle`, whichever way one turns",
        from: "Config API 1.2.0",
        accepted: [anglesTo(0, 180), anglesTo(350, 100)],
        boundary: [anglesTo(0, 90), anglesTo(0, 270), anglesTo(315, 45)],
        rejected: [
          [anglesTo(10, 99), /^10° and 99° are 89° apart, but must be at least 90° apart$/],
          [anglesTo(0, 271), /89° apart/],
          [anglesTo(315, 44), /89° apart/],
          [anglesTo(7, 7), /0° apart/],
        ],
      },
    ],
  },
  {
    title: "Condition `travelPath`",
    part: true,
    places: [travelPath],
    rows: [
      {
        property: "minimumGeofeaturesCrossed",
        rule: "a whole number, 2 or more",
        from: "Config API 1.2.0",
        accepted: [{ minimumGeofeaturesCrossed: 3 }],
        boundary: [{ minimumGeofeaturesCrossed: 2 }],
        rejected: [
          [{ minimumGeofeaturesCrossed: 1 }, /^it is 1, but must be a whole number, 2 or more$/],
          [{ minimumGeofeaturesCrossed: 2.5 }, /must be a whole number/],
        ],
      },
      {
        property: "minimumGeofeaturesCrossed",
        rule: "no more than the zone has geofeatures",
        from: "this provider",
        accepted: [{ minimumGeofeaturesCrossed: 2 }],
        boundary: [{ minimumGeofeaturesCrossed: 3 }],
        rejected: [[{ minimumGeofeaturesCrossed: 4 }, /^it is 4, but the zone has 3 geofeatures to cross; /]],
      },
      wholeNumber("timeOutSeconds", { least: 60, most: 86_400, unit: "seconds" }, "Config API 1.2.0"),
      { ...yesOrNo("sequential", "Config API 1.2.0"), default: "false" },
    ],
  },
  {
    title: "Condition `timeActive`",
    part: true,
    places: [timeActive],
    rows: [
      timeOfDay("fromTime"),
      timeOfDay("toTime"),
      {
        property: "toTime",
        rule: "not the same as `fromTime`; it may be earlier, over midnight",
        from: "this provider",
        severity: "warning",
        accepted: [{ fromTime: "22:00:00", toTime: "06:00:00" }],
        boundary: [{ fromTime: "09:00:00", toTime: "09:00:01" }],
        rejected: [
          [
            { fromTime: "09:00:00", toTime: "09:00:00" },
            /^it is 09:00:00, the same as fromTime, which may be /,
          ],
        ],
      },
    ],
  },
  {
    title: "Condition `dayRange`",
    part: true,
    places: [dayRange],
    rows: [
      day("startDate", "endDate"),
      day("endDate", "startDate"),
      {
        property: "startDate",
        rule: "it, or `endDate`, or both",
        from: "Config API 1.2.0",
        accepted: [range("2026-12-01", "2026-12-24")],
        boundary: [range("2026-12-01"), range(undefined, "2026-12-24")],
        rejected: [[range(), /^a dayRange needs a startDate, an endDate, or both$/]],
      },
      {
        property: "endDate",
        rule: "not before `startDate`",
        from: "this provider",
        accepted: [range("2026-12-01", "2027-01-01")],
        boundary: [range("2026-12-01", "2026-12-01")],
        rejected: [
          [
            range("2026-12-01", "2026-11-30"),
            /^it is 2026-11-30, before the startDate 2026-12-01, .*swap the two$/,
          ],
        ],
      },
    ],
  },
];

export const actionSection: Section = {
  title: "Actions",
  part: true,
  places: [message, url],
  rows: [
    kindOf(["message", "url"], "Message", "message"),
    { ...notEmpty("title"), at: [message] },
    { ...notEmpty("message"), at: [message] },
    {
      property: "url",
      rule: "an absolute address, of any scheme",
      from: "this provider",
      at: [url],
      accepted: [{ url: "https://bluedot.io" }, { url: "myapp://offers/1" }],
      boundary: "none",
      rejected: [
        [{ url: "bluedot.io" }, /^it is text \(not shown\), but must be an absolute address/],
        [{ url: "/offers" }, /an absolute address/],
        [{ url: "https://bluedot.io/my offers" }, /an absolute address/],
      ],
    },
  ],
};
