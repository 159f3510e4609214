/** An object of the API as a program would declare it, or why it cannot. */
import { isObject, isString, own, present, type Json, type JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { stateOf } from "../../provider/lifecycle/state";
import { judge } from "../../provider/schema/check";
import { saysNothing } from "../../provider/schema/canonical";
import { withFallbacks } from "../../provider/schema/fallbacks";
import { variantOf, type Field, type ObjectField } from "../../provider/schema/field";
import { knownOf } from "../../provider/schema/known";

export interface Declaration {
  readonly id: string;
  /** By which people know it. */
  readonly title: string;
  /** What the program says. */
  readonly args: JsonObject;
  /** What the state holds for it, as after a `pulumi up`. */
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** Paths of what this version does not know, with indices left out: `geofeatures[].shade`. */
  readonly unknown: readonly string[];
}

/** What cannot be declared, and why. */
export interface Inexpressible {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
}

export function declarationOf(definition: Definition, found: JsonObject): Declaration | Inexpressible {
  const { fields, idField, title } = definition;
  const id = found[idField];
  const called = isString(found[title]) ? found[title] : "";
  if (!isString(id) || id === "") return { id: "", title: called, reasons: [`it has no ${idField}`] };
  const known = knownOf(fields, found, "with");
  const said = Object.entries(isObject(known) ? known : {}).filter(([key, value]) => {
    const property = fields.properties[key];
    return property?.required === true || (property?.ofAccount !== true && !saysNothing(value));
  });
  const filled = withFallbacks(fields, Object.fromEntries(said));
  const inputs = isObject(filled) ? filled : {};
  const faults = judge(fields, inputs).filter(({ severity }) => severity !== "warning");
  if (faults.length > 0) {
    return { id, title: called, reasons: faults.map(({ property, reason }) => `${property}: ${reason}`) };
  }
  const args = Object.entries(inputs).filter(([key, value]) => fields.properties[key]?.fallback !== value);
  return {
    id,
    title: called,
    args: Object.fromEntries(args),
    inputs,
    outputs: stateOf(definition, inputs, found, id),
    unknown: [...new Set(unknownIn(fields, found, ""))],
  };
}

/** What the API holds beside what is known of it; its own ids are no news. */
function unknownIn(field: Field, found: Json | undefined, path: string): string[] {
  if (field.kind === "list" && Array.isArray(found)) {
    return found.flatMap((element) => unknownIn(field.element, element, `${path}[]`));
  }
  if (!isObject(found)) return [];
  const shape: ObjectField | undefined =
    field.kind === "object" ? field : field.kind === "variants" ? variantOf(field, found) : undefined;
  if (shape === undefined) return [];
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const strange = Object.keys(present(found)).filter(
    (key) => key !== "_id" && !Object.hasOwn(shape.properties, key),
  );
  const inside = Object.entries(shape.properties).flatMap(([key, property]) =>
    unknownIn(property.field, own(found, key), at(key)),
  );
  return [...strange.map(at), ...inside];
}
