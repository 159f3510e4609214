/** What happens to every request of the API: it is recorded, meets its faults, and is answered when it is durable. */
import type { Context } from "hono";

import { bearerToken, type Sessions } from "./entities/session";
import type { Environment } from "./environment";
import { gatewayBody, noRoute, refusal } from "./errors";
import { answerThrough } from "./faults/act";
import type { Faults } from "./faults/armed";
import { connectionOf, type Answer, type Bindings } from "./faults/connection";
import { normalized } from "./faults/normalize";
import { isObject, parseJson } from "./json";
import type { Settings } from "./options";
import { withoutSecrets, type RequestLog, type RequestRecord } from "./requests";
import { unauthorized } from "./routes/service";
import type { Store } from "./store/store";

export interface Handling {
  readonly settings: Settings;
  readonly environment: Environment;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** The API itself. */
  readonly api: (request: Request) => Response | Promise<Response>;
  /** Fires when the emulator closes. */
  readonly closing: AbortSignal;
  /** Work that must end before the store closes. */
  readonly underWay: Set<Promise<unknown>>;
}

export type EmulatorContext = Context<{ Bindings: Bindings }>;

/** The gateway takes no more, in bytes. */
const largestBody = 10 * 1024 * 1024;

export function handlerOf(handling: Handling): (c: EmulatorContext) => Promise<Response> {
  let number = 0;
  return (c) => tracked(handling, handle(c, handling, (number += 1)));
}

async function handle(c: EmulatorContext, handling: Handling, number: number): Promise<Response> {
  const { environment, requests, faults, settings, closing } = handling;
  const connection = connectionOf(c.env);
  const at = environment.now();
  if (Number(c.req.header("content-length") ?? 0) > largestBody) return tooLarge();
  const text = await bodyText(c);
  // The client went away in the middle of its body: nothing was asked.
  if (text === undefined || closing.aborted) return connection.drop(false).response;
  if (Buffer.byteLength(text) > largestBody) return tooLarge();

  const url = new URL(c.req.url);
  const path = url.pathname.slice(settings.basePath.length);
  const claims = faults.claim({ method: c.req.method, path });
  const faultKinds = claims.map(({ fault }) => fault.kind);
  const record = recordOf(c, { number, at, path, url, text, faults: faultKinds }, handling.sessions);
  requests.push(record);
  if (requests.length > settings.recordedRequests) requests.splice(0, 1);

  const sent = claims.reduce(
    (body, { fault }) => (fault.kind === "normalize" ? normalized(body, fault) : body),
    text,
  );
  const { now } = environment;
  const { hidden, tokens } = faults;
  const answer = await answerThrough(claims, {
    connection,
    scene: { method: c.req.method, path, store: handling.store, now, hidden, tokens },
    work: () => work(c, new URL(url.origin + path + url.search), sent, handling),
    later: (ms, task) => {
      const late = environment.sleep(ms, closing).then(() => (closing.aborted ? undefined : task()));
      void tracked(handling, late);
    },
    sleep: (ms) => environment.sleep(ms, closing),
    expireTokens: () => {
      handling.sessions.expireTokens();
    },
    unauthorized: () => unauthorized(settings),
    now,
    closing,
  });
  return finished(record, answer, handling);
}

/** The API's answer, once it would survive a crash: what a client has been told, or could read, is never lost. */
async function work(c: EmulatorContext, url: URL, text: string, { api, store }: Handling): Promise<Response> {
  const { method, headers } = c.req.raw;
  // The standard's Request cannot be made with this method.
  if (method === "TRACE") return noRoute();
  try {
    const answer = await api(new Request(url, { method, headers, ...(text === "" ? {} : { body: text }) }));
    await store.durable();
    return answer;
  } catch (error) {
    return refusal(error);
  }
}

function finished(record: RequestRecord, answer: Answer, { environment, settings }: Handling): Response {
  record.status = answer.status;
  record.milliseconds = environment.now() - record.at;
  settings.onRequest?.(record);
  return answer.response;
}

interface Seen {
  readonly number: number;
  readonly at: number;
  readonly path: string;
  readonly url: URL;
  readonly text: string;
  readonly faults: readonly string[];
}

function recordOf(c: EmulatorContext, seen: Seen, sessions: Sessions): RequestRecord {
  const { number, at, path, url, text, faults } = seen;
  const body = text === "" ? undefined : (parseJson(text) ?? text);
  const isSignIn = c.req.method === "POST" && path === "/sessions" && isObject(body);
  return {
    number,
    method: c.req.method,
    path,
    query: Object.fromEntries(url.searchParams),
    headers: { ...c.req.header(), ...redacted(c.req.header("authorization"), sessions) },
    ...(body === undefined ? {} : { body: withoutSecrets(path, body) }),
    ...(isSignIn
      ? { passwordMatched: sessions.accountFor(body["email"], body["password"]) !== undefined }
      : {}),
    at,
    faults,
  };
}

function redacted(header: string | undefined, sessions: Sessions): { authorization?: string } {
  if (header === undefined) return {};
  const token = bearerToken(header);
  if (token === undefined) return { authorization: "<not a bearer token>" };
  const number = sessions.numberOf(token);
  return { authorization: number === undefined ? "Bearer <unknown>" : `Bearer <sign-in ${number}>` };
}

async function bodyText(c: EmulatorContext): Promise<string | undefined> {
  if (c.req.method === "GET" || c.req.method === "HEAD") return "";
  return c.req.text().catch(() => undefined);
}

function tooLarge(): Response {
  return Response.json(gatewayBody("Request Too Long"), { status: 413 });
}

async function tracked<T>({ underWay }: Handling, promise: Promise<T>): Promise<T> {
  underWay.add(promise);
  try {
    return await promise;
  } finally {
    underWay.delete(promise);
  }
}
