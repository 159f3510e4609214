import type { Json, JsonObject } from "../../../../../provider/json";
import {
  dayRangeRule,
  speedRule,
  timeActiveRule,
  travelPathRule,
} from "../../../../../provider/zone/rules/conditions";
import { followTable, unknown } from "./table";

describe("the rule for a speed", () => {
  const speed = (minimumSpeed: Json, maximumSpeed: Json) => ({ type: "speed", minimumSpeed, maximumSpeed });
  followTable(speedRule, [
    ["a range", speed(0, 14)],
    ["a single speed", speed(5, 5)],
    [
      "a range the wrong way round",
      speed(14, 5),
      ["fault", "minimumSpeed", /^it is 14, more than .*5, .*; swap/],
    ],
    ["a minimum just above", speed(5.1, 5), ["fault", "minimumSpeed", /5\.1/]],
    ["an unknown maximum", speed(14, unknown)],
    ["an unknown minimum", speed(unknown, 5)],
    ["a missing maximum, which is told there", { type: "speed", minimumSpeed: 14 }],
  ]);
});

describe("the rule for a time of day", () => {
  const time = (fromTime: Json, toTime: Json) => ({ type: "timeActive", fromTime, toTime });
  followTable(timeActiveRule, [
    ["office hours", time("09:00:00", "17:00:00")],
    ["a second", time("09:00:00", "09:00:01")],
    ["a night", time("22:00:00", "06:00:00")],
    [
      "no time at all",
      time("09:00:00", "09:00:00"),
      ["warning", "toTime", /^it is 09:00:00, the same as fromTime.*;/],
    ],
    ["two unknown times", time(unknown, unknown)],
    ["no times, which is told there", { type: "timeActive" }],
  ]);
});

describe("the rule for a range of days", () => {
  const days = (startDate: Json, endDate: Json) => ({ type: "dayRange", startDate, endDate });
  followTable(dayRangeRule, [
    ["a range", days("2026-12-01", "2026-12-24")],
    ["a single day", days("2026-12-24", "2026-12-24")],
    ["a range over the new year", days("2026-12-24", "2027-01-06")],
    [
      "an end before the start",
      days("2026-12-24", "2026-12-23"),
      ["fault", "endDate", /^it is 2026-12-23, before the startDate 2026-12-24, .*; swap/],
    ],
    ["an open end", { type: "dayRange", startDate: "2026-12-24" }],
    ["an unknown end", days("2026-12-24", unknown)],
    ["an unknown start", days(unknown, "2026-12-24")],
    ["what is no day, which is told there", days("tomorrow", "2026-12-24")],
  ]);
});

describe("the rule for a travel path", () => {
  const zone = (asked: Json, geofeatures: Json, ...others: Json[]): JsonObject => ({
    geofeatures,
    conditions: [...others, { type: "travelPath", minimumGeofeaturesCrossed: asked, timeOutSeconds: 60 }],
  });
  const two = [{ type: "circle" }, unknown];
  followTable(travelPathRule, [
    ["as many crossings as geofeatures", zone(2, two)],
    [
      "more crossings than geofeatures",
      zone(3, two),
      [
        "fault",
        "conditions[0].minimumGeofeaturesCrossed",
        /^it is 3, but the zone has 2 geofeatures to cross; ask/,
      ],
    ],
    [
      "two crossings of one, in the second of its conditions",
      zone(2, [{ type: "circle" }], { type: "speed" }),
      ["fault", "conditions[1].minimumGeofeaturesCrossed", /1 geofeature to cross/],
    ],
    ["an unknown number of crossings", zone(unknown, two)],
    ["unknown geofeatures", zone(3, unknown)],
    ["unknown conditions", { geofeatures: two, conditions: unknown }],
    ["an unknown condition", { geofeatures: two, conditions: [unknown] }],
    [
      "another condition",
      { geofeatures: two, conditions: [{ type: "speed", minimumGeofeaturesCrossed: 9 }] },
    ],
    ["no conditions", { geofeatures: two }],
  ]);
});
