/** One exchange with the API, as facts: an answer, or why there is none. Decides nothing, and throws nothing. */
import type { ExtendOptions, Got, RequestError } from "got";

import { isString } from "../json";
import { isBeforeSending, isTls, TOO_LARGE } from "./network-errors";
import { VERSION } from "../version";
import { routeTo, type NoRoute, type Route } from "./proxy";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
}

/** A whole answer, whatever its status. */
export interface HttpResponse {
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
  /** The host and port of the proxy on the way; undefined where there is none. */
  readonly proxy?: string;
}

export type Outcome = HttpResponse | HttpFailure;
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

/** Three times what the API's gateway lets through; in bytes, as they are when they are unpacked. */
export const LARGEST_ANSWER = 32 * 1024 * 1024;

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
  const { connect, answer, whole } = limits;
  const timeout = { lookup: connect, connect, secureConnect: connect, response: answer, request: whole };
  let client: Promise<Client> | undefined;

  return async ({ method, url, headers, body }) => {
    // All go to the one address of the configuration.
    client ??= routeTo(url, pool).then((route) => loadClient(route, timeout));
    const { got, RequestError, userAgent, route } = await client;
    if ("code" in route) return { ...route, sent: false };
    const { proxy } = route;
    try {
      const answer = got.stream(url, {
        method,
        headers: { accept: "application/json", "user-agent": userAgent, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      // Else got waits for a body that somebody writes.
      if (body === undefined && method !== "GET") answer.end();
      const text = await textOf(answer);
      const { response } = answer;
      if (text === undefined || response === undefined) return { code: TOO_LARGE, sent: true };
      return { status: response.statusCode, headers: flat(response.headers), text };
    } catch (error) {
      return failureOf(error instanceof RequestError ? error : undefined, proxy);
    }
  };
}

/** Undefined where it is too long; the rest is not waited for. */
async function textOf(body: AsyncIterable<unknown>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_ANSWER) return undefined;
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

interface Client {
  readonly route: Route | NoRoute;
  readonly got: Got;
  readonly RequestError: typeof RequestError;
  readonly userAgent: string;
}

/** At the first request: most of the package's load time would be this, and a preview without changes sends none. */
async function loadClient(route: Route | NoRoute, timeout: ExtendOptions["timeout"]): Promise<Client> {
  const { default: got, RequestError } = await import("got");
  // Once: got looks at each option that it is given, which costs a tenth of a request.
  const ours = got.extend({
    timeout,
    ...("agent" in route && { agent: route.agent }),
    // Answers are judged in one place, with their bodies.
    throwHttpErrors: false,
    // A token goes to the configured host and nowhere else.
    followRedirect: false,
    // The policy of retry.ts is applied by attempts.ts and not through got's hooks: got would keep the request's
    // place in the queue while it waits, wait on a clock that tests cannot replace, and send again the token it
    // was given, however old.
    retry: { limit: 0 },
  });
  return { route, got: ours, RequestError, userAgent: `pulumi-bluedot/${VERSION}` };
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  return Object.fromEntries(entries);
}

/** Phases before the request, in got's words for what took too long. */
const CONNECTING = new Set(["lookup", "connect", "secureConnect"]);

function failureOf(error: RequestError | undefined, proxy: string | undefined): HttpFailure {
  const through = proxy === undefined ? {} : { proxy };
  if (error === undefined) return { code: "UNKNOWN", sent: true, ...through };
  const { code, timings } = error;
  const phase = "event" in error && isString(error.event) ? error.event : "";
  // A request that was given no socket, or one which never connected, cannot have left.
  const neverConnected = timings !== undefined && timings.connect === undefined;
  // Of a connection through a proxy nobody says when its handshake was done.
  const noHandshake =
    proxy === undefined &&
    isTls(code) &&
    timings?.connect !== undefined &&
    timings.secureConnect === undefined;
  const sent = !(isBeforeSending(code) || CONNECTING.has(phase) || neverConnected || noHandshake);
  return { code, sent, ...through };
}
