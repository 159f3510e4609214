/** A Zone's properties and their limits. */
import { beaconProperties, platformNeeds } from "../beacon/schema";
import { isObject, type Json, type JsonObject } from "../json";
import { customData, point } from "../schema/common";
import { list, object, optional, required, variants, type Filled, type Rule } from "../schema/field";
import {
  address,
  boolean,
  choice,
  color,
  date,
  integer,
  name,
  number,
  text,
  time,
  uuid,
} from "../schema/leaves";
import { boxRule } from "./rules/box";
import { dayRangeRule, speedRule, timeActiveRule, travelPathRule } from "./rules/conditions";
import { dwellRule } from "./rules/dwell";
import { geolineRule } from "./rules/geoline";
import { nullIslandRule } from "../location/null-island";
import { polygonRule } from "./rules/polygon";
import { swapRule } from "../location/swapped-coordinates";
import { tagsRule } from "./rules/tags";
import type { ActionArgs, MessageActionArgs, UrlActionArgs } from "./actions";
import type { ZoneArgs } from "./args";
import type {
  ConditionArgs,
  DayRangeArgs,
  SpeedArgs,
  TimeActiveArgs,
  TravelDirectionArgs,
  TravelPathArgs,
} from "./conditions";
import type {
  BeaconGeofeatureArgs,
  BoundingBoxArgs,
  CircleArgs,
  GeofeatureArgs,
  GeolineArgs,
  PolygonArgs,
} from "./geofeatures";

const geofeature = variants<GeofeatureArgs>({
  circle: object<CircleArgs>({
    type: required(name),
    name: required(name),
    center: required(point),
    radius: required(number({ least: 5, unit: "metres" })),
    color: optional(color),
  }),
  boundingBox: object<BoundingBoxArgs>(
    {
      type: required(name),
      name: required(name),
      northEast: required(point),
      southWest: required(point),
      color: optional(color),
    },
    [boxRule],
  ),
  polygon: object<PolygonArgs>(
    {
      type: required(name),
      name: required(name),
      vertices: required(list("vertices", point, { atLeast: 3, ordered: true, ring: true })),
      color: optional(color),
    },
    [polygonRule],
  ),
  geoline: object<GeolineArgs>(
    {
      type: required(name),
      name: required(name),
      vertices: required(list("vertices", point, { atLeast: 2, ordered: true })),
    },
    [geolineRule],
  ),
  beacon: object<BeaconGeofeatureArgs>(
    { type: required(name), ...beaconProperties, proximity: optional(choice("Immediate", "Near", "Far")) },
    [platformNeeds],
  ),
});

const angle = integer({ least: 0, most: 359, unit: "degrees" });

/** The angles are at least 90° apart, whichever way one turns. */
const farApart: Rule = ({ fromAngle, toAngle }) => {
  if (typeof fromAngle !== "number" || typeof toAngle !== "number") return [];
  const turn = Math.abs(fromAngle - toAngle) % 360;
  const apart = Math.min(turn, 360 - turn);
  const reason = `${fromAngle}° and ${toAngle}° are ${apart}° apart, but must be at least 90° apart`;
  return apart >= 90 ? [] : [{ property: "toAngle", reason }];
};

const oneDay: Rule = (range) =>
  range["startDate"] === undefined && range["endDate"] === undefined
    ? [{ property: "startDate", reason: "a dayRange needs a startDate, an endDate, or both" }]
    : [];

const condition = variants<ConditionArgs>({
  speed: object<SpeedArgs>(
    {
      type: required(name),
      minimumSpeed: required(number({ least: 0, unit: "metres per second" })),
      maximumSpeed: required(number({ least: 5, unit: "metres per second" })),
    },
    [speedRule],
  ),
  travelDirection: object<TravelDirectionArgs>(
    { type: required(name), fromAngle: required(angle), toAngle: required(angle) },
    [farApart],
  ),
  travelPath: object<TravelPathArgs>({
    type: required(name),
    minimumGeofeaturesCrossed: required(integer({ least: 2 })),
    timeOutSeconds: required(integer({ least: 60, most: 86_400, unit: "seconds" })),
    sequential: optional(boolean, { fallback: false, apiDefault: false }),
  }),
  timeActive: object<TimeActiveArgs>(
    { type: required(name), fromTime: required(time), toTime: required(time) },
    [timeActiveRule],
  ),
  dayRange: object<DayRangeArgs>(
    { type: required(name), startDate: optional(date), endDate: optional(date) },
    [oneDay, dayRangeRule],
  ),
});

const action = variants<ActionArgs>({
  message: object<MessageActionArgs>({
    type: required(name),
    title: required(text),
    message: required(text),
  }),
  url: object<UrlActionArgs>({ type: required(name), url: required(address) }),
});

/** The order of geofeatures means something only where a phone has to cross them in sequence. */
function inSequence(zone: JsonObject): boolean {
  const conditions: Json | undefined = zone["conditions"];
  return (
    Array.isArray(conditions) &&
    conditions.some((each) => isObject(each) && each["type"] === "travelPath" && each["sequential"] === true)
  );
}

const fields = object<Filled<ZoneArgs, "name">>(
  {
    projectId: required(uuid, { replaces: true }),
    name: required(name, { defaultsToName: true }),
    minimumRetriggerTime: required(integer({ least: 60, most: 3_599_940, unit: "seconds" })),
    geofeatures: required(
      list("geofeatures", geofeature, {
        atLeast: 1,
        key: "name",
        keyIsName: true,
        unique: "names of geofeatures are unique in a zone",
      }),
    ),
    triggerOnExit: optional(boolean, { fallback: false, apiDefault: false }),
    customData: optional(customData, { apiDefault: {} }),
    conditions: optional(list("conditions", condition, { key: "type" }), { apiDefault: [] }),
    tags: optional(list("tags", text), { apiDefault: [] }),
    actions: optional(list("actions", action, { ordered: true }), { apiDefault: [] }),
    destinationId: optional(name),
    shouldSync: optional(boolean, { role: "instruction" }),
  },
  [travelPathRule, swapRule, nullIslandRule, dwellRule, tagsRule],
);

export const zoneFields: typeof fields = { ...fields, sequence: { list: "geofeatures", isIn: inSequence } };
