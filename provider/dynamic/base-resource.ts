/** The base class of resources: registers the arguments, the outputs to come and the handler's name with the engine. */
import * as pulumi from "@pulumi/pulumi";

import { refuseLostArguments } from "../program/lost-arguments";
import { secretPaths } from "./secret-paths";
import { handlerString, STATE_KEYS, typeToken } from "./state-contract";
import { validateProgram } from "../program/validate-program";

export interface ResourceType {
  /** `Zone`, as in the type token `pulumi-nodejs:dynamic/bluedot:Zone`. */
  readonly noun: string;
  /** Its export in `pulumi-bluedot/handlers`. */
  readonly handler: string;
  /** The output that repeats the resource's id under a name of its own. */
  readonly idOutput?: string;
  /** Outputs that always have a value. */
  readonly always: readonly string[];
  /** Outputs that have a value if the program declares one, or looks the resource up. */
  readonly declared: readonly string[];
}

/** The outputs of a class, one for each of its arguments: the class says that it `implements` them. */
export type OutputsOf<Args> = {
  readonly [Name in keyof Args]-?: pulumi.Output<
    Name extends "extraFields" ? Record<string, unknown> | undefined : pulumi.Unwrap<Args[Name]>
  >;
};

/** A resource type whose outputs are all named: `always` where they hold a value whatever the program declares. */
export function resourceType<Output extends string>({
  outputs,
  ...type
}: Omit<ResourceType, "always" | "declared"> & {
  readonly outputs: Readonly<Record<Output, "always" | "declared">>;
}): ResourceType {
  const names = (presence: string) =>
    Object.entries(outputs).flatMap(([name, of]) => (of === presence ? [name] : []));
  return { ...type, always: names("always"), declared: names("declared") };
}

type Properties = Record<string, unknown>;

/** A resource of this provider. */
export abstract class BluedotResource extends pulumi.CustomResource {
  protected constructor(
    kind: ResourceType,
    name: string,
    args: object,
    opts: pulumi.CustomResourceOptions = {},
  ) {
    const { import: imported, ...others } = withApiIds(kind, opts);
    const lookedUp = opts.id !== undefined;
    // The engine cannot import a dynamic resource, so the handler gets the option in a hidden argument.
    const option =
      imported === undefined || lookedUp ? {} : { [STATE_KEYS.import]: { id: imported, as: name } };
    const type = typeToken(kind.noun);
    validateProgram(opts.provider ?? opts.parent?.getProvider(type));
    super(
      type,
      name,
      lookedUp ? lookupOf(kind) : { ...propertiesOf(kind, args), ...option },
      // The engine handles a forced replace as a new resource, which would adopt the object to be replaced.
      { ...others, deleteBeforeReplace: others.deleteBeforeReplace ?? true },
    );
    // The id is known in the preview of an update too, and an output of the engine is not.
    if (kind.idOutput !== undefined) Object.assign(this, { [kind.idOutput]: this.id });
    resolveUndeclared(kind, this);
    if (opts.customTimeouts !== undefined) warnOfTimeouts(`${kind.noun} "${name}"`, this);
  }
}

/** The API writes its ids in lower case. The id of a Destination comes from the program, and stays as it is. */
function withApiIds(
  { idOutput }: ResourceType,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResourceOptions {
  if (idOutput === undefined) return opts;
  const { id, import: imported } = opts;
  return {
    ...opts,
    ...(typeof id === "string" && { id: id.toLowerCase() }),
    ...(imported !== undefined && { import: imported.toLowerCase() }),
  };
}

function warnOfTimeouts(subject: string, resource: pulumi.Resource & { urn: pulumi.Output<string> }): void {
  const message = `${subject}: the option customTimeouts has no effect, since Pulumi does not pass it on to dynamic resources; remove it.`;
  // After the registration: a log that waits for a refused resource holds up all later ones.
  resource.urn.apply(() => pulumi.log.warn(message, resource));
}

/** The properties of a declared resource: a copy of the arguments, so that the caller's stay as they are. */
function propertiesOf(kind: ResourceType, args: object): Properties {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return {
    ...seeds(kind.always),
    ...Object.fromEntries(given),
    [STATE_KEYS.provider]: handlerString(kind.handler),
  };
}

/** The properties of a resource to look up: no arguments, and all outputs. */
function lookupOf(kind: ResourceType): Properties {
  return { ...seeds([...kind.always, ...kind.declared]), [STATE_KEYS.provider]: handlerString(kind.handler) };
}

/** The engine gives a program only the outputs that were registered. */
function seeds(outputs: readonly string[]): Properties {
  return Object.fromEntries(outputs.map((output) => [output, undefined]));
}

/**
 * Undeclared outputs resolve to undefined here. Registered with the engine, each would cost a promise a resource: a sixth
 * of the time of an update without changes.
 */
function resolveUndeclared(kind: ResourceType, resource: object): void {
  absent ??= pulumi.output(undefined);
  const rest = kind.declared.filter((output) => !Object.hasOwn(resource, output));
  Object.assign(resource, Object.fromEntries(rest.map((output) => [output, absent])));
}

let absent: pulumi.Output<undefined> | undefined;

/**
 * The arguments of the program, with defaults, and with the paths that the program marks as secret.
 */
export function withDeclaredDefaults<Args extends object>(
  { noun }: ResourceType,
  name: string,
  args: Args,
  defaults: Partial<Args>,
): Args {
  refuseLostArguments(`${noun} "${name}"`, args);
  const secret = secretPaths(noun, args);
  const given = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  return {
    ...args,
    ...defaults,
    ...Object.fromEntries(given),
    ...(secret !== undefined && { [STATE_KEYS.secret]: secret }),
  };
}

/**
 * Marks a part as secret: `["webhooks", "headers"]` is the headers of each webhook. A computed value that contains the
 * part is secret as a whole.
 */
export function markSecret(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (value === undefined || value === null) return value;
  if (key === undefined || pulumi.Output.isInstance(value) || value instanceof Promise)
    return pulumi.secret(value);
  if (Array.isArray(value)) return value.map((element: unknown) => markSecret(element, [key, ...rest]));
  if (typeof value !== "object" || !(key in value)) return value;
  const parts: Properties = { ...value };
  return { ...parts, [key]: markSecret(parts[key], rest) };
}
