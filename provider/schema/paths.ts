/** The parts of a resource by their paths without places in lists, and the current values at such paths. */
import { isObject, own, present, type Json, type JsonObject } from "../json";
import { propertyOf, shapeOf, type Field, type ObjectField } from "./field";
import { pickKnown } from "./known-properties";

export type Path = readonly string[];

/** The paths of all that a value says; a map, and a value that has no parts, is one. */
export function pathsIn(field: Field, value: Json | undefined): Path[] {
  const whole: Path[] = [[]];
  if (Array.isArray(value) && field.kind === "list" && value.length > 0)
    return value.flatMap((element) => pathsIn(field.element, element));
  if (!isObject(value) || field.kind === "map" || Object.keys(value).length === 0) return whole;
  const fieldOf = partsOf(field, value);
  if (fieldOf === undefined) return whole;
  return Object.entries(value).flatMap(([key, part]) =>
    pathsIn(fieldOf(key), part).map((path) => [key, ...path]),
  );
}

/** The values of an object of the API at these paths, in the program's form. */
export function pick(field: ObjectField, current: JsonObject, paths: readonly Path[]): JsonObject {
  const picked = pickFrom(field, current, paths);
  return isObject(picked) ? picked : {};
}

function pickFrom(field: Field, current: Json | undefined, paths: readonly Path[]): Json | undefined {
  if (current === undefined || current === null) return undefined;
  if (paths.some((path) => path.length === 0)) return pickKnown(field, current, "with");
  if (Array.isArray(current))
    return field.kind === "list"
      ? current.map((element) => pickFrom(field.element, element, paths) ?? null)
      : undefined;
  const fieldOf = isObject(current) ? partsOf(field, current) : undefined;
  if (!isObject(current) || fieldOf === undefined) return undefined;
  const rests = Map.groupBy(paths, ([key = ""]) => key);
  const parts = [...rests].map(([key, all]): [string, Json | undefined] => {
    const rest = all.map(([, ...path]) => path);
    // The API holds extra fields beside the others, not in a folder of their own.
    const part = key === "extraFields" && field.kind !== "any" ? current : own(current, key);
    return [key, pickFrom(fieldOf(key), part, rest)];
  });
  return present(Object.fromEntries(parts));
}

/** The field of each part of an object; undefined for what has no parts that are known by name. */
function partsOf(field: Field, value: JsonObject): ((key: string) => Field) | undefined {
  if (field.kind === "any") return () => field;
  const shape = shapeOf(field, value);
  return shape && ((key) => propertyOf(shape, key)?.field ?? anything);
}

const anything: Field = { kind: "any" };
