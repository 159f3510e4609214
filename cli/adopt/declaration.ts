/** The declaration of an object of the API, or the reasons why there is none. */
import { isLostKey, isObject, isString, own, present, type Json, type JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { outputsOf } from "../../provider/lifecycle/state";
import { align } from "../../provider/schema/align";
import { validate } from "../../provider/schema/validate";
import { differences } from "../../provider/schema/differences";
import { withDefaults } from "../../provider/schema/defaults";
import { orderedFor, shapeOf, type Field } from "../../provider/schema/field";
import { display } from "../../provider/schema/display";
import { declaredFormOf } from "./declared-form";

export interface Declaration {
  readonly id: string;
  /** The name that people use. */
  readonly title: string;
  /** The arguments in the program. */
  readonly args: JsonObject;
  /** Inputs and outputs of the state, as after a `pulumi up`. */
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** The paths of unknown fields, without indices: `geofeatures[].shade`. */
  readonly unknown: readonly string[];
}

/** An object that cannot be declared, with the reasons. */
export interface Unsupported {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
}

export function declarationOf(definition: Definition, found: JsonObject): Declaration | Unsupported {
  const { fields, idField } = definition;
  const id = own(found, idField);
  const title = titleOf(definition, found);
  if (!isString(id) || id === "") return { id: "", title, reasons: [`it has no ${idField}`] };
  const args = declaredFormOf(fields, found);
  const filled = withDefaults(fields, args);
  const inputs = isObject(filled) ? filled : {};
  const reasons = [...lostValues(inputs, ""), ...faults(definition, inputs)];
  if (reasons.length === 0) reasons.push(...changes(definition, inputs, found));
  if (reasons.length > 0) return { id, title, reasons };
  return {
    id,
    title,
    args,
    inputs,
    outputs: outputsOf(definition, inputs, found, id),
    unknown: [...new Set(unknownIn(fields, found, ""))],
  };
}

export function titleOf({ title }: Definition, found: JsonObject): string {
  const called = own(found, title);
  return isString(called) ? called : "";
}

/** Values that the engine cannot carry. */
function lostValues(value: Json, path: string): string[] {
  if (isString(value)) {
    return value.isWellFormed() ? [] : [`${path}: it holds half of a character, which Pulumi would replace`];
  }
  if (Array.isArray(value)) return value.flatMap((part, at) => lostValues(part, `${path}[${at}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return isLostKey(key) || !key.isWellFormed()
      ? [`${path}: its key ${JSON.stringify(key)} would be lost on the way through Pulumi`]
      : lostValues(part, at);
  });
}

function faults({ fields }: Definition, inputs: JsonObject): string[] {
  return validate(fields, inputs)
    .filter(({ severity }) => severity !== "warning")
    .map(({ property, reason }) => `${property}: ${reason}`);
}

/** Differences that a refresh would report as drift right after the adoption. */
function changes({ fields }: Definition, inputs: JsonObject, found: JsonObject): string[] {
  const aligned = align(fields, inputs, found);
  if (aligned === inputs) return [];
  return differences(orderedFor(fields, inputs), [inputs, aligned]).map(
    ({ path, field, expected, found: current, secret }) =>
      secret
        ? `${path}: its value (a secret) cannot be declared as it is`
        : `${path}: it is ${display(field, current)}, and would be declared as ${display(field, expected)}`,
  );
}

/** The paths of fields in the API that the schema does not know, without ids of parts and the account. */
function unknownIn(field: Field, found: Json | undefined, path: string): string[] {
  if (field.kind === "list" && Array.isArray(found)) {
    return found.flatMap((element) => unknownIn(field.element, element, `${path}[]`));
  }
  if (!isObject(found)) return [];
  const shape = shapeOf(field, found);
  if (shape === undefined) return [];
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const unknown = Object.keys(present(found)).filter(
    (key) => !["_id", "accountId"].includes(key) && !Object.hasOwn(shape.properties, key),
  );
  const inside = Object.entries(shape.properties).flatMap(([key, property]) =>
    unknownIn(property.field, own(found, key), at(key)),
  );
  return [...unknown.map(at), ...inside];
}
