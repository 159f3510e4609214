/** Every object and property that a schema knows, so that no table can leave one out. */
import { z } from "zod";

import type { Field, ObjectField, Property } from "../../provider/schema/field";
import { definitions } from "./validate";
import type { Place } from "./places";

export interface KnownObject {
  readonly resource: string;
  /** As the path of a place: `geofeatures[circle].center`. */
  readonly path: string;
  readonly field: ObjectField;
}

/** Every kind of object, the resources themselves first. */
export const knownObjects: readonly KnownObject[] = Object.entries(definitions).flatMap(
  ([resource, { fields }]) => objectsOf(fields, "").map((found) => ({ resource, ...found })),
);

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

function objectsOf(field: Field, path: string): { path: string; field: ObjectField }[] {
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
        objectsOf(variant, path.replace(/\[\]$/, `[${kind}]`)),
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

/** The properties of the object itself, without those of its parts. */
export function propertiesAt({ resource, path }: Place): { name: string; property: Property }[] {
  const object = knownObjects.find((each) => each.resource === resource && each.path === path);
  return Object.entries(object?.field.properties ?? {}).map(([name, property]) => ({ name, property }));
}

/** The number at which a schema draws the line, and the next one beyond it. */
export interface Limit {
  readonly at: number;
  readonly isBeyond: (value: number) => boolean;
}

/** The limits that are numbers: of a value, of a list's length, of a map's pairs. */
export function limitsOf(field: Field): Limit[] {
  const least = (at: number): Limit => ({ at, isBeyond: (value) => value < at });
  const most = (at: number): Limit => ({ at, isBeyond: (value) => value > at });
  if (field.kind === "list") return field.atLeast === undefined ? [] : [least(field.atLeast)];
  if (field.kind === "map") return field.atMost === undefined ? [] : [most(field.atMost)];
  if (field.kind !== "leaf" || !(field.schema instanceof z.ZodNumber)) return [];
  const { minValue, maxValue } = field.schema;
  return [
    ...(minValue !== null && minValue > Number.MIN_SAFE_INTEGER ? [least(minValue)] : []),
    ...(maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER ? [most(maxValue)] : []),
  ];
}
