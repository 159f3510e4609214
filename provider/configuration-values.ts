/** The text of each setting as its value; a text that is none is reported with the limit. */

/** Reports a fault of the setting; undefined stands for its value. */
export type Report = (fault: string) => undefined;

export const REGIONS = {
  apac: "https://config.bluedot.io/prod1",
  eu: "https://eu1-config.bluedot.io/prod1",
  us: "https://us1-config.bluedot.io/prod1",
} as const;

export type Region = keyof typeof REGIONS;

/** What is done with an object that exists already: stop the resource, adopt the object, or create another one. */
export type OnExisting = "fail" | "adopt" | "create";

const MOST_CONCURRENCY = 100;
const MOST_PER_SECOND = 1000;

export function readRegion(text: string, report: Report): Region | undefined {
  const region = text.trim();
  if (region === "apac" || region === "eu" || region === "us") return region;
  return report(`is ${quoted(region)}, not one of apac, eu, us`);
}

export function readEndpoint(text: string, report: Report): string | undefined {
  // What cannot be read is not repeated: it may hold a password.
  if (!URL.canParse(text)) return report("is not a URL such as https://config.example.com/prod1");
  const { protocol, host, hostname, username, password, search, hash, pathname } = new URL(text);
  if (username !== "" || password !== "")
    return report("must not hold credentials; they have keys of their own");
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname)))
    return report(`must be https, or http on a loopback address, not ${protocol}//${host}`);
  if (search !== "" || hash !== "")
    return report(`must end with its path, without ? or #: ${protocol}//${host}${pathname}`);
  return `${protocol}//${host}${pathname}`.replace(/\/+$/, "");
}

/** `URL` has written every form of an IPv4 address as four numbers by then. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

export function readConcurrency(text: string, report: Report): number | undefined {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (value >= 1 && value <= MOST_CONCURRENCY) return value;
  return report(`is ${quoted(text)}, not a whole number from 1 to ${MOST_CONCURRENCY}`);
}

export function readRate(text: string, report: Report): number | undefined {
  const value = /^\d{1,4}(\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  if (value > 0 && value <= MOST_PER_SECOND) return value;
  return report(`is ${quoted(text)}, not a number above 0 and up to ${MOST_PER_SECOND}`);
}

export function readBoolean(text: string, report: Report): boolean | undefined {
  const value = text.trim();
  return value === "true" || value === "false"
    ? value === "true"
    : report(`is ${quoted(value)}, neither true nor false`);
}

export function readOnExisting(text: string, report: Report): OnExisting | undefined {
  const value = text.trim();
  if (value === "fail" || value === "adopt" || value === "create") return value;
  return report(`is ${quoted(value)}, not one of fail, adopt, create`);
}

function quoted(text: string): string {
  return JSON.stringify(text.length <= 40 ? text : `${text.slice(0, 40)}…`);
}
