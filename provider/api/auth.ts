/** Signs in at the first need, once for all who wait, and again when the token's time is over or it was refused. */
import type { Configuration } from "../configuration";
import type { BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import { bodyOf, errorTypeOf, isSuccess } from "./response";
import { withRetries, type RetryContext, type SharedBudgets, type RuntimeTools } from "./retry";
import { noToken, signInFailed, describeOutcome } from "./error-messages";
import type { HttpRequest, Outcome } from "./http";

interface Token {
  readonly value: string;
  /** From this moment on a new one is fetched; milliseconds of the clock. */
  readonly renewAt: number;
  /** Whether it came in place of one that was refused. */
  readonly replacement: boolean;
  /** Whether the API has taken it at least once. */
  accepted: boolean;
}

export interface Auth {
  current(): Promise<Token>;
  /** Tells that the API refused it; false where another sign-in would not help. */
  refused(token: Token): boolean;
  /** What must not be repeated to anybody: the password, and all that sign-ins brought. */
  secrets(): readonly string[];
}

/** "The access token lives 1 hour", where the answer does not say how long. In milliseconds, as the next. */
const USUAL_LIFE = 3_600_000;
/** It is renewed this much before its end, or a tenth of its life before where that is less. */
const MARGIN = 60_000;
/** Whoever comes this soon after a sign-in that failed for a passing reason is told the same, without a wait. */
const FAILURE_LASTS = 10_000;

/** Whoever signs in does so in a place of their own, and all others wait for it. */
const AT_ONCE: RetryContext["pacing"] = { run: (task) => task(), pause: () => Promise.resolve() };

export interface AuthTools extends RuntimeTools, SharedBudgets {
  /** Sends one request, which is the so manieth of its sign-in. */
  readonly deliver: (request: HttpRequest, attempt: number) => Promise<Outcome>;
}

export function openAuth(configuration: Configuration, tools: AuthTools): Auth {
  const secrets = new Set([configuration.password]);
  let token: Token | undefined;
  let underWay: Promise<Token> | undefined;
  let failure: { readonly error: BluedotError; readonly until: number } | undefined;
  let replacing = false;

  async function signIn(): Promise<Token> {
    const { email, password, baseUrl } = configuration;
    const request: HttpRequest = {
      method: "POST",
      url: `${baseUrl}/sessions`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    };
    let begun = tools.now();
    let sent = 0;
    const exchange = () => {
      begun = tools.now();
      sent += 1;
      return tools.deliver(request, sent);
    };
    const ending = await withRetries(exchange, {
      ...tools,
      repeatable: true,
      pacing: AT_ONCE,
      wordsFor: (outcome) => describeOutcome(outcome, [...secrets]),
    });
    const { outcome } = ending;
    const isDone = "status" in outcome && isSuccess(outcome) && errorTypeOf(outcome) === undefined;
    const body = isDone ? bodyOf(outcome) : "unreadable";
    if (!isDone || typeof body === "string") {
      const forGood = ending.workStatus === "settled" || ending.workStatus === "unusable";
      throw failed(signInFailed(configuration, ending, [...secrets]), forGood);
    }
    const tokens = isObject(body.json) ? body.json : {};
    for (const name of ["accessToken", "idToken", "refreshToken"]) keep(tokens[name]);
    const value = tokens["accessToken"];
    if (!isHeaderSafe(value)) throw failed(noToken(configuration, outcome.status), true);
    token = { value, renewAt: begun + usableFor(tokens), replacement: replacing, accepted: false };
    replacing = false;
    return token;
  }

  /** A refused password is not tried again: a thousand resources would lock the account. */
  function failed(error: BluedotError, forGood: boolean): BluedotError {
    failure = { error, until: forGood ? Number.POSITIVE_INFINITY : tools.now() + FAILURE_LASTS };
    return error;
  }

  function keep(secret: unknown): void {
    if (isString(secret) && secret !== "") secrets.add(secret);
  }

  return {
    async current() {
      if (failure !== undefined && tools.now() < failure.until) throw failure.error;
      if (token !== undefined && tools.now() < token.renewAt) return token;
      underWay ??= signIn().finally(() => (underWay = undefined));
      return underWay;
    },
    refused(old) {
      // Neither the old one nor a fresh one was taken: its age is not the reason.
      if (old.replacement && !old.accepted) return false;
      // It may have been replaced in the meantime by somebody whose request was refused earlier.
      if (token === old) {
        token = undefined;
        replacing = true;
      }
      return true;
    },
    secrets: () => [...secrets],
  };
}

/** Milliseconds. */
function usableFor({ expiresIn }: JsonObject): number {
  const seconds = Number(expiresIn);
  const life =
    (typeof expiresIn === "number" || isString(expiresIn)) && seconds > 0 ? seconds * 1000 : USUAL_LIFE;
  return life - Math.min(MARGIN, life / 10);
}

/** A token with a line break or a space in it cannot be sent. */
function isHeaderSafe(value: unknown): value is string {
  return isString(value) && /^[\x21-\x7e]+$/.test(value);
}
