/** The arguments of a resource, as data: check, diff, read and update all use one tree of fields. */
import type { z } from "zod";

import { isString, type Json, type JsonObject } from "../json";

export type Field = Leaf | ObjectField | VariantsField | ListField | MapField | AnyField;

/** The traits of a property of an object; every kind of field has them. */
export interface Property<Required extends boolean = boolean> {
  readonly field: Field;
  readonly required: Required;
  /** Filled in by check where the program is silent. */
  readonly fallback?: Json;
  /** The class, or the key in a set, fills in the name of the resource in the program where the program is silent. */
  readonly defaultsToName?: true;
  /** The API's value for an absent property. It is sent when the program stops declaring the property. */
  readonly apiDefault?: Json;
  /** Its value never appears in a message. */
  readonly secret?: boolean;
  /** The API fills it in with what belongs to the account that signs in: nothing that a program would repeat. */
  readonly accountDefault?: boolean;
  /** A change makes a new object in place of the old. */
  readonly replaces?: boolean;
  /**
   * `declared` is sent and compared; an `instruction` is sent but is no state; `local` is compared but concerns
   * the provider alone.
   */
  readonly role: "declared" | "instruction" | "local";
}

/** A value without parts, validated by a zod schema whose messages are our sentences. */
export interface Leaf {
  readonly kind: "leaf";
  readonly schema: z.ZodType;
  /** Text of the user's own, which no message shows: it may hold a secret. */
  readonly isFreeText?: true;
  /** Two spellings are one value when this makes them equal. */
  readonly canonical?: (value: Json) => Json;
  /** The spelling that the API takes, in which the value is recorded and sent. Default: as declared. */
  readonly normalize?: (value: Json) => Json;
}

export interface ObjectField<Args = unknown> {
  readonly kind: "object";
  /** The type of its arguments, for the compiler alone: no field has a value here. */
  readonly args?: Args;
  readonly properties: Readonly<Record<string, Property>>;
  /** Rules over several properties; each sees the object as declared, unknown values included. */
  readonly rules: readonly Rule[];
  /** A list whose order is significant in some resources alone. Default: none. */
  readonly sequence?: { readonly list: string; readonly isIn: (resource: JsonObject) => boolean };
}

/** Objects discriminated by the value of `type`. */
export interface VariantsField {
  readonly kind: "variants";
  readonly variants: Readonly<Record<string, ObjectField>>;
}

export interface ListField {
  readonly kind: "list";
  readonly element: Field;
  /** The name of the elements in messages, in the plural. */
  readonly noun: string;
  /** True if the order of elements is significant. */
  readonly ordered: boolean;
  /** The property by which an element is the same element after an edit; undefined for the value itself. */
  readonly key?: string;
  /** The key is a name that people give and change, so that an element of another name may be the same one. */
  readonly keyIsName?: boolean;
  /** At most one element of each key, said in these words. */
  readonly unique?: string;
  readonly atLeast?: number;
  /** A last element equal to the first says nothing. */
  readonly ring?: boolean;
}

/** A map of strings, with keys of the user's own. */
export interface MapField {
  readonly kind: "map";
  readonly atMost?: number;
  readonly keys?: z.ZodType;
  readonly values: z.ZodType;
}

/** JSON that is passed on as it is. */
interface AnyField {
  readonly kind: "any";
}

/** A fault or a warning about a property. */
export interface Diagnostic {
  /** The path: `geofeatures[0].center.latitude`. */
  readonly property: string;
  /** The fault, with the value and the limit. */
  readonly reason: string;
  /** A fault stops the run, a warning does not. Default: a fault. */
  readonly severity?: "fault" | "warning";
}

/** Validates several properties of an object together; its paths begin at the object. */
export type Rule = (object: JsonObject) => readonly Diagnostic[];

const extraFields: Property = { field: { kind: "any" }, required: false, role: "declared" };

/**
 * One property for each argument of `Args`, required where the argument is: the compiler refuses an argument without a
 * property, and a property without an argument.
 */
