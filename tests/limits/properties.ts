/** Every object and property that a schema knows, so that no table can leave one out. */
import { z } from "zod";

import type { Field, ObjectField, Property } from "../../provider/schema/field";
import { definitions } from "../resources";
import { setDefinitions } from "./validate";
import type { Place } from "./places";

export interface KnownObject {
  readonly resource: string;
  /** As the path of a place: `geofeatures[circle].center`. */
  readonly path: string;
  readonly field: ObjectField;
  /** The values of `type` of which this object is one. */
  readonly kinds?: readonly string[];
}

/** Every kind of object, the resources themselves first. */
export const knownObjects: readonly KnownObject[] = Object.entries({
  ...definitions,
  ...setDefinitions,
}).flatMap(([resource, { fields }]) => objectsOf(fields, "").map((found) => ({ resource, ...found })));

export interface KnownProperty {
  readonly resource: string;
  /** `geofeatures[circle].center.latitude` */
  readonly path: string;
  readonly property: Property;
}

/** Every property of every kind of object. */
export const knownProperties: readonly KnownProperty[] = knownObjects.flatMap(({ resource, path, field }) =>
  Object.entries(field.properties).map(([key, property]) => ({
    resource,
    path: joined(path, key),
    property,
  })),
);

function objectsOf(field: Field, path: string): Omit<KnownObject, "resource">[] {
  switch (field.kind) {
    case "object":
      return [
        { path, field },
        ...Object.entries(field.properties).flatMap(([key, property]) =>
          objectsOf(property.field, joined(path, key)),
        ),
      ];
    case "variants":
      return Object.entries(field.variants).flatMap(([kind, variant]) =>
        objectsOf(variant, path.replace(/\[\]$/, `[${kind}]`)).map((found) =>
          found.field === variant ? { ...found, kinds: Object.keys(field.variants) } : found,
        ),
      );
    case "list":
      return objectsOf(field.element, `${path}[]`);
    case "leaf":
    case "map":
    case "any":
      return [];
  }
}

function joined(path: string, key: string): string {
  return path === "" || key === "" ? path + key : `${path}.${key}`;
}

/** A property of an object, seen from the resource: `geofeatures[circle].radius`. A list's elements have its path. */
export function pathAt({ path }: Place, property: string): string {
  return joined(path, property.replace(/\[\]$/, ""));
}

export interface NamedProperty {
  readonly name: string;
  readonly property: Property;
  /** What the property may be where it is the `type` of one of several kinds. */
  readonly kinds?: readonly string[];
}

/** The properties of the object itself, without those of its parts. */
export function propertiesAt({ resource, path }: Place): NamedProperty[] {
  const object = knownObjects.find((each) => each.resource === resource && each.path === path);
  return Object.entries(object?.field.properties ?? {}).map(([name, property]) => ({
    name,
    property,
    ...(name === "type" && object?.kinds && { kinds: object.kinds }),
  }));
}

/** The number at which a schema draws the line, and on which side of it lies what is beyond. */
export interface Limit {
  readonly at: number;
  readonly side: -1 | 1;
}

/** The limits that are numbers: of a value, of a list's length, of a map's pairs. */
export function limitsOf(field: Field): Limit[] {
  if (field.kind === "list") return limits(field.atLeast, undefined);
  if (field.kind === "map") return limits(undefined, field.atMost);
  if (field.kind !== "leaf" || !(field.schema instanceof z.ZodNumber)) return [];
  const { minValue, maxValue } = field.schema;
  return limits(
    minValue !== null && minValue > Number.MIN_SAFE_INTEGER ? minValue : undefined,
    maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER ? maxValue : undefined,
  );
}

function limits(least: number | undefined, most: number | undefined): Limit[] {
  return [
    ...(least === undefined ? [] : [{ at: least, side: -1 } as const]),
    ...(most === undefined ? [] : [{ at: most, side: 1 } as const]),
  ];
}
