/** The access token: one sign-in serves all waiting requests, and a token that expires or is refused is replaced. */
import type { Configuration } from "../configuration";
import type { BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import { bodyOf, errorTypeOf, isSuccess } from "./response";
import { withRetries, type RetryContext, type SharedBudgets, type RuntimeTools } from "./retry";
import { noToken, signInFailed, describeOutcome } from "./error-messages";
import type { HttpRequest, Outcome } from "./http";

interface Token {
  readonly value: string;
  /** The time from which a new token is fetched, in milliseconds of the clock. */
  readonly renewAt: number;
  /** The token replaces a refused one. */
  readonly replacement: boolean;
  /** The API has accepted the token at least once. */
  accepted: boolean;
}

/** The default of the API's documents: "The access token lives 1 hour". In milliseconds, as the next two. */
const DEFAULT_LIFETIME = 3_600_000;
/** A token is renewed this time before it expires, or a tenth of its lifetime before if that is less. */
const MARGIN = 60_000;
/** A transient failure of the sign-in is cached for this time: all requests fail with it, without a wait. */
const FAILURE_CACHED = 10_000;

/** The sign-in does not wait in the queue, since the requests in the queue wait for it. */
const NO_QUEUE: RetryContext["queue"] = { run: (task) => task(), pause: () => Promise.resolve() };

export interface AuthTools extends RuntimeTools, SharedBudgets {
  /** @param attempt the number of the attempt within its sign-in, from 1 */
  readonly deliver: (request: HttpRequest, attempt: number) => Promise<Outcome>;
}

export function openAuth(configuration: Configuration, tools: AuthTools) {
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
    let startedAt = tools.now();
    let sent = 0;
    const exchange = () => {
      startedAt = tools.now();
      sent += 1;
      return tools.deliver(request, sent);
    };
    const result = await withRetries(exchange, {
      ...tools,
      repeatable: true,
      queue: NO_QUEUE,
      describe: (outcome) => describeOutcome(outcome, [...secrets]),
    });
    const { outcome } = result;
    const isSignedIn = "status" in outcome && isSuccess(outcome) && errorTypeOf(outcome) === undefined;
    const body = isSignedIn ? bodyOf(outcome) : "unreadable";
    if (!isSignedIn || typeof body === "string") {
      const isPermanent = result.workStatus === "settled" || result.workStatus === "unusable";
      throw failed(signInFailed(configuration, result, [...secrets]), isPermanent);
    }
    const tokens = isObject(body.json) ? body.json : {};
    for (const name of ["accessToken", "idToken", "refreshToken"]) keep(tokens[name]);
    const value = tokens["accessToken"];
    if (!isHeaderSafe(value)) throw failed(noToken(configuration, outcome.status), true);
    token = { value, renewAt: startedAt + usableFor(tokens), replacement: replacing, accepted: false };
    replacing = false;
    return token;
  }

  /** A refused password is not sent again: a thousand resources would lock the account. */
  function failed(error: BluedotError, isPermanent: boolean): BluedotError {
    failure = { error, until: isPermanent ? Number.POSITIVE_INFINITY : tools.now() + FAILURE_CACHED };
    return error;
  }

  function keep(secret: unknown): void {
    if (isString(secret) && secret !== "") secrets.add(secret);
  }

  return {
    async current(): Promise<Token> {
      if (failure !== undefined && tools.now() < failure.until) throw failure.error;
      if (token !== undefined && tools.now() < token.renewAt) return token;
      underWay ??= signIn().finally(() => (underWay = undefined));
      return underWay;
    },
    /** Drops a token that the API refused; false if another sign-in would not help. */
    discard(old: Token): boolean {
      // The API refused a fresh token too: the age of the token is not the reason.
      if (old.replacement && !old.accepted) return false;
      // Another request may have replaced it meanwhile.
      if (token === old) {
        token = undefined;
        replacing = true;
      }
      return true;
    },
    /** The texts that no message may hold: the password and all tokens. */
    secrets: (): readonly string[] => [...secrets],
  };
}

/** The time in milliseconds until the token has to be renewed. */
function usableFor({ expiresIn }: JsonObject): number {
  const seconds = Number(expiresIn);
  const lifetime =
    (typeof expiresIn === "number" || isString(expiresIn)) && seconds > 0 ? seconds * 1000 : DEFAULT_LIFETIME;
  return lifetime - Math.min(MARGIN, lifetime / 10);
}

/** A token with a line break or a space in it cannot be sent. */
function isHeaderSafe(value: unknown): value is string {
  return isString(value) && /^[\x21-\x7e]+$/.test(value);
}
