/** The conditions and actions of a zone. */
import { objects } from "../places";
import type { Section } from "../row";

const { speed, travelDirection, travelPath, timeActive, dayRange, message, url } = objects;

const anglesTo = (fromAngle: number, toAngle: number) => ({ fromAngle, toAngle });
const clockwise = "clockwise from magnetic north";

const range = (startDate?: string, endDate?: string) => ({ startDate, endDate });

export const conditionTables: readonly Section[] = [
  {
    title: "Conditions",
    part: true,
    places: [speed, travelDirection, travelPath, timeActive, dayRange],
    from: [["Config API 1.2.0", "type"]],
    rows: [],
  },
  {
    title: "Condition `speed`",
    part: true,
    places: [speed],
    from: [["Config API 1.2.0", "minimumSpeed", "maximumSpeed"]],
    rows: [
      {
        property: "minimumSpeed",
        rule: "no more than `maximumSpeed`",
        from: "this provider",
        accepted: [{ minimumSpeed: 6, maximumSpeed: 6 }],
        rejected: [[{ minimumSpeed: 6.1, maximumSpeed: 6 }]],
      },
    ],
  },
  {
    title: "Condition `travelDirection`",
    part: true,
    places: [travelDirection],
    from: [["Config API 1.2.0", "fromAngle", "toAngle"]],
    notes: { fromAngle: clockwise, toAngle: clockwise },
    rows: [
      {
        property: "toAngle",
        rule: "at least 90° from `fromAngle`, whichever way one turns",
        from: "Config API 1.2.0",
        accepted: [anglesTo(0, 90), anglesTo(0, 270), anglesTo(315, 45), anglesTo(350, 100)],
        rejected: [
          [anglesTo(10, 99)],
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
    from: [["Config API 1.2.0", "minimumGeofeaturesCrossed", "timeOutSeconds", "sequential"]],
    rows: [
      {
        property: "minimumGeofeaturesCrossed",
        rule: "no more than the zone has geofeatures",
        from: "this provider",
        accepted: [{ minimumGeofeaturesCrossed: 3 }],
        rejected: [[{ minimumGeofeaturesCrossed: 4 }]],
      },
    ],
  },
  {
    title: "Condition `timeActive`",
    part: true,
    places: [timeActive],
    from: [["Config API 1.2.0", "fromTime", "toTime"]],
    rows: [
      {
        property: "toTime",
        rule: "not the same as `fromTime`; it may be earlier, over midnight",
        from: "this provider",
        severity: "warning",
        accepted: [
          { fromTime: "22:00:00", toTime: "06:00:00" },
          { fromTime: "09:00:00", toTime: "09:00:01" },
        ],
        rejected: [[{ fromTime: "09:00:00", toTime: "09:00:00" }]],
      },
    ],
  },
  {
    title: "Condition `dayRange`",
    part: true,
    places: [dayRange],
    from: [["Config API 1.2.0", "startDate", "endDate"]],
    rows: [
      {
        property: "startDate",
        rule: "it, or `endDate`, or both",
        from: "Config API 1.2.0",
        accepted: [range("2026-12-01"), range(undefined, "2026-12-24")],
        rejected: [[range()]],
      },
      {
        property: "endDate",
        rule: "not before `startDate`",
        from: "this provider",
        accepted: [range("2026-12-01", "2026-12-01"), range("2026-12-01", "2027-01-01")],
        rejected: [[range("2026-12-01", "2026-11-30")]],
      },
    ],
  },
];

export const actionTable: Section = {
  title: "Actions",
  part: true,
  places: [message, url],
  from: [
    ["Config API 1.2.0", "type"],
    ["this provider", "title", "message", "url"],
  ],
  notes: { url: "of any scheme" },
  rows: [],
};
