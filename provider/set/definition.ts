/** The definition of a kind of set; the other files of this folder work for any. */
import { isObject, isString, present, type Json, type JsonObject } from "../json";
import type { Definition } from "../lifecycle/definition";
import { HIDDEN } from "../lifecycle/hidden-state";
import { withDefaults } from "../schema/defaults";
import type { ObjectField } from "../schema/field";

export interface SetDefinition {
  /** The name of the class: `ZoneSet`. */
  readonly noun: string;
  /** The definition of its objects. */
  readonly of: Definition;
  /** The argument with the objects: key → the JSON text of an object as declared. */
  readonly argument: string;
  /** The set's own arguments. */
  readonly fields: ObjectField;
  /** The arguments of an object. */
  readonly element: ObjectField;
  /** The set's arguments that apply to all objects. */
  readonly shared: readonly string[];
  /** The arguments of an object that default to its key. */
  readonly keyed: readonly string[];
  /** The output of an object with the ids of its parts. */
  readonly parts?: string;
}

/** True if the arguments mark a part of the set as secret. */
export function isMarked(inputs: JsonObject): boolean {
  return inputs[HIDDEN.objects] !== undefined;
}

/** An object of the set with all arguments, as a resource of its own declares it. */
export function declaredOf(
  set: SetDefinition,
  { key, text }: { readonly key: string; readonly text: Json },
  properties: JsonObject,
): JsonObject {
  const object = present(objectIn(text) ?? {});
  const whole = { ...sharedOf(set, properties), ...withKey(set, key, object) };
  const filled = withDefaults(set.of.fields, whole);
  return isObject(filled) ? filled : whole;
}

export function withKey({ keyed }: SetDefinition, key: string, object: JsonObject): JsonObject {
  return { ...object, ...Object.fromEntries(keyed.map((name) => [name, object[name] ?? key])) };
}

/** The set's arguments that apply to all objects. */
function sharedOf({ shared }: SetDefinition, properties: JsonObject): JsonObject {
  return present(Object.fromEntries(shared.map((name) => [name, properties[name]])));
}

/** The arguments of the set without its objects, as its state repeats them. */
export function ownArguments(set: SetDefinition, properties: JsonObject): JsonObject {
  const { retainOnRemove } = properties;
  return { ...sharedOf(set, properties), ...(retainOnRemove !== undefined && { retainOnRemove }) };
}

/** The texts of the set's objects, by key; undefined while they are unknown. */
export function textsIn(set: SetDefinition, inputs: JsonObject): ReadonlyMap<string, Json> | undefined {
  const objects = inputs[set.argument];
  return isObject(objects) ? new Map(Object.entries(objects)) : undefined;
}

/** The object in a text; undefined if the text is no JSON object. */
export function objectIn(text: Json | undefined): JsonObject | undefined {
  if (!isString(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The ids of an object's parts, by name. */
export function partsOf({ of, parts }: SetDefinition, found: JsonObject, id: string): Record<string, string> {
  const named = parts === undefined ? undefined : of.computed(found, id)[parts];
  if (!isObject(named)) return {};
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, part]) => (isString(part) ? [[name, part]] : [])),
  );
}

/** The subject of messages: `ZoneSet "stores"`. */
export function setSubject({ noun }: SetDefinition, properties: JsonObject): string {
  const name = properties[HIDDEN.name];
  return isString(name) ? `${noun} "${name}"` : noun;
}
