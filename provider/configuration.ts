/** Who signs in and where: the stack's configuration, then the environment, then a clear complaint. */
import { BluedotError } from "./errors";

const BASE_URLS = {
  apac: "https://config.bluedot.io/prod1",
  eu: "https://eu1-config.bluedot.io/prod1",
  us: "https://us1-config.bluedot.io/prod1",
} as const;

type Region = keyof typeof BASE_URLS;

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
  /**
   * What a new resource does where an equal object exists already: stop, adopt it, or create another one. Default:
   * `fail`.
   */
  onExisting: "fail" | "adopt" | "create";
}

/** A value of the stack's configuration by its whole key, such as `bluedot:email`. */
export type ConfigurationSource = (key: string) => string | undefined;

const RECORDED =
  "If the stack's configuration is right by now, run `pulumi refresh --run-program`: `pulumi refresh`, " +
  "`pulumi destroy` and all that refreshes first (`refresh: always`) go by what the last `pulumi up` recorded.";

const DEFAULT_CONCURRENCY = 10;
const MOST_CONCURRENCY = 100;
const MOST_PER_SECOND = 1000;

/**
 * Reads the configuration. Where a key is absent or empty, `BLUEDOT_EMAIL`, `BLUEDOT_PASSWORD`, `BLUEDOT_REGION` and
 * `BLUEDOT_ENDPOINT` of the environment are asked. An endpoint wins over a region, but the environment's endpoint not over the stack's region.
 *
 * @throws BluedotError of kind `configuration`, which names everything that is missing or wrong.
 * @example
 * const configuration = readConfiguration((key) => config.get(key), process.env);
 */
export function readConfiguration(
  config: ConfigurationSource,
  environment: NodeJS.ProcessEnv,
): Configuration {
  const faults: string[] = [];
  const setting = (key: string, variable?: string): string | undefined =>
    config(`bluedot:${key}`) || (variable === undefined ? undefined : environment[variable]) || undefined;

  const email = setting("email", "BLUEDOT_EMAIL")?.trim();
  if (!email) faults.push("bluedot:email (or BLUEDOT_EMAIL) is missing: the address that signs in");
  const password = setting("password", "BLUEDOT_PASSWORD");
  if (!password) {
    faults.push(
      "bluedot:password (or BLUEDOT_PASSWORD) is missing: `pulumi config set --secret bluedot:password`",
    );
  }
  const region = readRegion(setting("region", "BLUEDOT_REGION"), faults);
  // A region of the stack's own is an address: the environment sends its password nowhere else.
  const endpoint = setting("endpoint", config("bluedot:region") ? undefined : "BLUEDOT_ENDPOINT")?.trim();
  const baseUrl = endpoint ? readEndpoint(endpoint, faults) : baseUrlOf(region, faults);
  const maxConcurrency = readConcurrency(setting("maxConcurrency"), faults);
  const requestsPerSecond = readRate(setting("requestsPerSecond"), faults);
  const trace = setting("trace");
  const shouldSync = readTruth("shouldSync", setting("shouldSync") ?? "false", faults);
  const onExisting = readOnExisting(setting("onExisting") ?? "fail", faults);

  if (faults.length > 0 || !email || !password || !baseUrl) {
    throw new BluedotError(
      "configuration",
      `The configuration of Bluedot cannot be used: ${faults.join("; ")}. ${RECORDED}`,
    );
  }
  const rest = {
    email,
    baseUrl,
    region: region === "invalid" ? undefined : region,
    maxConcurrency,
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    ...(trace === undefined ? {} : { trace }),
    shouldSync,
    onExisting,
  };
  return Object.defineProperty({ ...rest, password: "" }, "password", {
    get: () => password,
    enumerable: false,
  });
}

function readRegion(text: string | undefined, faults: string[]): Region | "invalid" | undefined {
  const region = text?.trim();
  if (!region) return undefined;
  if (region === "apac" || region === "eu" || region === "us") return region;
  faults.push(`bluedot:region (or BLUEDOT_REGION) is ${quoted(region)}, not one of apac, eu, us`);
  return "invalid";
}

function baseUrlOf(region: Region | "invalid" | undefined, faults: string[]): string | undefined {
  if (region === "invalid") return undefined;
  if (region !== undefined) return BASE_URLS[region];
  faults.push(
    "bluedot:region (or BLUEDOT_REGION) is missing: one of apac, eu, us, where the account lives " +
      "(or an address of its own in bluedot:endpoint or BLUEDOT_ENDPOINT)",
  );
  return undefined;
}

function readEndpoint(text: string, faults: string[]): string | undefined {
  const fault = (what: string): undefined => {
    faults.push(`bluedot:endpoint (or BLUEDOT_ENDPOINT) ${what}`);
    return undefined;
  };
  // What cannot be read is not repeated: it may hold a password.
  if (!URL.canParse(text)) {
    fault("is not a URL such as https://config.example.com/prod1");
    return;
  }
  const { protocol, host, hostname, username, password, search, hash, pathname } = new URL(text);
  if (username !== "" || password !== "") {
    fault("must not hold credentials; they have keys of their own");
    return;
  }
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname))) {
    fault(`must be https, or http on a loopback address, not ${protocol}//${host}`);
    return;
  }
  if (search !== "" || hash !== "") {
    fault(`must end with its path, without ? or #: ${protocol}//${host}${pathname}`);
    return;
  }
  return `${protocol}//${host}${pathname}`.replace(/\/+$/, "");
}

/** `URL` has written every form of an IPv4 address as four numbers by then. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function readConcurrency(text: string | undefined, faults: string[]): number {
  if (text === undefined) return DEFAULT_CONCURRENCY;
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (value < 1 || value > MOST_CONCURRENCY) {
    faults.push(
      `bluedot:maxConcurrency is ${quoted(text)}, not a whole number from 1 to ${MOST_CONCURRENCY}`,
    );
  }
  return value;
}

function readRate(text: string | undefined, faults: string[]): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,4}(\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  if (value <= 0 || value > MOST_PER_SECOND) {
    faults.push(
      `bluedot:requestsPerSecond is ${quoted(text)}, not a number above 0 and up to ${MOST_PER_SECOND}`,
    );
  }
  return value;
}

function readOnExisting(text: string, faults: string[]): Configuration["onExisting"] {
  const value = text.trim();
  if (value === "fail" || value === "adopt" || value === "create") return value;
  faults.push(`bluedot:onExisting is ${quoted(value)}, not one of fail, adopt, create`);
  return "fail";
}

function readTruth(key: string, text: string, faults: string[]): boolean {
  const value = text.trim();
  if (value !== "true" && value !== "false")
    faults.push(`bluedot:${key} is ${quoted(value)}, neither true nor false`);
  return value === "true";
}

function quoted(text: string): string {
  return JSON.stringify(text.length <= 40 ? text : `${text.slice(0, 40)}…`);
}
