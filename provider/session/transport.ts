/** One exchange with the API, as facts: an answer, or why there is none. Decides nothing, and throws nothing. */
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { createRequire } from "node:module";
import type { ExtendOptions, Got, RequestError } from "got";

import { isObject, isString } from "../json";
import { isBeforeSending, isTls } from "./codes";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
}

/** A whole answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; a repeated header is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** No whole answer came. Holds nothing of the library's error, which carries the password or the token. */
export interface HttpFailure {
  /** Node's or OpenSSL's code: `ECONNREFUSED`, `ETIMEDOUT`, `CERT_HAS_EXPIRED`. */
  readonly code: string;
  /** False only where it is certain that no byte of the request left. */
  readonly sent: boolean;
}

export type Outcome = HttpAnswer | HttpFailure;
export type Transport = (request: HttpRequest) => Promise<Outcome>;

/** Limits of one attempt, in milliseconds. */
export interface TimeLimits {
  /** For each of: finding the address, connecting, agreeing on TLS. */
  readonly connect: number;
  /** From the last byte sent to the first of the answer. */
  readonly answer: number;
  /** For the whole attempt. */
  readonly whole: number;
}

/** The API's gateway gives up after 29 s: a shorter limit for the answer would never see its verdict. */
export const TIME_LIMITS: TimeLimits = { connect: 10_000, answer: 35_000, whole: 60_000 };

/** A connection that has been idle for longer may be closed by the other side just when a request goes out on it. */
const IDLE_LIMIT = 4_000;

/** An HTTP client with connections of its own, at most as many as there may be requests at once. */
export function openTransport(maxConnections: number, limits: TimeLimits = TIME_LIMITS): Transport {
  const pool = {
    keepAlive: true,
    maxSockets: maxConnections,
    maxFreeSockets: maxConnections,
    timeout: IDLE_LIMIT,
  };
  const agent = { http: new HttpAgent(pool), https: new HttpsAgent(pool) };
  const { connect, answer, whole } = limits;
  const timeout = { lookup: connect, connect, secureConnect: connect, response: answer, request: whole };
  let client: Promise<Client> | undefined;

  return async ({ method, url, headers, body }) => {
    client ??= loadClient({ agent, timeout });
    const { got, RequestError, userAgent } = await client;
    try {
      const response = await got(url, {
        method,
        headers: { accept: "application/json", "user-agent": userAgent, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.statusCode, headers: flat(response.headers), text: response.body };
    } catch (error) {
      return failureOf(error instanceof RequestError ? error : undefined);
    }
  };
}

interface Client {
  readonly got: Got<{ responseType: "text" }>;
  readonly RequestError: typeof RequestError;
  readonly userAgent: string;
}

/** At the first request: most of the package's load time would be this, and a preview without changes sends none. */
async function loadClient(options: Pick<ExtendOptions, "agent" | "timeout">): Promise<Client> {
  const { default: got, RequestError } = await import("got");
  // Once: got looks at each option that it is given, which costs a tenth of a request.
  const ours = got.extend({
    ...options,
    responseType: "text",
    // Answers are judged in one place, with their bodies.
    throwHttpErrors: false,
    // A token goes to the configured host and nowhere else.
    followRedirect: false,
    // The policy of retry.ts is applied by attempts.ts and not through got's hooks: got would keep the request's
    // place in the queue while it waits, wait on a clock that tests cannot replace, and send again the token it
    // was given, however old.
    retry: { limit: 0 },
  });
  return { got: ours, RequestError, userAgent: userAgent() };
}

function userAgent(): string {
  const manifest: unknown = createRequire(__filename)("pulumi-bluedot/package.json");
  const version = isObject(manifest) && isString(manifest["version"]) ? manifest["version"] : "unknown";
  return `pulumi-bluedot/${version}`;
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  return Object.fromEntries(entries);
}

/** Phases before the request, in got's words for what took too long. */
const CONNECTING = new Set(["lookup", "connect", "secureConnect"]);

function failureOf(error: RequestError | undefined): HttpFailure {
  if (error === undefined) return { code: "UNKNOWN", sent: true };
  const { code, timings } = error;
  const phase = "event" in error && isString(error.event) ? error.event : "";
  // A request that was given a socket which never connected cannot have left.
  const neverConnected = timings?.socket !== undefined && timings.connect === undefined;
  const noHandshake = isTls(code) && timings?.connect !== undefined && timings.secureConnect === undefined;
  return { code, sent: !(isBeforeSending(code) || CONNECTING.has(phase) || neverConnected || noHandshake) };
}
