/**
 * Functions run in the program's own process, since the engine knows no functions of dynamic resources. The
 * code that does the work is loaded at the first call, so that a program without a call does not wait for it.
 */

import * as pulumi from "@pulumi/pulumi";

import { BluedotError } from "../errors";
import { isObject, isString } from "../json";
import { settingsIn } from "../program/validate-program";
import { settingsOf, type Settings } from "../dynamic/provider";
import type { FunctionOptions } from "./args";
import type * as lookups from "./queries";
import type { Results } from "./results";

/** The Promise form. */
export async function invokeAsync<Name extends keyof Results>(
  name: Name,
  args: object,
  opts: FunctionOptions = {},
): Promise<Results[Name]> {
  const notYet = (what: string) => `${name}: ${what} not known yet in this preview; use ${name}Output.`;
  const settings = await known(settingsFor(name, opts), notYet("its provider's settings are"));
  const given = await known(args, notYet("its arguments are"));
  return ask(name, given, settings);
}

/** The Output form: unknown where an argument is. */
export function invokeOutput<Name extends keyof Results>(
  name: Name,
  args: object,
  opts: FunctionOptions = {},
): pulumi.Output<Results[Name]> {
  // The password is secret; a result that is found with it is not.
  const settings = pulumi.unsecret(pulumi.output(settingsFor(name, opts)));
  return pulumi.all([args, settings]).apply(([given, settings]) => ask(name, given, settings));
}

async function ask<Name extends keyof Results>(
  name: Name,
  given: unknown,
  settings: unknown,
): Promise<Results[Name]> {
  // As for the engine's own functions: the run does not end before the answer.
  const done = pulumi.runtime.rpcKeepAlive();
  try {
    return await loadLookups().answer(name, given, isObject(settings) ? inSettings(settings) : inStack());
  } finally {
    done();
  }
}

function loadLookups(): typeof lookups {
  // `import()` of a file of our own would not find it where TypeScript runs as it is written.
  // oxlint-disable-next-line typescript/no-require-imports
  const module: unknown = require("./queries");
  if (!isLookups(module)) throw new Error("provider/lookups/queries does not export `answer`.");
  return module;
}

function isLookups(module: unknown): module is typeof lookups {
  return isObject(module) && typeof module["answer"] === "function";
}

function inSettings(settings: Record<string, unknown>): lookups.Settings {
  return {
    get: (key) => {
      const value = settings[key];
      return isString(value) ? value : undefined;
    },
    keys: [],
  };
}

function inStack(): lookups.Settings {
  const config = pulumi.runtime.allConfig();
  return { get: (key) => config[key], keys: settingsIn(config) };
}

/** The settings of an explicit provider; undefined where the stack's configuration speaks. */
function settingsFor(name: string, { provider, parent }: FunctionOptions): Settings | undefined {
  const chosen = provider ?? parent?.getProvider("pulumi-nodejs:dynamic/bluedot:Project");
  if (chosen === undefined) return undefined;
  const settings = settingsOf(chosen);
  if (settings === undefined)
    throw new BluedotError(
      "configuration",
      `${name}: its provider was not made by \`new bluedot.Provider\` of this package, so its account is not known here; give one that was.`,
    );
  return settings;
}

/** The value of what comes later. */
async function known(value: unknown, otherwise: string): Promise<unknown> {
  const output = pulumi.unsecret(pulumi.output(value));
  const plain: unknown = await pulumi.runtime.serializeProperty("", output);
  if (plain === pulumi.runtime.unknownValue) throw new BluedotError("configuration", otherwise);
  return plain;
}
