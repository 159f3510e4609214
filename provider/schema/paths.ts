/** The parts of a resource by their paths without places in lists, and the current values at such paths. */
import { isObject, own, present, type Json, type JsonObject } from "../json";
import { propertyOf, type Field, type ObjectField } from "./field";
import { pickKnown } from "./known-properties";
import { step } from "./walk";

export type Path = readonly string[];

/** The paths of all that a value says; a map, and a value that has no parts, is one. */
export function pathsIn(field: Field, value: Json | undefined): Path[] {
  const whole: Path[] = [[]];
  if (value === undefined) return whole;
  const below = (object: JsonObject, fieldOf: (key: string) => Field) => {
    const paths = Object.entries(object).flatMap(([key, part]) =>
      pathsIn(fieldOf(key), part).map((path) => [key, ...path]),
    );
    return paths.length === 0 ? whole : paths;
  };
  return step(
    field,
    value,
    (shape, object) => below(object, (key) => fieldIn(shape, key)),
    ({ element }, list) => (list.length === 0 ? whole : list.flatMap((each) => pathsIn(element, each))),
    () => (field.kind === "any" && isObject(value) ? below(value, () => field) : whole),
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
  const below = (partOf: (key: string) => [Field, Json | undefined]) => {
    const rests = Map.groupBy(paths, ([key = ""]) => key);
    const parts = [...rests].map(([key, all]): [string, Json | undefined] => {
      const rest = all.map(([, ...path]) => path);
      return [key, pickFrom(...partOf(key), rest)];
    });
    return present(Object.fromEntries(parts));
  };
  return step<Json | undefined>(
    field,
    current,
    // The API holds extra fields beside the others, not in a folder of their own.
    (shape, object) =>
      below((key) => [fieldIn(shape, key), key === "extraFields" ? object : own(object, key)]),
    ({ element }, list) => list.map((each) => pickFrom(element, each, paths) ?? null),
    () =>
      field.kind === "any" && isObject(current) ? below((key) => [field, own(current, key)]) : undefined,
  );
}

/** A property that no field knows may be anything. */
function fieldIn(shape: ObjectField, key: string): Field {
  return propertyOf(shape, key)?.field ?? { kind: "any" };
}
