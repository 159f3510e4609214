/** One exchange with the API: its outcome is an answer or a failure of the network. It never throws. */
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

/** A whole answer of any status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; a repeated header is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** No whole answer came. The library's error is dropped, since it holds the password or the token. */
export interface HttpFailure {
  /** Node's or OpenSSL's code: `ECONNREFUSED`, `ETIMEDOUT`, `CERT_HAS_EXPIRED`. */
  readonly code: string;
  /** False only if it is certain that no byte of the request was sent. */
  readonly sent: boolean;
  /** The host and port of the proxy; undefined for a direct route. */
  readonly proxy?: string;
}

export type Outcome = HttpResponse | HttpFailure;
export type Transport = (request: HttpRequest) => Promise<Outcome>;

/** Limits of one attempt, in milliseconds. */
export interface TimeLimits {
  /** For each of: the lookup of the address, the connection, the TLS handshake. */
  readonly connect: number;
  /** From the last byte sent to the first of the answer. */
  readonly answer: number;
  /** For the whole attempt. */
  readonly whole: number;
}

/** The API's gateway gives up after 29 s: with a shorter limit for the answer, its 504 would never arrive. */
export const TIME_LIMITS: TimeLimits = { connect: 10_000, answer: 35_000, whole: 60_000 };

/** Three times the limit of the API's gateway; in bytes after decompression. */
export const LARGEST_ANSWER = 32 * 1024 * 1024;

/** The server may close a connection that is idle for longer just when a request starts on it. In milliseconds. */
const IDLE_LIMIT = 4_000;

/** An HTTP client with its own pool of connections. */
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
    // All requests go to the one address of the configuration.
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
      // Without it, got waits for a body.
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

/** The text of the body; undefined if it is too long, without waiting for the rest. */
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

/** Loads got at the first request: it is most of the package's load time, and a preview without changes sends none. */
async function loadClient(route: Route | NoRoute, timeout: ExtendOptions["timeout"]): Promise<Client> {
  const { default: got, RequestError } = await import("got");
  // Extended once: got validates each option, which costs a tenth of a request.
  const ours = got.extend({
    timeout,
    ...("agent" in route && { agent: route.agent }),
    // The retry policy and the error messages read the answers with their bodies.
    throwHttpErrors: false,
    // A token is sent to the configured host and to no other.
    followRedirect: false,
    // retry.ts retries, and not got: got would keep the request's place in the queue during the wait, wait on a clock
    // that tests cannot replace, and send the same token, however old.
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

/** The phases before the request, by got's names in a timeout. */
const CONNECTING = new Set(["lookup", "connect", "secureConnect"]);

function failureOf(error: RequestError | undefined, proxy: string | undefined): HttpFailure {
  const through = proxy === undefined ? {} : { proxy };
  if (error === undefined) return { code: "UNKNOWN", sent: true, ...through };
  const { code, timings } = error;
  const phase = "event" in error && isString(error.event) ? error.event : "";
  // A request without a connected socket was not sent.
  const neverConnected = timings !== undefined && timings.connect === undefined;
  // Through a proxy, got does not record the time of the handshake.
  const noHandshake =
    proxy === undefined &&
    isTls(code) &&
    timings?.connect !== undefined &&
    timings.secureConnect === undefined;
  const sent = !(isBeforeSending(code) || CONNECTING.has(phase) || neverConnected || noHandshake);
  return { code, sent, ...through };
}
