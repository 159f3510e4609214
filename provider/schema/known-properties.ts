/** The properties of an object of the API that its fields know. */
import { own, present, type Json, type JsonObject } from "../json";
import type { Field, ObjectField } from "./field";
import { step } from "./walk";

/**
 * The known part of a value that no program declares. Secrets are left out by default, since the engine would not know
 * to hide them.
 */
export function pickKnown(
  field: Field,
  found: Json | undefined,
  secrets: "without" | "with" = "without",
): Json | undefined {
  if (found === undefined || found === null) return undefined;
  return step<Json>(
    field,
    found,
    (shape, object) => knownParts(shape, object, secrets),
    ({ element }, list) => list.map((part) => pickKnown(element, part, secrets) ?? null),
    () => found,
  );
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
