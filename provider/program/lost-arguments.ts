/**
 * Refuses arguments that would be lost on the way to the engine, in the program's process, where a Date is still a Date.
 */
import * as pulumi from "@pulumi/pulumi";

import { isLostKey } from "../json";
import { ProgramError } from "./usage-error";
import { isPending } from "../zone/points";

/**
 * @param subject `Zone "cafe"`
 * @throws ProgramError with a line for each value that JSON cannot hold, and each key that Pulumi loses
 */
export function refuseLostArguments(subject: string, args: object): void {
  const faults = Object.entries(args).flatMap(([key, value]: [string, unknown]) =>
    valueFaults(value, { path: key, isFree: key === "extraFields", within: [] }),
  );
  if (faults.length === 0) return;
  const more = faults.length - mostShown;
  const shown = more > 0 ? [...faults.slice(0, mostShown), `and ${more} more like these`] : faults;
  throw new ProgramError(shown.map((fault) => `${subject}: ${fault}.`).join("\n"));
}

const mostShown = 20;

interface Place {
  readonly path: string;
  /** True below `extraFields`, where values have no schema. */
  readonly isFree: boolean;
  /** The objects around the value, from the outside. */
  readonly within: readonly object[];
}

function valueFaults(value: unknown, place: Place): string[] {
  const { path } = place;
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? [] : [`${path} is ${value}, which JSON has no form for; give a number`];
    case "bigint":
      return [`${path} is a bigint, which JSON has no form for; give a number or text`];
    case "function":
    case "symbol":
      return [`${path} is a ${typeof value}, which JSON has no form for; give the value itself`];
    case "object":
      return value === null || isPending(value) ? [] : objectFaults(value, place);
    default:
      return [];
  }
}

function objectFaults(value: object, { path, isFree, within }: Place): string[] {
  if (pulumi.Resource.isInstance(value))
    return [`${path} is a whole resource; give one of its outputs, such as its id`];
  if (within.includes(value)) return [`${path} holds itself; give it without the part that leads back`];
  const inside = [...within, value];
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown, at) =>
      element === undefined
        ? [`${path}[${at}] is undefined, which a list in JSON cannot hold; leave it out`]
        : valueFaults(element, { path: `${path}[${at}]`, isFree, within: inside }),
    );
  }
  const parent: unknown = Object.getPrototypeOf(value);
  if (isInstanceOf(parent)) {
    // A literal `{ __proto__: … }` has no such key, but a prototype without a class.
    if (!Object.hasOwn(parent, "constructor")) return [lostKey(path, "__proto__")];
    if (isFree || Object.keys(value).length === 0)
      return [`${path} is a ${parent.constructor.name}, which JSON has no form for; ${adviceFor(value)}`];
  }
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    isLostKey(key)
      ? [lostKey(path, key)]
      : valueFaults(part, {
          path: /^[\w$]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`,
          isFree: isFree || key === "extraFields",
          within: inside,
        }),
  );
}

/** False for a plain object of any realm: its prototype is null, or has none itself. */
function isInstanceOf(parent: unknown): parent is object {
  return typeof parent === "object" && parent !== null && Object.getPrototypeOf(parent) !== null;
}

function lostKey(path: string, key: string): string {
  return `${path} has the key "${key}", which Pulumi cannot carry; use another key`;
}

function adviceFor(value: object): string {
  if (value instanceof Date) return "give text, such as date.toISOString()";
  if (value instanceof Map) return "give an object, such as Object.fromEntries(map)";
  if (value instanceof Set) return "give a list, such as [...set]";
  return "give a plain object, a number or text";
}
