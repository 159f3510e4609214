/** The fault of a request that failed: its kind, the problem in words, and the advice that fits the outcome. */
import type { Configuration } from "../configuration";
import { isLoopback } from "../configuration-values";
import type { BluedotErrorDetails, BluedotErrorKind } from "../errors";
import { apiMessage } from "./api-message";
import {
  bodyForMessage,
  bodyOf,
  DEEPEST,
  errorTypeOf,
  existingIn,
  isSuccess,
  isTokenRefused,
} from "./response";
import type { AttemptResult } from "./retry";
import { isProxyRefusal, isTls, PROXY_ADDRESS, TOO_LARGE } from "./network-errors";
import { LARGEST_ANSWER, type HttpResponse, type HttpFailure } from "./http";

/** The end of a request, as all messages need it. */
export interface Failed {
  readonly configuration: Configuration;
  readonly result: AttemptResult;
  readonly secrets: readonly string[];
}

/** The part of an error that depends on the outcome; its advice is one clause, empty if there is none. */
export interface Fault extends Pick<BluedotErrorDetails, "apiMessage" | "code"> {
  readonly kind: BluedotErrorKind;
  readonly problem: string;
  readonly advice: string;
}

export function faultOf(failed: Failed): Fault {
  const { outcome } = failed.result;
  if (!("status" in outcome)) return faultOfNetwork(failed, outcome);
  return isSuccess(outcome) ? faultOfSuccess(failed, outcome) : faultOfAnswer(failed, outcome);
}

/** A success is a failure if its body is an error, or no JSON of the API. */
function faultOfSuccess({ configuration, result, secrets }: Failed, answer: HttpResponse): Fault {
  const apiMessage = messageOf(answer, secrets);
  if (errorTypeOf(answer) !== undefined) {
    const problem = "was answered with an error under the status of a success";
    return { kind: "refused", problem, apiMessage, advice: "" };
  }
  const advice = checkEndpoint(configuration);
  if (bodyOf(answer) === "too deep") {
    const problem = `was answered with JSON of more than ${DEEPEST} levels (${answer.status}), which is not read`;
    return { kind: "unreadable", problem, advice };
  }
  const problem = `was answered with something that is not JSON${after(result)}`;
  return { kind: "unreadable", problem, apiMessage, advice };
}

function faultOfAnswer({ configuration, result, secrets }: Failed, answer: HttpResponse): Fault {
  const { status } = answer;
  const apiMessage = messageOf(answer, secrets);
  if (status >= 300 && status < 400) {
    const problem = `was redirected to ${hostOf(answer, configuration.baseUrl)} (${status}) and not followed, so that no password or token goes there`;
    return { kind: "redirected", problem, advice: checkEndpoint(configuration) };
  }
  if (result.retryAfter !== undefined || status === 429 || status >= 500) {
    return { ...faultOfLoad(result, status), apiMessage };
  }
  if (status === 404) {
    const problem = "was answered by something that does not look like the Config API";
    return { kind: "unreadable", problem, apiMessage, advice: checkEndpoint(configuration) };
  }
  if (isTokenRefused(answer)) {
    const advice = `check that the account may do this, and ${checkEndpoint(configuration)}`;
    return {
      kind: "authentication",
      problem: "was refused with a fresh token as well",
      apiMessage,
      advice,
    };
  }
  if (status === 403) {
    const advice = "give it the permission, or use another account";
    return { kind: "not-allowed", problem: "is not allowed to this account", apiMessage, advice };
  }
  if (status === 409) {
    const shown = `${status} ${apiMessage}`;
    const ids = existingIn(answer).filter((id) => !shown.includes(id));
    const problem = `conflicts with what exists${ids.length === 0 ? "" : ` as ${ids.join(", ")}`}`;
    return { kind: "conflict", problem, apiMessage, advice: "change one of the two" };
  }
  const advice = "correct it in the program and run again";
  return { kind: "refused", problem: "was refused", apiMessage, advice };
}

function faultOfLoad(result: AttemptResult, status: number): Fault {
  const { retryAfter } = result;
  const when =
    retryAfter === undefined
      ? "run again later"
      : `it asks to wait ${Math.ceil(retryAfter / 1000)} s: run again after that`;
  return status === 429
    ? {
        kind: "throttled",
        problem: `: the API was asked too often${after(result)}`,
        advice: `${when}, or lower bluedot:maxConcurrency`,
      }
    : { kind: "unavailable", problem: `: the API could not answer${after(result)}`, advice: when };
}

function faultOfNetwork({ configuration, result }: Failed, { code, sent, proxy }: HttpFailure): Fault {
  const { host, hostname } = new URL(configuration.baseUrl);
  const attempts = after(result);
  if (code === TOO_LARGE) {
    const problem = `: the answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MB, and is not read`;
    return { kind: "unreadable", problem, advice: checkEndpoint(configuration) };
  }
  if (code === PROXY_ADDRESS) {
    const problem = ": HTTPS_PROXY of the environment does not name a proxy";
    return { kind: "unreachable", problem, advice: "write it as http://host:port" };
  }
  if (sent) {
    const problem =
      code === "ETIMEDOUT"
        ? ": no whole answer came in time"
        : ": the connection was lost before a whole answer came";
    return { kind: "unanswered", problem: `${problem}${attempts}`, code, advice: "" };
  }
  if (proxy !== undefined) {
    const problem = isProxyRefusal(code)
      ? `: the proxy ${proxy} refused to connect to ${host}`
      : `: no connection to ${host} through the proxy ${proxy}`;
    return { kind: "unreachable", problem: `${problem}${attempts}`, code, advice: CHECK_PROXY };
  }
  if (isTls(code)) {
    const advice = `${checkEndpoint(configuration)}, and what stands between (a proxy, a certificate of your own in NODE_EXTRA_CA_CERTS)`;
    return { kind: "unreachable", problem: `: no secure connection to ${host}`, code, advice };
  }
  const problem =
    code === "ENOTFOUND" ? `: there is no host ${hostname}` : `: no connection to ${host}${attempts}`;
  return { kind: "unreachable", problem, code, advice: checkNetwork(configuration) };
}

const CHECK_PROXY =
  "check HTTPS_PROXY (with its http:// or https://, and with user and password where the proxy asks for them) and " +
  "NO_PROXY, and bluedot:endpoint or bluedot:region";

function after({ attempts }: AttemptResult): string {
  return attempts === 1 ? "" : ` after ${attempts} attempts`;
}

/** The API's own message in an answer. */
export function messageOf(answer: HttpResponse, secrets: readonly string[]): string {
  return apiMessage(bodyForMessage(answer), secrets);
}

/** The host alone: the rest of an address may hold anything. */
function hostOf({ headers }: HttpResponse, baseUrl: string): string {
  const location = headers["location"];
  return location !== undefined && URL.canParse(location, baseUrl)
    ? new URL(location, baseUrl).host
    : "an unknown place";
}

function checkEndpoint({ baseUrl, origin }: Configuration): string {
  const keys =
    origin === "environment" ? "BLUEDOT_ENDPOINT or BLUEDOT_REGION" : "bluedot:endpoint or bluedot:region";
  return `check ${keys}, which lead to ${baseUrl}`;
}

function checkNetwork(configuration: Configuration): string {
  const proxy = isLoopback(new URL(configuration.baseUrl).hostname)
    ? ""
    : "; where it is reached through a proxy, set HTTPS_PROXY";
  return `${checkEndpoint(configuration)}, and the network${proxy}`;
}
