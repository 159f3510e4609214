/** How everything of this provider reaches the API: signed in, paced, within limits of time, and asked again where that is right. */
import type { Configuration } from "../configuration";
import { isSuccess, isTokenRefused } from "./answer";
import { attempt, type Clock } from "./attempts";
import { answerOf, requestOf, secretsIn, type Answer, type Call } from "./call";
import { callFailed } from "./complaints";
import { openPacing } from "./pacing";
import { openTokens } from "./token";
import { openTransport, type HttpRequest, type Outcome, type Transport } from "./transport";

export type { Answer, Call } from "./call";

export interface Session {
  /**
   * Sends a request, signing in first where that is needed.
   *
   * GET, PUT and DELETE are tried up to five times; a POST only as long as it is certain that nothing was done.
   * Resolves for every 2xx, and for a 404 in the API's own words: not found is an answer.
   *
   * @throws BluedotError for everything else.
   * @example
   * const { body } = await session.send({ method: "GET", path: "/zones/count", query: { projectId }, subject: "Project" });
   */
  send(call: Call): Promise<Answer>;
}

/** What a test replaces. */
export interface SessionTools extends Clock {
  readonly transport: Transport;
}

/** A session of its own, with its own sign-in and its own pace. Sends nothing before it is used. */
export function openSession(configuration: Configuration, tools: Partial<SessionTools> = {}): Session {
  const { baseUrl, maxConcurrency } = configuration;
  const all: SessionTools = {
    ...REAL_CLOCK,
    transport: tools.transport ?? openTransport(maxConcurrency),
    ...tools,
  };
  const tokens = openTokens(configuration, all);
  const pacing = openPacing(maxConcurrency, all.sleep);

  async function exchange(request: HttpRequest) {
    const token = await tokens.current();
    const headers = { ...request.headers, authorization: `Bearer ${token.value}` };
    const outcome = await all.transport({ ...request, headers });
    if ("status" in outcome && isSuccess(outcome)) token.accepted = true;
    return { outcome, token };
  }

  /** What a fresh token was forbidden as well, by method and collection: no token is the reason there. */
  const forbidden = new Set<string>();

  /** Once more with another token where this one is refused. */
  async function exchangeSignedIn(request: HttpRequest): Promise<Outcome> {
    const { outcome, token } = await exchange(request);
    if (!("status" in outcome) || !isTokenRefused(outcome)) return outcome;
    const kind = `${request.method} ${request.url.slice(baseUrl.length).split(/[/?]/, 2).join("/")}`;
    if ((outcome.status === 403 && forbidden.has(kind)) || !tokens.refused(token)) return outcome;
    const second = (await exchange(request)).outcome;
    if ("status" in second && second.status === 403 && isTokenRefused(second)) forbidden.add(kind);
    return second;
  }

  return {
    async send(call) {
      const request = requestOf(call, baseUrl);
      // The token is taken when the request has its place: it does not grow old in a long queue.
      const ending = await attempt(() => exchangeSignedIn(request), {
        ...all,
        repeatable: call.method !== "POST",
        pacing,
      });
      const answer = answerOf(ending.outcome);
      if (answer === undefined)
        throw callFailed(call, baseUrl, ending, [...tokens.secrets(), ...secretsIn(call.body)]);
      return answer;
    },
  };
}

const sessions = new Map<string, Session>();

/** The session that all resources of the process share; one per account, address and pace. */
export function sessionFor(configuration: Configuration): Session {
  const { baseUrl, email, password, maxConcurrency } = configuration;
  const key = JSON.stringify([baseUrl, email, password, maxConcurrency]);
  const session = sessions.get(key) ?? openSession(configuration);
  sessions.set(key, session);
  return session;
}

const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
};
