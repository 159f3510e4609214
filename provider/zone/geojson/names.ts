/** The names of the geofeatures of a GeoJSON. */
import type { Feature } from "../../../geojson/shapes";
import { isString } from "../../json";
import { inspectValue } from "../../program/usage-error";
import type { Report } from "./faults";
import type { Shape } from "./shapes";

/** The feature, as passed to a function for names. */
export interface GeoJsonFeature {
  /** Its place among the features, from 0. */
  readonly index: number;
  /** Its `id`, where it has one. */
  readonly id: unknown;
}

/** A property of each feature, or a function of its properties. */
export type FeatureName =
  string | ((properties: Readonly<Record<string, unknown>>, feature: GeoJsonFeature) => string);

/** The name of a feature by the option; undefined without an option, or if it gives none. */
export function nameBy(
  option: FeatureName | undefined,
  feature: Feature,
  faults: Report,
): string | undefined {
  if (option === undefined) return undefined;
  const { properties, index, id, place } = feature;
  const given: unknown = isString(option) ? properties[option] : option(properties, { index, id });
  if (isString(given) && given.trim() !== "") return given;
  if (isString(option) && typeof given === "number") return String(given);
  const source = isString(option) ? `the property ${inspectValue(option)}` : "the function `name`";
  faults.add(
    "no name",
    place,
    (places) =>
      `${source} gives no name to ${places}; name another property, or give a function that returns text`,
  );
  return undefined;
}

/** Unique names: equal ones are numbered in their order, as the parts of a MultiPolygon. */
export function numbered(shapes: readonly Shape[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of shapes) counts.set(name, (counts.get(name) ?? 0) + 1);
  const at = new Map<string, number>();
  return shapes.map(({ name }) => {
    if (counts.get(name) === 1) return name;
    const number = (at.get(name) ?? 0) + 1;
    at.set(name, number);
    return `${name} ${number}`;
  });
}
