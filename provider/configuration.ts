/** Who signs in and where: the stack's configuration, then the environment, then a clear error. */
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
  /** Who signs in. */
  email: string;
  /**
   * Secret. `readConfiguration` gives it as a hidden getter: neither `util.inspect` nor `JSON.stringify` nor a copy
   * by spread has it.
   */
  password: string;
  /** Where the Config API is, without a slash at its end. */
  baseUrl: string;
  /** As configured; it says nothing where an endpoint was given. */
  region: Region | undefined;
  /** Requests at once, 1 to 100. Default: 10. */
  maxConcurrency: number;
  /** The most requests in any second, above 0 and up to 1000, also a fraction. Default: as many as the API takes. */
  requestsPerSecond?: number;
  /** A file that gets one line of JSON a request, from the working directory. Default: none. */
  trace?: string;
  /** Whether changes of zones are pushed to phones at once where the zone does not say. Default: false. */
  shouldSync: boolean;
  /** What a create does where an equal object exists already. Default: fail. */
  onExisting: OnExisting;
  /**
   * The address or the sign-in that states record, where it was of the same account as the one of now: what is not found
   * is gone then. Default: none.
   */
  movedFrom?: string;
  /** Where the settings come from, for messages that name them. Default: the stack's configuration. */
  origin?: Origin;
}

/** The command has no stack: its settings are variables alone. */
type Origin = "environment";

/** A value of the stack's configuration by its whole key, such as `bluedot:email`. */
export type ConfigurationSource = (key: string) => string | undefined;

/** How messages call a setting. */
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
  /** Undefined where anything is wrong, missing, or not known yet. */
  readonly configuration: Configuration | undefined;
  /** What is wrong, a part of a sentence each. */
  readonly faults: readonly string[];
  /** What is missing to sign in, a part of a sentence each: a preview that signs in nowhere can do without. */
  readonly missing: readonly string[];
  /** Settings that are not known yet, as in a preview. */
  readonly unknown: readonly string[];
}

/** `bluedot:region (or BLUEDOT_REGION)` */
export const asStackKeys: Naming = (key) => orVariable(`bluedot:${key}`, key);

const asVariables: Naming = (key) => VARIABLES[key] ?? key;

/** A setting by its name, and its variable where it has one. */
export function orVariable(name: string, key: string): string {
  const variable = VARIABLES[key];
  return variable === undefined ? name : `${name} (or ${variable})`;
}

/**
 * Validates all settings at once. Where a key is absent or empty, `BLUEDOT_EMAIL`, `BLUEDOT_PASSWORD`, `BLUEDOT_REGION`,
 * `BLUEDOT_ENDPOINT` and `BLUEDOT_ON_EXISTING` of the environment are asked. An endpoint wins over a region, but the environment's endpoint
 * not over the stack's region.
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
  // A region of the stack's own is an address: the environment sends its password nowhere else.
  const endpointText = textOf("endpoint", config("bluedot:region") ? "" : VARIABLES["endpoint"])?.trim();
  const endpoint = read("endpoint", endpointText || undefined, readEndpoint);
  if (!endpointText && regionText === undefined && !unknown.some((key) => WHERE.has(key))) {
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

const WHERE = new Set(["region", "endpoint"]);

/** What is wrong with keys that are no settings, a part of a sentence each. */
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
  /** Default: the stack's configuration, and the environment where that is silent. */
  readonly origin?: Origin;
  /** All keys of the configuration that begin with `bluedot:`, without that. Default: not known. */
  readonly keys?: readonly string[];
}

const RECORDED =
  "If the stack's configuration is right by now, run `pulumi refresh --run-program`: `pulumi refresh`, " +
  "`pulumi destroy` and all that refreshes first (`refresh: always`) go by what the last `pulumi up` recorded";

/**
 * Reads the configuration as `validateConfiguration` does.
 *
 * @throws BluedotError of kind `configuration`, which names everything that is missing or wrong.
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
