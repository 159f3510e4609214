/** What makes one set different from another; all else is written once, beside this file. */
import { isObject, isString, present, type Json, type JsonObject } from "../json";
import type { Definition } from "../lifecycle/definition";
import { HIDDEN } from "../lifecycle/hidden-state";
import { withDefaults } from "../schema/defaults";
import type { ObjectField } from "../schema/field";

export interface SetDefinition {
  /** As users know it: `ZoneSet`. */
  readonly noun: string;
  /** What one of its objects is. */
  readonly of: Definition;
  /** The argument that holds them: key → the JSON text of one, as the program declares it. */
  readonly objects: string;
  /** The set's own arguments. */
  readonly fields: ObjectField;
  /** What one of its objects may be declared with. */
  readonly element: ObjectField;
  /** The arguments that the set has for all its objects. */
  readonly shared: readonly string[];
  /** The arguments of an object that are its key where the program gives no other. */
  readonly keyed: readonly string[];
  /** The output of an object that names the ids of its parts. */
  readonly parts?: string;
}

/** Whether the program marks something of a set as secret, to go by its arguments. */
export function isMarked(inputs: JsonObject): boolean {
  return inputs[HIDDEN.objects] !== undefined;
}

/** One of the set's objects, whole, as its own resource would declare it. */
export function declaredOf(
  set: SetDefinition,
  key: string,
  object: JsonObject,
  properties: JsonObject,
): JsonObject {
  const whole = { ...sharedOf(set, properties), ...withKey(set, key, present(object)) };
  const filled = withDefaults(set.of.fields, whole);
  return isObject(filled) ? filled : whole;
}

export function withKey({ keyed }: SetDefinition, key: string, object: JsonObject): JsonObject {
  return { ...object, ...Object.fromEntries(keyed.map((name) => [name, object[name] ?? key])) };
}

/** What the set says for all of them. */
function sharedOf({ shared }: SetDefinition, properties: JsonObject): JsonObject {
  return present(Object.fromEntries(shared.map((name) => [name, properties[name]])));
}

/** The arguments of the set but for its objects, as its state echoes them. */
export function ownArguments(set: SetDefinition, properties: JsonObject): JsonObject {
  const { retainOnRemove } = properties;
  return { ...sharedOf(set, properties), ...(retainOnRemove !== undefined && { retainOnRemove }) };
}

/** The texts of the set's objects, by key; undefined where they are not known yet. */
export function textsIn(set: SetDefinition, inputs: JsonObject): ReadonlyMap<string, Json> | undefined {
  const objects = inputs[set.objects];
  return isObject(objects) ? new Map(Object.entries(objects)) : undefined;
}

/** The object that a text declares; undefined where it declares none. */
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

/** `ZoneSet "stores"`: how messages begin. */
export function setSubject({ noun }: SetDefinition, properties: JsonObject): string {
  const name = properties[HIDDEN.name];
  return isString(name) ? `${noun} "${name}"` : noun;
}
