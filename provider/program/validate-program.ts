/**
 * Validates the package's place and the configuration in the program's process, once, before the first resource is
 * registered, so that a preview fails. The handlers validate the configuration again when the engine passes it.
 */
import { createRequire } from "node:module";
import { join } from "node:path";

import * as pulumi from "@pulumi/pulumi";

import {
  asStackKeys,
  orVariable,
  unknownSettings,
  unusable,
  validateConfiguration,
  type ConfigurationSource,
  type Naming,
} from "../configuration";
import { HANDLERS } from "../dynamic/state-contract";
import { unknownValue } from "../schema/unknown";

/** @throws an error for each resource, always the same one, which the engine shows once. */
export function validateProgram(provider: pulumi.ProviderResource | undefined): void {
  const stack = pulumi.runtime.getStackResource();
  // A unit test of a program, with mocks, has neither a stack nor configuration.
  if (stack === undefined) return;
  validatePackage(stack);
  // An explicit provider is validated where it is made, and the stack's configuration does not concern it.
  if (provider === undefined) validateStack(stack);
}

const validatePackage = oncePerProgram(() => {
  // A program of the Automation API runs in another folder than the one in which the engine looks.
  if (process.env["PULUMI_CONFIG"] === undefined) return undefined;
  return packageFault(process.cwd());
});

const validateStack = oncePerProgram(() => {
  const config = pulumi.runtime.allConfig();
  const fault = configurationFault((key) => config[key], asStackKeys, {
    unknownKeys: unknownSettings(settingsIn(config)),
    subject: "The configuration of Bluedot",
    advice: "`pulumi config set bluedot:<key> <value>` sets one, with `--secret` for the password",
  });
  if (fault === undefined && config[PASSWORD] && isInClear(PASSWORD)) {
    void pulumi.log.warn(
      `${PASSWORD} is in clear in the stack's configuration; run \`pulumi config set --secret ${PASSWORD}\`.`,
    );
  }
  return fault;
});

const NAMESPACE = "bluedot:";
const PASSWORD = `${NAMESPACE}password`;

/** Validates once a program, and throws the same error at each call. */
function oncePerProgram(validate: () => string | undefined): (stack: pulumi.Resource) => void {
  const results = new WeakMap<pulumi.Resource, { readonly error: pulumi.RunError | undefined }>();
  return (stack) => {
    let result = results.get(stack);
    if (result === undefined) {
      const fault = validate();
      result = { error: fault === undefined ? undefined : new pulumi.RunError(fault) };
      results.set(stack, result);
    }
    if (result.error !== undefined) throw result.error;
  };
}

/** The engine evaluates a handler's string in the program's folder, and finds only packages in its `node_modules`. */
function packageFault(folder: string): string | undefined {
  try {
    createRequire(join(folder, "index.js")).resolve(HANDLERS);
    return undefined;
  } catch {
    return `The engine cannot find pulumi-bluedot from ${folder}, as where it is only a dependency of a dependency; add it to your program's dependencies (\`npm install pulumi-bluedot\`, or the same of your package manager).`;
  }
}

/** The keys of this provider without its name; none in a project of the same name, which has its own keys there. */
export function settingsIn(config: Readonly<Record<string, string>>): string[] {
  if (pulumi.getProject() === "bluedot") return [];
  return Object.keys(config).flatMap((key) =>
    key.startsWith(NAMESPACE) ? [key.slice(NAMESPACE.length)] : [],
  );
}

interface Validation {
  /** The faults of keys that are no settings. */
  readonly unknownKeys: readonly string[];
  readonly subject: string;
  readonly advice: string;
}

/** Missing credentials are a warning in a preview, and a fault in an update. */
function configurationFault(
  config: ConfigurationSource,
  named: Naming,
  { unknownKeys, subject, advice }: Validation,
): string | undefined {
  const { faults, missing } = validateConfiguration(config, process.env, named);
  const isPreview = pulumi.runtime.isDryRun();
  const wrong = [...(isPreview ? [] : missing), ...faults, ...unknownKeys];
  if (isPreview && missing.length > 0)
    void pulumi.log.warn(`${subject} is not complete, and \`pulumi up\` will fail: ${missing.join("; ")}.`);
  return wrong.length === 0 ? undefined : `${unusable(wrong, subject)}; ${advice}.`;
}

/** False also if the engine does not list the secret keys, as for a program of the Automation API. */
function isInClear(key: string): boolean {
  const secretKeys = process.env["PULUMI_CONFIG_SECRET_KEYS"];
  return secretKeys !== undefined && !secretKeys.includes(JSON.stringify(key));
}

/**
 * Validates the arguments of a Provider; an argument that is pending is validated as soon as it is known.
 *
 * @param args may hold more than the settings if the program has no types
 */
export function validateProvider(name: string, args: object): void {
  if (pulumi.runtime.getStackResource() === undefined) return;
  const given = new Map<string, unknown>(
    Object.entries(args).filter(([, value]) => value !== undefined && value !== null),
  );
  validateArguments(name, (key) => textOf(given.get(key)), [...given.keys()]);
  for (const [key, value] of given) {
    if (textOf(value) !== unknownValue) continue;
    const pending: pulumi.Output<unknown> = pulumi.output(value);
    pending.apply((known) => {
      validateArguments(name, (asked) => (asked === key ? textOf(known) : unknownValue), []);
    });
  }
}

function validateArguments(
  name: string,
  argument: (key: string) => string | undefined,
  keys: readonly string[],
): void {
  const named: Naming = (key) => orVariable(key, key);
  const fault = configurationFault((key) => argument(key.slice(NAMESPACE.length)), named, {
    unknownKeys: unknownSettings(keys, named),
    subject: `Provider "${name}"`,
    advice: "correct its arguments",
  });
  if (fault !== undefined) throw new pulumi.RunError(fault);
}

/** Configuration is text; a pending value is unknown. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : unknownValue;
}
