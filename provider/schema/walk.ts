/** One step of a walk over a value and its field. */
import { isObject, type Json, type JsonObject } from "../json";
import { shapeOf, type Field, type ListField, type ObjectField } from "./field";

/**
 * Calls the function for the kind of the value; a walk is a function that calls itself for the parts.
 *
 * @param object for an object, by the field that its type selects
 * @param list for a list
 * @param whole for a value without fields of its own: of a leaf, a map or any JSON, or of another shape than its field
 */
export function step<Result>(
  field: Field,
  value: Json,
  object: (field: ObjectField, value: JsonObject) => Result,
  list: (field: ListField, value: Json[]) => Result,
  whole: () => Result,
): Result {
  if (field.kind === "list" && Array.isArray(value)) return list(field, value);
  if (!isObject(value)) return whole();
  const shape = shapeOf(field, value);
  return shape === undefined ? whole() : object(shape, value);
}
