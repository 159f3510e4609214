/** Reads a zone of any source, whose JSON nobody has validated. */
import type {
  PlainBeacon,
  PlainBox,
  PlainCircle,
  PlainCondition,
  PlainGeofeature,
  PlainGeoline,
  PlainPolygon,
  PlainZone,
} from "../geometry/plain-zone";
import { opened, type Point } from "../geometry/point";
import { isObject, isString, type JsonObject } from "../provider/json";
import { placeholderIn, placeholderOf, type Placeholder } from "./placeholder";

/** A zone, or the reason why there is none. */
export type ZoneReading = { readonly zone: PlainZone } | { readonly hidden: Placeholder | "unreadable" };

/** The properties of a zone that a map draws, or a walk judges. */
export const drawnProperties = [
  "name",
  "geofeatures",
  "minimumRetriggerTime",
  "triggerOnExit",
  "conditions",
  "tags",
] as const;

/**
 * Reads a zone in the form of a program's arguments.
 *
 * @param name the name of a zone that has none of its own: the resource's, or its key in a set
 */
export function plainZoneOf(value: unknown, name: string): ZoneReading {
  const whole = placeholderOf(value);
  if (whole !== undefined) return { hidden: whole };
  if (!isObject(value)) return { hidden: "unreadable" };
  const hidden = placeholderIn(drawnProperties.map((property) => value[property]));
  if (hidden !== undefined) return { hidden };
  const zone = readZone(value, name);
  return zone === undefined ? { hidden: "unreadable" } : { zone };
}

/** True if a map has nothing to draw of a zone. */
export function isBeaconsOnly({ geofeatures }: PlainZone): boolean {
  return geofeatures.every(({ type }) => type === "beacon");
}

function readZone(value: JsonObject, name: string): PlainZone | undefined {
  const geofeatures = listOf(value["geofeatures"], readGeofeature);
  const conditions = conditionsOf(value["conditions"] ?? []);
  const tags = listOf(value["tags"] ?? [], (tag) => (isString(tag) ? tag : undefined));
  if (geofeatures === undefined || geofeatures.length === 0) return undefined;
  if (conditions === undefined || tags === undefined) return undefined;
  const minimumRetriggerTime = numberOf(value["minimumRetriggerTime"]);
  const { triggerOnExit } = value;
  return {
    name: textOf(value["name"]) ?? name,
    geofeatures,
    ...(minimumRetriggerTime !== undefined && { minimumRetriggerTime }),
    ...(typeof triggerOnExit === "boolean" && { triggerOnExit }),
    ...conditions,
    ...(tags.length > 0 && { tags }),
  };
}

/** A condition of a type that is new to this version hides no shapes; only a walk needs it, and says so. */
function conditionsOf(value: unknown): Pick<PlainZone, "conditions" | "unknownConditions"> | undefined {
  if (!Array.isArray(value)) return undefined;
  const given: unknown[] = value;
  const conditions = given.flatMap((each) => readCondition(each) ?? []);
  const unknownConditions = given.flatMap((each) =>
    readCondition(each) === undefined ? [typeOf(each)] : [],
  );
  return {
    ...(conditions.length > 0 && { conditions }),
    ...(unknownConditions.length > 0 && { unknownConditions }),
  };
}

/** The type is shown, so that it must be a word. */
function typeOf(condition: unknown): string {
  const type = isObject(condition) ? condition["type"] : undefined;
  return isString(type) && /^\w{1,40}$/.test(type) ? type : "without a type";
}

function readGeofeature(value: unknown): PlainGeofeature | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value["name"]);
  if (name === undefined) return undefined;
  const color = textOf(value["color"]);
  const named = { name, ...(color !== undefined && { color }) };
  switch (value["type"]) {
    case "circle":
      return readCircle(value, named);
    case "boundingBox":
      return readBox(value, named);
    case "polygon":
      return readPolygon(value, named);
    case "geoline":
      return readGeoline(value, name);
    case "beacon":
      return { type: "beacon", name } satisfies PlainBeacon;
    default:
      return undefined;
  }
}

type Named = Pick<PlainCircle, "name" | "color">;

function readCircle(value: JsonObject, named: Named): PlainCircle | undefined {
  const center = readPoint(value["center"]);
  const radius = numberOf(value["radius"]);
  if (center === undefined || radius === undefined || radius <= 0) return undefined;
  return { type: "circle", ...named, center, radius };
}

function readBox(value: JsonObject, named: Named): PlainBox | undefined {
  const northEast = readPoint(value["northEast"]);
  const southWest = readPoint(value["southWest"]);
  if (northEast === undefined || southWest === undefined) return undefined;
  return { type: "boundingBox", ...named, northEast, southWest };
}

function readPolygon(value: JsonObject, named: Named): PlainPolygon | undefined {
  const ring = listOf(value["vertices"], readPoint);
  const vertices = ring === undefined ? [] : opened(ring);
  return vertices.length < 3 ? undefined : { type: "polygon", ...named, vertices };
}

function readGeoline(value: JsonObject, name: string): PlainGeoline | undefined {
  const vertices = listOf(value["vertices"], readPoint);
  return vertices === undefined || vertices.length < 2 ? undefined : { type: "geoline", name, vertices };
}

function readPoint(value: unknown): Point | undefined {
  if (!isObject(value)) return undefined;
  const latitude = numberOf(value["latitude"]);
  const longitude = numberOf(value["longitude"]);
  if (latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

export function readCondition(value: unknown): PlainCondition | undefined {
  if (!isObject(value)) return undefined;
  const number = (key: string) => numberOf(value[key]);
  const text = (key: string) => textOf(value[key]);
  switch (value["type"]) {
    case "speed":
      return complete({
        type: "speed",
        minimumSpeed: number("minimumSpeed"),
        maximumSpeed: number("maximumSpeed"),
      });
    case "travelDirection":
      return complete({
        type: "travelDirection",
        fromAngle: number("fromAngle"),
        toAngle: number("toAngle"),
      });
    case "travelPath":
      return complete({
        type: "travelPath",
        minimumGeofeaturesCrossed: number("minimumGeofeaturesCrossed"),
        timeOutSeconds: number("timeOutSeconds"),
        sequential: value["sequential"] === true,
      });
    case "timeActive":
      return complete({ type: "timeActive", fromTime: text("fromTime"), toTime: text("toTime") });
    case "dayRange": {
      const startDate = text("startDate");
      const endDate = text("endDate");
      return {
        type: "dayRange",
        ...(startDate !== undefined && { startDate }),
        ...(endDate !== undefined && { endDate }),
      };
    }
    default:
      return undefined;
  }
}

/** An object none of whose properties is undefined. */
type Complete<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function complete<T extends object>(value: T): Complete<T> | undefined {
  return isComplete(value) ? value : undefined;
}

function isComplete<T extends object>(value: T): value is T & Complete<T> {
  return Object.values(value).every((part) => part !== undefined);
}

/** The elements; undefined where one of them cannot be read. */
export function listOf<T>(value: unknown, read: (element: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const elements = value.map(read);
  return isWhole(elements) ? elements : undefined;
}

function isWhole<T>(elements: (T | undefined)[]): elements is T[] {
  return elements.every((element) => element !== undefined);
}

function textOf(value: unknown): string | undefined {
  return isString(value) && value !== "" ? value : undefined;
}

/** Some servers write a number as text. */
function numberOf(value: unknown): number | undefined {
  const number = isString(value) && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
