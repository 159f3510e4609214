/** The parser of each setting: a text becomes a value, or a fault that names the limit. */

/** The value of a text, or its fault as a part of a sentence. */
export type Read<Value> = { readonly value: Value } | { readonly fault: string };

export const REGIONS = {
  apac: "https://config.bluedot.io/prod1",
  eu: "https://eu1-config.bluedot.io/prod1",
  us: "https://us1-config.bluedot.io/prod1",
} as const;

export type Region = keyof typeof REGIONS;

/** The reaction to an object that exists already: stop the resource, adopt the object, or create another one. */
export type OnExisting = "fail" | "adopt" | "create";

const MAX_CONCURRENCY = 100;
const MAX_PER_SECOND = 1000;

export function readRegion(text: string): Read<Region> {
  const region = text.trim();
  if (region === "apac" || region === "eu" || region === "us") return { value: region };
  return { fault: `is ${quoted(region)}, not one of apac, eu, us` };
}

export function readEndpoint(text: string): Read<string> {
  // The text is not shown: it may hold a password.
  if (!URL.canParse(text)) return { fault: "is not a URL such as https://config.example.com/prod1" };
  const { protocol, host, hostname, username, password, search, hash, pathname } = new URL(text);
  if (username !== "" || password !== "")
    return { fault: "must not hold credentials; they have keys of their own" };
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname)))
    return { fault: `must be https, or http on a loopback address, not ${protocol}//${host}` };
  if (search !== "" || hash !== "")
    return { fault: `must end with its path, without ? or #: ${protocol}//${host}${pathname}` };
  return { value: `${protocol}//${host}${pathname}`.replace(/\/+$/, "") };
}

/** @param hostname of a `URL`, which writes every form of an IPv4 address as four numbers */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

export function readConcurrency(text: string): Read<number> {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (value >= 1 && value <= MAX_CONCURRENCY) return { value };
  return { fault: `is ${quoted(text)}, not a whole number from 1 to ${MAX_CONCURRENCY}` };
}

export function readRate(text: string): Read<number> {
  const value = /^\d{1,4}(\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  if (value > 0 && value <= MAX_PER_SECOND) return { value };
  return { fault: `is ${quoted(text)}, not a number above 0 and up to ${MAX_PER_SECOND}` };
}

export function readBoolean(text: string): Read<boolean> {
  const value = text.trim();
  if (value === "true" || value === "false") return { value: value === "true" };
  return { fault: `is ${quoted(value)}, neither true nor false` };
}

export function readOnExisting(text: string): Read<OnExisting> {
  const value = text.trim();
  if (value === "fail" || value === "adopt" || value === "create") return { value };
  return { fault: `is ${quoted(value)}, not one of fail, adopt, create` };
}

function quoted(text: string): string {
  return JSON.stringify(text.length <= 40 ? text : `${text.slice(0, 40)}…`);
}
