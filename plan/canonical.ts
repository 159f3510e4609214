/**
 * Zones in one spelling, so that what the provider calls equal has one text: the order of tags, conditions and geofeatures,
 * an empty value, a ring that is closed or begins at another vertex are no differences.
 */
import type { PlainGeofeature, PlainZone } from "../geometry/plain-zone";
import { isEqual, isObject, isString, stableText, type Json, type JsonObject } from "../provider/json";

/** Property → the text of its value, for each property of a zone that has a value. */
export type CanonicalZone = ReadonlyMap<string, string>;

/** `shouldSync` is an instruction: the state does not hold it. */
const instructions: ReadonlySet<string> = new Set(["shouldSync"]);

/**
 * @param value a zone in the form of a program's arguments; a text, such as a placeholder, is a property of its own
 * @param name the name of a zone that has none of its own
 */
export function canonicalZone(value: Json | undefined, name: string): CanonicalZone {
  if (value === undefined) return new Map();
  if (!isObject(value)) return new Map([["", stableText(value)]]);
  const properties = Object.entries({ name, ...value })
    .filter(([property]) => !property.startsWith("__") && !instructions.has(property))
    .map(([property, part]): [string, Json | undefined] => [
      property,
      canonicalProperty(property, part, value),
    ])
    .flatMap(([property, part]): [string, string][] =>
      part === undefined ? [] : [[property, stableText(part)]],
    );
  return new Map(properties);
}

/** The properties whose texts differ. */
export function differingProperties(a: CanonicalZone, b: CanonicalZone): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((property) => a.get(property) !== b.get(property));
}

/** True if the provider would change nothing of one to make it the other. */
export function isSameZone(a: Json, b: Json, name = ""): boolean {
  return isEqual(a, b) || differingProperties(canonicalZone(a, name), canonicalZone(b, name)).length === 0;
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

function canonicalProperty(property: string, value: Json, zone: JsonObject): Json | undefined {
  const form = canonical(value);
  if (!Array.isArray(form)) return form;
  if (property === "tags") return [...new Set(form.map(stableText))].sort();
  if (property === "conditions" || (property === "geofeatures" && !isInSequence(zone)))
    return form.map(stableText).sort();
  return form;
}

/** The order of geofeatures means something only where a phone has to cross them in sequence. */
function isInSequence({ conditions }: JsonObject): boolean {
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
