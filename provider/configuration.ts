/** The configuration: each setting comes from the stack, else from the environment, else an error names it. */
import { closestOf } from "./suggestions";
import {
  readBoolean,
  readConcurrency,
  readEndpoint,
  readOnExisting,
  readRate,
  readRegion,
  REGIONS,
  type OnExisting,
  type Read,
  type Region,
} from "./configuration-values";
import { BluedotError } from "./errors";
import { isUnknown } from "./schema/unknown";

export interface Configuration {
  /** The address of the account that signs in. */
  email: string;
  /**
   * Secret. `readConfiguration` returns it as a getter that is not enumerable: `util.inspect`, `JSON.stringify` and a
   * copy by spread do not have it.
   */
  password: string;
  /** The address of the Config API, without a slash at its end. */
  baseUrl: string;
  /** As configured; an endpoint goes before it. */
  region: Region | undefined;
  /** The limit of concurrent requests, 1 to 100. Default: 10. */
  maxConcurrency: number;
  /** The limit of requests in any second, above 0 and up to 1000, also a fraction. Default: the API's own limit. */
  requestsPerSecond?: number;
  /** A file for one line of JSON a request, relative to the working directory. Default: none. */
  trace?: string;
  /** Pushes changes of zones to phones at once, unless the zone sets it. Default: false. */
  shouldSync: boolean;
  /** The reaction of a create to an equal object that exists already. Default: fail. */
  onExisting: OnExisting;
  /**
   * The recorded address or sign-in, if it belongs to the same account as the current one: an object that is not found
   * is then gone. Default: none.
   */
  movedFrom?: string;
  /** The source of the settings, for messages that name them. Default: the stack's configuration. */
  origin?: Origin;
}

/** The command has no stack: its settings come from the environment alone. */
type Origin = "environment";

/** A value of the stack's configuration by its whole key, such as `bluedot:email`. */
export type ConfigurationSource = (key: string) => string | undefined;

/** The name of a setting in messages. */
export type Naming = (key: string) => string;

/** The settings, each with its variable of the environment. */
const VARIABLES: Readonly<Record<string, string | undefined>> = {
  email: "BLUEDOT_EMAIL",
  password: "BLUEDOT_PASSWORD",
  region: "BLUEDOT_REGION",
  endpoint: "BLUEDOT_ENDPOINT",
  maxConcurrency: undefined,
  requestsPerSecond: undefined,
  trace: undefined,
  shouldSync: undefined,
  onExisting: "BLUEDOT_ON_EXISTING",
  movedFrom: undefined,
};

export interface Validated {
  /** Undefined if a setting is wrong, missing, or unknown. */
  readonly configuration: Configuration | undefined;
  /** The wrong settings, each as a part of a sentence. */
  readonly faults: readonly string[];
  /** The missing credentials, each as a part of a sentence: a preview without requests does not need them. */
  readonly missing: readonly string[];
  /** Settings that are unknown, as in a preview. */
  readonly unknown: readonly string[];
}

/** `bluedot:region (or BLUEDOT_REGION)` */
export const asStackKeys: Naming = (key) => orVariable(`bluedot:${key}`, key);

const asVariables: Naming = (key) => VARIABLES[key] ?? key;

/** The name of a setting, with its variable of the environment if it has one. */
export function orVariable(name: string, key: string): string {
  const variable = VARIABLES[key];
  return variable === undefined ? name : `${name} (or ${variable})`;
}

/**
 * Validates all settings at once. An absent or empty key falls back to its variable of the environment. An endpoint goes
 * before a region, but the environment's endpoint does not go before the stack's region.
 */
