/** How everything of this provider reaches the API: signed in, paced, within limits of time, and asked again where that is right. */
import { REAL_CLOCK } from "../clock";
import type { Configuration } from "../configuration";
import { isSuccess, isThrottle, isTokenRefused } from "./response";
import { withRetries, type RuntimeTools } from "./retry";
import { openRetryBudget } from "./retry-budget";
import { answerOf, requestOf, secretsIn, type ApiResponse, type ApiRequest } from "./request";
import { callFailed, describeOutcome } from "./error-messages";
import { isOutage } from "../errors";
import { openRequestQueue } from "./request-queue";
import { openRunSummary } from "./run-summary";
import { progress, type ProgressReporter } from "./progress";
import { openAuth } from "./auth";
import { openTrace } from "./trace";
import { printable } from "../printable";
import { openTransport, type HttpRequest, type Outcome, type Transport } from "./http";

export type { ApiResponse, ApiRequest } from "./request";

export interface Session {
  /**
   * Sends a request, signing in first where that is needed.
   *
   * GET, PUT and DELETE are tried up to five times, as long as the session's budget of retries lasts; a POST only as
   * long as it is certain that nothing was done.
   * Resolves for every 2xx, and for a 404 in the API's own words: not found is an answer.
   *
   * @throws BluedotError for everything else.
   * @example
   * const { body } = await session.send({ method: "GET", path: "/zones/count", query: { projectId }, subject: "Project" });
   */
  send(call: ApiRequest): Promise<ApiResponse>;
}

/** What a test replaces. */
export interface SessionTools extends RuntimeTools {
  readonly transport: Transport;
  /** Says what takes long, for the whole process. */
  readonly progress: ProgressReporter;
  readonly warn: (message: string) => void;
}

/** A session of its own, with its own sign-in, pace and budget of retries. Sends nothing before it is used. */
export function openSession(configuration: Configuration, tools: Partial<SessionTools> = {}): Session {
  const { baseUrl, maxConcurrency, requestsPerSecond, trace } = configuration;
  const all: SessionTools = {
    ...REAL_TOOLS,
    transport: tools.transport ?? openTransport(maxConcurrency),
    ...tools,
  };
  const report = openRunSummary(all);
  const budget = openRetryBudget();
  const paced = (rate: number | undefined) => report.waiting({ kind: "pace", rate });
  const pacing = openRequestQueue(maxConcurrency, requestsPerSecond, { ...all, paced });
  const traced = trace === undefined ? () => undefined : openTrace(trace, baseUrl, all.warn);
  const tokens = openAuth(configuration, {
    ...all,
    budget,
    report,
    deliver: async (request, attempt) => {
      await pacing.turn();
      return deliver(request, request, attempt);
    },
  });

  /** @param request what the trace is to know of `signed` */
  async function deliver(signed: HttpRequest, request: HttpRequest, attempt: number): Promise<Outcome> {
    const [at, begun] = [all.date(), all.now()];
    const outcome = await all.transport(signed);
    traced({ request, outcome, attempt, at, took: all.now() - begun });
    return outcome;
  }

  async function exchange(request: HttpRequest, attempt: number) {
    const token = await tokens.current();
    const headers = { ...request.headers, authorization: `Bearer ${token.value}` };
    const outcome = await deliver({ ...request, headers }, request, attempt);
    if ("status" in outcome && !isThrottle(outcome)) pacing.admitted();
    if ("status" in outcome && isSuccess(outcome)) token.accepted = true;
    return { outcome, token };
  }

  /** What a fresh token was forbidden as well, by method and collection: no token is the reason there. */
  const forbidden = new Set<string>();

  /** Once more with another token where this one is refused. */
  async function exchangeSignedIn(request: HttpRequest, nextAttempt: () => number): Promise<Outcome> {
    const { outcome, token } = await exchange(request, nextAttempt());
    if (!("status" in outcome) || !isTokenRefused(outcome)) return outcome;
    const kind = `${request.method} ${request.url.slice(baseUrl.length).split(/[/?]/, 2).join("/")}`;
    if ((outcome.status === 403 && forbidden.has(kind)) || !tokens.refused(token)) return outcome;
    await tokens.current();
    await pacing.turn();
    const second = (await exchange(request, nextAttempt())).outcome;
    if ("status" in second && second.status === 403 && isTokenRefused(second)) forbidden.add(kind);
    return second;
  }

  /** @param onFailure hears in few words what was answered */
  async function answered(call: ApiRequest, onFailure: (words: string) => void): Promise<ApiResponse> {
    let request = requestOf(call, baseUrl);
    const secrets = () => [...tokens.secrets(), ...secretsIn(call)];
    let sent = 0;
    const ending = await withRetries(() => exchangeSignedIn(request, () => (sent += 1)), {
      ...all,
      budget,
      report,
      pacing,
      repeatable: call.method !== "POST",
      rank: call.method === "GET" ? READ : WRITE,
      // The token is taken when the request has its place: it does not grow old in a long queue.
      ready: () => tokens.current(),
      wordsFor: (outcome) => describeOutcome(outcome, secrets()),
      again: async () => {
        if (call.renewed === undefined) return true;
        try {
          const body = await call.renewed();
          if (body !== undefined) request = requestOf({ ...call, body }, baseUrl);
          return true;
        } catch {
          // What the call itself came to is what its user has to know.
          return false;
        }
      },
    });
    const answer = answerOf(ending.outcome);
    if (answer !== undefined) return answer;
    onFailure(describeOutcome(ending.outcome, secrets()));
    throw callFailed(call, configuration, ending, secrets());
  }

  return {
    async send(call) {
      const ended = report.begun();
      let words = "no sign-in";
      try {
        const answer = await answered(call, (said) => (words = said));
        ended();
        return answer;
      } catch (error) {
        ended({ outage: isOutage(error) ? words : undefined, isRepeated: call.method !== "POST" });
        throw error;
      }
    },
  };
}

/** The rank between is for reads that are sent again. */
const READ = 0;
const WRITE = 2;

const sessions = new Map<string, Session>();

/** The session that all resources of the process share; one per account, address, pace and trace. */
export function sessionFor(configuration: Configuration): Session {
  const { baseUrl, email, password, maxConcurrency, requestsPerSecond = null, trace = null } = configuration;
  const key = JSON.stringify([baseUrl, email, password, maxConcurrency, requestsPerSecond, trace]);
  const session = sessions.get(key) ?? openSession(configuration);
  sessions.set(key, session);
  return session;
}

const REAL_TOOLS: Omit<SessionTools, "transport"> = {
  ...REAL_CLOCK,
  date: () => Date.now(),
  random: () => Math.random(),
  progress,
  warn: (message) => {
    console.warn(printable(`warning: ${message}`));
  },
};
