/** Handles every request of the API: it is recorded, passes its faults, and is answered when its effect is durable. */
import type { Context } from "hono";

import { bearerToken, type Sessions } from "./entities/session";
import type { Environment } from "./environment";
import { gatewayBody, noRoute, refusal } from "./errors";
import { answerThrough } from "./faults/fault-actions";
import type { Faults } from "./faults/fault-queue";
import { connectionOf, type Answer, type Bindings } from "./faults/connection";
import { normalized } from "./faults/normalize";
import { isObject, parseJson } from "./json";
import type { Settings } from "./options";
import { withoutSecrets, type RequestLog, type RequestRecord } from "./requests";
import { unauthorized } from "./routes/service";
import type { Store } from "./store/store";

export interface AppContext {
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

/** The limit of the gateway, in bytes. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export function requestHandler(context: AppContext): (c: EmulatorContext) => Promise<Response> {
  let number = 0;
  return (c) => tracked(context, handle(c, context, (number += 1)));
}

async function handle(c: EmulatorContext, context: AppContext, number: number): Promise<Response> {
  const { environment, requests, faults, settings, closing } = context;
  const connection = connectionOf(c.env);
  const at = environment.now();
  if (Number(c.req.header("content-length") ?? 0) > MAX_BODY_BYTES) return tooLarge();
  const text = await bodyText(c);
  // The client closed the connection within its body, so there is no request.
  if (text === undefined || closing.aborted) return connection.drop(false).response;
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) return tooLarge();

  const url = new URL(c.req.url);
  const path = url.pathname.slice(settings.basePath.length);
  const claims = faults.claim({ method: c.req.method, path });
  const faultKinds = claims.map(({ fault }) => fault.kind);
  const record = recordOf(c, { number, at, path, url, text, faults: faultKinds }, context.sessions);
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
    scene: { method: c.req.method, path, store: context.store, now, hidden, tokens },
    work: () => work(c, new URL(url.origin + path + url.search), sent, context),
    later: (ms, task) => {
      const late = environment.sleep(ms, closing).then(() => (closing.aborted ? undefined : task()));
      void tracked(context, late);
    },
    sleep: (ms) => environment.sleep(ms, closing),
    expireTokens: () => {
      context.sessions.expireTokens();
    },
    unauthorized: () => unauthorized(settings),
    now,
    closing,
  });
  return finished(record, answer, context);
}

/** The API's answer, sent once its effect would survive a crash of the process. */
async function work(
  c: EmulatorContext,
  url: URL,
  text: string,
  { api, store }: AppContext,
): Promise<Response> {
  const { method, headers } = c.req.raw;
  // The constructor of Request refuses this method.
  if (method === "TRACE") return noRoute();
  try {
    const answer = await api(new Request(url, { method, headers, ...(text === "" ? {} : { body: text }) }));
    await store.durable();
    return answer;
  } catch (error) {
    return refusal(error);
  }
}

function finished(record: RequestRecord, answer: Answer, { environment, settings }: AppContext): Response {
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

async function tracked<T>({ underWay }: AppContext, promise: Promise<T>): Promise<T> {
  underWay.add(promise);
  try {
    return await promise;
  } finally {
    underWay.delete(promise);
  }
}
