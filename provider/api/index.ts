/** The session by which all of the provider sends requests: signed in, queued, within time limits, and retried. */
import { REAL_CLOCK } from "../clock";
import type { Configuration } from "../configuration";
import { isOutage } from "../errors";
import { isSuccess, isThrottle, isTokenRefused } from "./response";
import { withRetries, type RuntimeTools } from "./retry";
import { openRetryBudget } from "./retry-policy";
import { answerOf, requestOf, secretsIn, type ApiResponse, type ApiRequest } from "./request";
import { callFailed, describeOutcome } from "./error-messages";
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
   * GET, PUT and DELETE have up to five attempts within the session's budget of retries; a POST is retried only if it
   * is certain that nothing was done.
   * Resolves for every 2xx, and for a 404 of the API itself: not found is an answer.
   *
   * @throws BluedotError for every other outcome.
   * @example
   * const { body } = await session.send({ method: "GET", path: "/zones/count", query: { projectId }, subject: "Project" });
   */
  send(call: ApiRequest): Promise<ApiResponse>;
}

/** The parts that a test replaces. */
export interface SessionTools extends RuntimeTools {
  readonly transport: Transport;
  /** Shows long work, for the whole process. */
  readonly progress: ProgressReporter;
  readonly warn: (message: string) => void;
}

/** A session with its own sign-in, rate limit and budget of retries. Sends nothing before its first use. */
export function openSession(configuration: Configuration, replaced: Partial<SessionTools> = {}): Session {
  const { baseUrl, maxConcurrency, requestsPerSecond, trace } = configuration;
  const tools: SessionTools = {
    ...REAL_TOOLS,
    transport: replaced.transport ?? openTransport(maxConcurrency),
    ...replaced,
  };
  const summary = openRunSummary(tools);
  const budget = openRetryBudget();
  const onRateLimit = (rate: number | undefined) => summary.waiting({ kind: "rate limit", rate });
  const queue = openRequestQueue(maxConcurrency, requestsPerSecond, { ...tools, onRateLimit });
  const writeTrace = trace === undefined ? () => undefined : openTrace(trace, baseUrl, tools.warn);
  const auth = openAuth(configuration, {
    ...tools,
    budget,
    summary,
    deliver: async (request, attempt) => {
      await queue.waitForRate();
      return deliver(request, request, attempt);
    },
  });

  /** @param request `signed` without its token, for the trace */
  async function deliver(signed: HttpRequest, request: HttpRequest, attempt: number): Promise<Outcome> {
    const [at, startedAt] = [tools.date(), tools.now()];
    const outcome = await tools.transport(signed);
    writeTrace({ request, outcome, attempt, at, took: tools.now() - startedAt });
    return outcome;
  }

  async function exchange(request: HttpRequest, attempt: number) {
    // `prepare` has signed in already; this signs in again only if the token has expired or was refused since.
    const token = await auth.current();
    const headers = { ...request.headers, authorization: `Bearer ${token.value}` };
    const outcome = await deliver({ ...request, headers }, request, attempt);
    if ("status" in outcome && !isThrottle(outcome)) queue.accepted();
    if ("status" in outcome && isSuccess(outcome)) token.accepted = true;
    return { outcome, token };
  }

  /** Methods and collections that are forbidden with a fresh token too: the token is not the reason there. */
  const forbidden = new Set<string>();

  /** Sends the request once more with a fresh token if the API refuses this one. */
  async function exchangeSignedIn(request: HttpRequest, nextAttempt: () => number): Promise<Outcome> {
    const { outcome, token } = await exchange(request, nextAttempt());
    if (!("status" in outcome) || !isTokenRefused(outcome)) return outcome;
    const kind = `${request.method} ${request.url.slice(baseUrl.length).split(/[/?]/, 2).join("/")}`;
    if ((outcome.status === 403 && forbidden.has(kind)) || !auth.discard(token)) return outcome;
    await auth.current();
    await queue.waitForRate();
    const second = (await exchange(request, nextAttempt())).outcome;
    if ("status" in second && second.status === 403 && isTokenRefused(second)) forbidden.add(kind);
    return second;
  }

  /** @param onFailure gets the last outcome in a few words */
  async function responseTo(call: ApiRequest, onFailure: (words: string) => void): Promise<ApiResponse> {
    let request = requestOf(call, baseUrl);
    const secrets = () => [...auth.secrets(), ...secretsIn(call)];
    let sent = 0;
    const result = await withRetries(() => exchangeSignedIn(request, () => (sent += 1)), {
      ...tools,
      budget,
      summary,
      queue,
      repeatable: call.method !== "POST",
      priority: call.method === "GET" ? READ : WRITE,
      // The token is fetched when the request leaves the queue: it does not grow old in a long one.
      prepare: () => auth.current(),
      describe: (outcome) => describeOutcome(outcome, secrets()),
      beforeRetry: async () => {
        if (call.renewed === undefined) return true;
        try {
          const body = await call.renewed();
          if (body !== undefined) request = requestOf({ ...call, body }, baseUrl);
          return true;
        } catch {
          // The user needs the error of the call itself.
          return false;
        }
      },
    });
    const answer = answerOf(result.outcome);
    if (answer !== undefined) return answer;
    onFailure(describeOutcome(result.outcome, secrets()));
    throw callFailed(call, configuration, result, secrets());
  }

  return {
    async send(call) {
      const end = summary.begun();
      let lastOutcome = "no sign-in";
      try {
        const response = await responseTo(call, (words) => (lastOutcome = words));
        end();
        return response;
      } catch (error) {
        end({ outage: isOutage(error) ? lastOutcome : undefined, isRetried: call.method !== "POST" });
        throw error;
      }
    },
  };
}

/** Priorities in the queue; the one between is for reads that are retried. */
const READ = 0;
const WRITE = 2;

const sessions = new Map<string, Session>();

/** The session that all resources of the process share: one for each account, address, limit and trace. */
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
