/** What every resource class of ours is to the engine: arguments, outputs to come, and the name of its handler. */
import * as pulumi from "@pulumi/pulumi";

/** Permanent: every state holds this string for every resource. */
function handlerString(handler: string): string {
  return `exports.handler = () => require("pulumi-bluedot/handlers").${handler}`;
}

export interface Kind {
  /** `Zone`, as in the type token `pulumi-nodejs:dynamic/bluedot:Zone`. */
  readonly noun: string;
  /** Its export in `pulumi-bluedot/handlers`. */
  readonly handler: string;
  /** Every output, so that a program which only reads the resource gets them all. */
  readonly outputs: readonly string[];
}

export type Properties = Record<string, unknown>;

export function typeToken(kind: Kind): string {
  return `pulumi-nodejs:dynamic/bluedot:${kind.noun}`;
}

/** The properties to register: a copy of the arguments, so that the caller's stay as they are. */
export function propertiesOf(kind: Kind, args: object): Properties {
  const seeds = Object.fromEntries(kind.outputs.map((output) => [output, undefined]));
  return { ...seeds, ...args, __provider: handlerString(kind.handler) };
}

/** The arguments with the name that the program gave the resource, where it gave no other. */
export function named<Args extends { name?: pulumi.Input<string> }>(args: Args, name: string): Args {
  return { ...args, name: args.name ?? name };
}

/**
 * Marks a part as secret, wherever it stands: `["webhooks", "headers"]` is the headers of each webhook. Where the
 * program computes a part that holds it, that part is secret as a whole.
 */
export function secretAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (value === undefined || value === null) return value;
  if (key === undefined || pulumi.Output.isInstance(value) || value instanceof Promise)
    return pulumi.secret(value);
  if (Array.isArray(value)) return value.map((element: unknown) => secretAt(element, [key, ...rest]));
  if (typeof value !== "object" || !(key in value)) return value;
  const parts: Properties = { ...value };
  return { ...parts, [key]: secretAt(parts[key], rest) };
}
