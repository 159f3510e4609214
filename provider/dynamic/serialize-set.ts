/**
 * Serializes the objects of a set to texts for the engine. A nested value would cost a promise for each of its parts, in
 * the program and in the engine.
 */
import * as pulumi from "@pulumi/pulumi";

import { isObject } from "../json";
import { isPending } from "../zone/points";

export interface SerializedSet {
  /** Key → text; a value that is no object stays as it is, for the check to refuse. */
  readonly texts: unknown;
  readonly keys: pulumi.Output<string[]>;
  /** Secret if one of the texts is, and absent otherwise; known in a preview too. */
  readonly mark: pulumi.Output<string | undefined> | undefined;
}

/**
 * A known object becomes a text at once. An object with an Output is resolved by itself, so that an unknown one does not
 * make the others unknown.
 */
export function serializeSet(objects: pulumi.Input<object>): SerializedSet {
  if (isPending(objects)) {
    const texts = pulumi.output(objects).apply(allTexts);
    return { texts, keys: texts.apply(keysOf), mark: markOf([texts]) };
  }
  const texts = allTexts(objects);
  const later = isObject(texts) ? Object.values(texts).filter(isPending) : [];
  return {
    texts,
    keys: pulumi.output(keysOf(texts)),
    mark: later.length === 0 ? undefined : markOf(later),
  };
}

function keysOf(texts: unknown): string[] {
  return isObject(texts) ? Object.keys(texts) : [];
}

function allTexts(objects: unknown): unknown {
  if (!isObject(objects)) return objects;
  return Object.fromEntries(
    Object.entries(objects).flatMap(([key, object]: [string, unknown]) =>
      object === undefined
        ? []
        : [[key, hasLater(object) ? pulumi.output(object).apply(textOf) : textOf(object)]],
    ),
  );
}

function hasLater(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isPending(value) || Object.values(value).some(hasLater);
}

/** Equal objects have the same text, whatever the order of their keys. */
function textOf(object: unknown): string {
  return JSON.stringify(ordered(object));
}

function ordered(value: unknown): unknown {
  // In JSON they would be null, and the check would not see the fault.
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)))
    return String(value);
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value) || "toJSON" in value) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}

function markOf(
  texts: readonly (pulumi.OutputInstance<unknown> | Promise<unknown>)[],
): pulumi.Output<string | undefined> {
  const marks = texts.map((text) => pulumi.isSecret(pulumi.output(text)));
  return pulumi.output(
    Promise.all(marks).then((secret) => (secret.includes(true) ? pulumi.secret("") : undefined)),
  );
}