export type PropertiesOf<Args> = {
  readonly [Name in Exclude<keyof Args, "extraFields">]: Property<
    Pick<Args, Name> extends Required<Pick<Args, Name>> ? true : false
  >;
};

/** Arguments of which the provider fills in some where the program is silent. */
export type Filled<Args, Names extends keyof Args> = Omit<Args, Names> & Required<Pick<Args, Names>>;

/** An object with these arguments, and `extraFields` for fields that this provider does not know yet. */
export function object<Args>(properties: PropertiesOf<Args>, rules: Rule[] = []): ObjectField<Args> {
  return { kind: "object", properties: { ...properties, extraFields }, rules };
}

/** An object with these arguments, without `extraFields`: a place, or the arguments of a set. */
export function plainObject<Args>(properties: PropertiesOf<Args>): ObjectField<Args> {
  return { kind: "object", properties, rules: [] };
}

/** One object for each type of the arguments, by that type. */
export function variants<Args extends { type: unknown }>(of: VariantsOf<Args>): VariantsField {
  return { kind: "variants", variants: of };
}

type VariantsOf<Args extends { type: unknown }> = {
  readonly [Each in Args as Extract<Each["type"], string>]: ObjectField<Each>;
};

type ListTraits = Partial<Omit<ListField, "kind" | "element" | "noun">>;

export function list(noun: string, element: Field, traits: ListTraits = {}): ListField {
  return { kind: "list", noun, element, ordered: false, ...traits };
}

type PropertyTraits = Partial<Omit<Property, "field" | "required">>;

export function required(field: Field, traits: PropertyTraits = {}): Property<true> {
  return { field, required: true, role: "declared", ...traits };
}

export function optional(field: Field, traits: PropertyTraits = {}): Property<false> {
  return { field, required: false, role: "declared", ...traits };
}

/** The kind of object that `value` says it is. */
export function variantOf(field: VariantsField, value: JsonObject): ObjectField | undefined {
  const type = value["type"];
  return isString(type) && Object.hasOwn(field.variants, type) ? field.variants[type] : undefined;
}

/** The object that a value of this field is; undefined where it is none whose properties are known. */
export function shapeOf(field: Field, value: JsonObject): ObjectField | undefined {
  if (field.kind === "object") return field;
  return field.kind === "variants" ? variantOf(field, value) : undefined;
}

/** `constructor` is no property of an object that declares none of that name. */
export function propertyOf({ properties }: ObjectField, key: string): Property | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** The names of all properties that a program declares in a value of this field, at any depth. */
export function propertyNames(field: Field): ReadonlySet<string> {
  const known = names.get(field) ?? new Set(namesIn(field));
  names.set(field, known);
  return known;
}

const names = new WeakMap<Field, ReadonlySet<string>>();

function namesIn(field: Field): string[] {
  return objectsOf(field).flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, { field, accountDefault }]) =>
      accountDefault === true ? [] : [name, ...namesIn(field)],
    ),
  );
}

/** The fields for versions of a resource: the order of a list is significant where it is in one of them. */
export function orderedFor(fields: ObjectField, ...versions: readonly JsonObject[]): ObjectField {
  const { sequence, properties } = fields;
  if (sequence === undefined || !versions.some(sequence.isIn)) return fields;
  const property = properties[sequence.list];
  if (property?.field.kind !== "list") throw new Error(`${sequence.list} is not a list of these fields.`);
  const ordered: Property = { ...property, field: { ...property.field, ordered: true } };
  return { ...fields, properties: { ...properties, [sequence.list]: ordered } };
}

/** True if a value of this property, shown whole, would show a secret. */
export function isSecret({ secret, field }: Property): boolean {
  return secret === true || holdsSecret(field);
}

/** True if a value of this field, shown whole, would show a secret. */
export function holdsSecret(field: Field): boolean {
  return objectsOf(field).some(({ properties }) => Object.values(properties).some(isSecret));
}

/** The objects that a value of this field may be, or be a list of. */
export function objectsOf(field: Field): readonly ObjectField[] {
  if (field.kind === "object") return [field];
  if (field.kind === "list") return objectsOf(field.element);
  return field.kind === "variants" ? Object.values(field.variants) : [];
}
