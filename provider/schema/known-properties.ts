/** What we know of an object of the API, without what only the API knows. */
import { isObject, own, present, type Json, type JsonObject } from "../json";
import { variantOf, type Field, type ObjectField } from "./field";

/**
 * How a thing is shown that nobody declared. Its secrets stay out unless they are asked for, since the engine would
 * not know to hide them.
 */
export function pickKnown(
  field: Field,
  found: Json | undefined,
  secrets: "without" | "with" = "without",
): Json | undefined {
  if (found === undefined || found === null) return undefined;
  switch (field.kind) {
    case "object":
      return isObject(found) ? knownParts(field, found, secrets) : found;
    case "variants": {
      const variant = isObject(found) ? variantOf(field, found) : undefined;
      return variant && isObject(found) ? knownParts(variant, found, secrets) : found;
    }
    case "list":
      return Array.isArray(found)
        ? found.map((element) => pickKnown(field.element, element, secrets) ?? null)
        : found;
    case "leaf":
    case "map":
    case "any":
      return found;
  }
}

function knownParts(field: ObjectField, found: JsonObject, secrets: "without" | "with"): JsonObject {
  return present(
    Object.fromEntries(
      Object.entries(field.properties)
        .filter(([key, property]) => property.role === "declared" && key !== "extraFields")
        .filter(([, property]) => secrets === "with" || property.secret !== true)
        .map(([key, property]) => [key, pickKnown(property.field, own(found, key), secrets)]),
    ),
  );
}
