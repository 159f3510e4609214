/**
 * Zones in one spelling, so that what the provider calls equal has one text: the order of tags, conditions and geofeatures,
 * an empty value, a ring that is closed or begins at another vertex are no differences.
 */
import type { PlainGeofeature, PlainZone } from "../geometry/plain-zone";
import { isEqual, isObject, isString, stableText, type Json, type JsonObject } from "../provider/json";

/**
 * The properties that differ between two versions of a zone in the form of a program's arguments. A version that is a
 * text, such as a placeholder, differs from others as a whole: its property is `""`.
 *
 * @param name the name of a version that has none of its own
 */
export function differingProperties(a: Json | undefined, b: Json | undefined, name: string): string[] {
  // As for the provider, the order counts where it does in one of the two.
  const isOrdered = isInSequence(a) || isInSequence(b);
  const [before, after] = [propertiesOf(a, name), propertiesOf(b, name)];
  const textIn = (zone: JsonObject, property: string) => propertyText(property, zone[property], isOrdered);
  return Object.keys({ ...before, ...after }).filter(
    (property) =>
      !property.startsWith("__") &&
      !instructions.has(property) &&
      // Most are equal as they stand, which costs less to see than their texts.
      !isEqual(before[property], after[property]) &&
      textIn(before, property) !== textIn(after, property),
  );
}

/** True if the provider would change nothing of one to make it the other. */
export function isSameZone(a: Json, b: Json, name = ""): boolean {
  return isEqual(a, b) || differingProperties(a, b, name).length === 0;
}

/** True if the zones cover the same ground, whatever the names, colours and directions of their geofeatures. */
export function haveSameShapes(a: PlainZone, b: PlainZone): boolean {
  return isEqual(shapesOf(a), shapesOf(b));
}

function shapesOf({ geofeatures }: PlainZone): string[] {
  return geofeatures.flatMap((geofeature) => shapeOf(geofeature) ?? []).sort();
}

/** Beacons have no place. */
function shapeOf(geofeature: PlainGeofeature): string | undefined {
  switch (geofeature.type) {
    case "circle":
      return JSON.stringify([pair(geofeature.center), geofeature.radius]);
    case "boundingBox":
      return JSON.stringify([pair(geofeature.northEast), pair(geofeature.southWest)]);
    case "polygon": {
      const points = geofeature.vertices.map(pair);
      const [forward, backward] = [ring(points), ring(points.toReversed())];
      return `ring ${forward < backward ? forward : backward}`;
    }
    case "geoline": {
      const line = geofeature.vertices.map(pair);
      const [forward, backward] = [line.join(" "), line.toReversed().join(" ")];
      return `line ${forward < backward ? forward : backward}`;
    }
    case "beacon":
      return undefined;
  }
}

function pair({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude},${longitude}`;
}

/** `shouldSync` is an instruction: the state does not hold it. */
const instructions: ReadonlySet<string> = new Set(["shouldSync"]);

function propertiesOf(zone: Json | undefined, name: string): JsonObject {
  if (zone === undefined) return {};
  return isObject(zone) ? { name, ...zone } : { "": zone };
}

/** Undefined where the value says nothing. */
function propertyText(property: string, value: Json | undefined, isOrdered: boolean): string | undefined {
  const form = canonical(value);
  if (form === undefined) return undefined;
  if (!Array.isArray(form)) return stableText(form);
  if (property === "tags") return stableText([...new Set(form.map(stableText))].sort());
  const isSet = property === "conditions" || (property === "geofeatures" && !isOrdered);
  return stableText(isSet ? form.map(stableText).sort() : form);
}

/** The order of geofeatures means something only where a phone has to cross them in sequence. */
function isInSequence(zone: Json | undefined): boolean {
  const conditions = isObject(zone) ? zone["conditions"] : undefined;
  return (
    Array.isArray(conditions) &&
    conditions.some((each) => isObject(each) && each["type"] === "travelPath" && each["sequential"] === true)
  );
}

/** Without empty parts; undefined where nothing is left. */
function canonical(value: Json | undefined): Json | undefined {
  if (value === undefined || value === null || value === false || value === "") return undefined;
  if (Array.isArray(value)) {
    const elements = value.map((element) => canonical(element) ?? null);
    return elements.length === 0 ? undefined : elements;
  }
  if (!isObject(value)) return value;
  const parts = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    const form = key === "color" && isString(part) ? part.toLowerCase() : canonical(part);
    if (form === undefined) return [];
    const isRing = key === "vertices" && value["type"] === "polygon" && Array.isArray(form);
    return [[key, isRing ? ring(form.map(stableText)) : form]];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** A ring that is open and begins at its least vertex. */
function ring(vertices: readonly string[]): string {
  const open = vertices.length > 1 && vertices[0] === vertices.at(-1) ? vertices.slice(0, -1) : vertices;
  const least = open.reduce((min, text) => (text < min ? text : min), open[0] ?? "");
  const turned = open.flatMap((text, at) =>
    text === least ? [[...open.slice(at), ...open.slice(0, at)].join(" ")] : [],
  );
  return turned.sort()[0] ?? "";
}