export function validateConfiguration(
  config: ConfigurationSource,
  environment: NodeJS.ProcessEnv,
  named: Naming = asStackKeys,
): Validated {
  const faults: string[] = [];
  const missing: string[] = [];
  const unknown: string[] = [];
  const textOf = (key: string, variable = VARIABLES[key]): string | undefined => {
    const own = config(`bluedot:${key}`);
    if (isUnknown(own)) {
      unknown.push(key);
      return undefined;
    }
    return own || (variable === undefined ? undefined : environment[variable]) || undefined;
  };
  const read = <Value>(
    key: string,
    text: string | undefined,
    reader: (text: string) => Read<Value>,
  ): Value | undefined => {
    if (text === undefined) return undefined;
    const result = reader(text);
    if ("value" in result) return result.value;
    faults.push(`${named(key)} ${result.fault}`);
    return undefined;
  };

  const email = textOf("email")?.trim();
  if (!email && !unknown.includes("email"))
    missing.push(`${named("email")} is missing: the address that signs in`);
  const password = textOf("password");
  if (!password && !unknown.includes("password")) missing.push(`${named("password")} is missing`);
  const regionText = textOf("region")?.trim() || undefined;
  const region = read("region", regionText, readRegion);
  // A region of the stack is its address: a variable of the environment does not send the password elsewhere.
  const endpointText = textOf("endpoint", config("bluedot:region") ? "" : VARIABLES["endpoint"])?.trim();
  const endpoint = read("endpoint", endpointText || undefined, readEndpoint);
  if (!endpointText && regionText === undefined && !unknown.some((key) => ADDRESS_KEYS.has(key))) {
    faults.push(
      `${named("region")} is missing: one of apac, eu, us, where the account lives (or an address of its own in ${named("endpoint")})`,
    );
  }
  const maxConcurrency = read("maxConcurrency", textOf("maxConcurrency"), readConcurrency) ?? 10;
  const requestsPerSecond = read("requestsPerSecond", textOf("requestsPerSecond"), readRate);
  const trace = textOf("trace");
  const shouldSync = read("shouldSync", textOf("shouldSync"), readBoolean) ?? false;
  const onExisting = read("onExisting", textOf("onExisting"), readOnExisting) ?? "fail";
  const movedFrom = textOf("movedFrom")?.trim().replace(/\/+$/, "");
  const replaced = config("bluedot:adoptTwins");
  if (replaced && !isUnknown(replaced))
    faults.push(`${named("adoptTwins")} is replaced by ${named("onExisting")}: fail, adopt or create`);

  const baseUrl = endpoint ?? (region && REGIONS[region]);
  const isWhole = [faults, missing, unknown].every(({ length }) => length === 0);
  if (!isWhole || !email || !password || baseUrl === undefined)
    return { configuration: undefined, faults, missing, unknown };
  const rest = {
    email,
    baseUrl,
    region,
    maxConcurrency,
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    ...(trace === undefined ? {} : { trace }),
    shouldSync,
    onExisting,
    ...(movedFrom === undefined ? {} : { movedFrom }),
  };
  const configuration = Object.defineProperty({ ...rest, password: "" }, "password", {
    get: () => password,
    enumerable: false,
  });
  return { configuration, faults, missing, unknown };
}

const ADDRESS_KEYS = new Set(["region", "endpoint"]);

/** The keys that are no settings, each as a part of a sentence. */
export function unknownSettings(keys: readonly string[], named: Naming = asStackKeys): string[] {
  const known = Object.keys(VARIABLES);
  return keys
    .filter((key) => !known.includes(key) && key !== "adoptTwins")
    .map((key) => {
      const close = closestOf(key, known);
      const advice =
        close === undefined ? `the settings are ${known.join(", ")}` : `did you mean ${named(close)}?`;
      return `${named(key)} is no setting; ${advice}`;
    });
}

interface Reading {
  /** The next step, without its full stop; empty for none. Default: the advice for recorded settings. */
  readonly advice?: string;
  /** Default: the stack's configuration, then the environment. */
  readonly origin?: Origin;
  /** The keys of the namespace `bluedot:`, without it. Default: none are validated. */
  readonly keys?: readonly string[];
}

const RECORDED =
  "If the stack's configuration is right by now, run `pulumi refresh --run-program`: `pulumi refresh`, " +
  "`pulumi destroy` and all that refreshes first (`refresh: always`) go by what the last `pulumi up` recorded";

/**
 * Reads the configuration as `validateConfiguration` does.
 *
 * @throws BluedotError of kind `configuration`, which names all faults.
 * @example
 * const configuration = readConfiguration((key) => config.get(key), process.env);
 */
export function readConfiguration(
  config: ConfigurationSource,
  environment: NodeJS.ProcessEnv,
  { advice = RECORDED, origin, keys = [] }: Reading = {},
): Configuration {
  const named = origin === undefined ? asStackKeys : asVariables;
  const { configuration, faults, missing, unknown } = validateConfiguration(config, environment, named);
  const wrong = [
    ...missing,
    ...faults,
    ...unknownSettings(keys, named),
    ...unknown.map((key) => `${named(key)} is not known yet in this preview`),
  ];
  if (configuration !== undefined && wrong.length === 0)
    return origin === undefined ? configuration : Object.assign(configuration, { origin });
  throw new BluedotError("configuration", `${unusable(wrong)}.`, {
    advice: advice === "" ? [] : [{ text: advice, joint: ". " }],
  });
}

/** All faults, as a sentence without its full stop. */
export function unusable(faults: readonly string[], subject = "The configuration of Bluedot"): string {
  return `${subject} cannot be used: ${faults.join("; ")}`;
}
