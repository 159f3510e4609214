/** What every resource class of ours is to the engine: arguments, outputs to come, and the name of its handler. */
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
  /** The output that is the resource's id under a name of its own. */
  readonly idOutput?: string;
  /** Outputs that hold a value whatever the program declares. */
  readonly always: readonly string[];
  /** Outputs that hold a value where the program declares one, or where it looks the resource up. */
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

/** A resource of ours; what is particular to one is its kind and its arguments. */
export abstract class BluedotResource extends pulumi.CustomResource {
  protected constructor(
    kind: ResourceType,
    name: string,
    args: object,
    opts: pulumi.CustomResourceOptions = {},
  ) {
    const { import: adopted, ...others } = withApiIds(kind, opts);
    const lookedUp = opts.id !== undefined;
    const taken = adopted === undefined || lookedUp ? {} : importRequest(adopted, name);
    const type = typeToken(kind.noun);
    validateProgram(opts.provider ?? opts.parent?.getProvider(type));
    super(
      type,
      name,
      lookedUp ? lookupOf(kind) : { ...propertiesOf(kind, args), ...taken },
      // The engine does not tell a forced replace from a new resource, which would adopt the object to be replaced.
      { ...others, deleteBeforeReplace: others.deleteBeforeReplace ?? true },
    );
    // Known in the preview of an update too, where an output of the engine's would not be.
    if (kind.idOutput !== undefined) Object.assign(this, { [kind.idOutput]: this.id });
    resolveUndeclared(kind, this);
    if (opts.customTimeouts !== undefined) warnOfTimeouts(`${kind.noun} "${name}"`, this);
  }
}

/** The API writes its ids in lower case. A Destination's is the program's own, and stays as it is. */
function withApiIds(
  { idOutput }: ResourceType,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResourceOptions {
  if (idOutput === undefined) return opts;
  const { id, import: adopted } = opts;
  return {
    ...opts,
    ...(typeof id === "string" && { id: id.toLowerCase() }),
    ...(adopted !== undefined && { import: adopted.toLowerCase() }),
  };
}

function warnOfTimeouts(subject: string, resource: pulumi.Resource & { urn: pulumi.Output<string> }): void {
  const message = `${subject}: the option customTimeouts has no effect, since Pulumi does not pass it on to dynamic resources; remove it.`;
  // Not before it is registered: a log that waits for a resource which is refused holds up all that come after it.
  resource.urn.apply(() => pulumi.log.warn(message, resource));
}

/**
 * What the option `import` becomes: the engine cannot import a dynamic resource itself, so the handler is told in an
 * argument that the engine hides. Permanent: states hold it.
 */
function importRequest(id: pulumi.ID, name: string): Properties {
  return { [STATE_KEYS.import]: { id, as: name } };
}

/** The properties of a resource to register: a copy of the arguments, so that the caller's stay as they are. */
function propertiesOf(kind: ResourceType, args: object): Properties {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return {
    ...seeds(kind.always),
    ...Object.fromEntries(given),
    [STATE_KEYS.provider]: handlerString(kind.handler),
  };
}

/** The properties of a resource to look up: no arguments, and every output to come. */
function lookupOf(kind: ResourceType): Properties {
  return { ...seeds([...kind.always, ...kind.declared]), [STATE_KEYS.provider]: handlerString(kind.handler) };
}

/** The engine gives a program only the outputs that it was told of. */
function seeds(outputs: readonly string[]): Properties {
  return Object.fromEntries(outputs.map((output) => [output, undefined]));
}

/**
 * Outputs of what the program does not declare hold nothing, and that is known. Told to the engine, each would cost
 * a promise a resource: a sixth of the time of an update without changes.
 */
function resolveUndeclared(kind: ResourceType, resource: object): void {
  absent ??= pulumi.output(undefined);
  const rest = kind.declared.filter((output) => !Object.hasOwn(resource, output));
  Object.assign(resource, Object.fromEntries(rest.map((output) => [output, absent])));
}

let absent: pulumi.Output<undefined> | undefined;

/**
 * The arguments as the program gave them, with the defaults that it knows, and with the paths of what it marks as
 * secret.
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
 * Marks a part as secret, wherever it stands: `["webhooks", "headers"]` is the headers of each webhook. Where the
 * program computes a part that holds it, that part is secret as a whole.
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
