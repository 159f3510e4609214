/** What the user is told when a request did not come to a good end: one sentence, with what to do. */
import type { Configuration } from "../configuration";
import { isLoopback } from "../configuration-values";
import { apiMessage, BluedotError, type BluedotErrorKind } from "../errors";
import {
  bodyOf,
  DEEPEST,
  errorTypeOf,
  existingIn,
  idsIn,
  isNotFound,
  isSuccess,
  isTokenRefused,
  bodyForMessage,
} from "./response";
import type { AttemptResult } from "./retry";
import type { ApiRequest } from "./request";
import { isProxyRefusal, isTls, PROXY_ADDRESS, TOO_LARGE } from "./network-errors";
import { LARGEST_ANSWER, type HttpResponse, type HttpFailure, type Outcome } from "./http";

/** What all sentences about one request share. */
interface Scene {
  /** `Zone "cafe": POST /zones` */
  readonly doing: string;
  readonly configuration: Configuration;
  readonly ending: AttemptResult;
  readonly secrets: readonly string[];
}

type Complaint = readonly [BluedotErrorKind, string];

/** A call that ended neither in a success nor in the API's own "not found". */
export function callFailed(
  call: ApiRequest,
  configuration: Configuration,
  ending: AttemptResult,
  secrets: readonly string[],
): BluedotError {
  const doing = `${call.subject}: ${call.method} ${call.path}`;
  const scene: Scene = { doing, configuration, ending, secrets };
  const { outcome } = ending;
  const [kind, sentence] = "status" in outcome ? answered(scene, outcome) : unanswered(scene, outcome);
  const maybeDone = ending.maybeDone && call.method !== "GET";
  const advice = maybeDone ? MAYBE_DONE[call.method] : kind === "unanswered" ? RUN_AGAIN : "";
  return new BluedotError(kind, `${sentence}${advice}.`, {
    ...("status" in outcome ? { status: outcome.status, namedIds: namedIn(outcome) } : {}),
    maybeDone,
  });
}

function namedIn(answer: HttpResponse): string[] {
  return answer.status === 409 ? existingIn(answer) : idsIn(answer);
}

const RUN_AGAIN = "; check the network and run again";

const REFRESH = "; it may have been carried out all the same, so run `pulumi refresh` before you go on";

const MAYBE_DONE: Readonly<Record<ApiRequest["method"], string>> = {
  GET: "",
  // What became of it is for the caller to find out, and to say.
  POST: "; it may have been created all the same",
  PUT: REFRESH,
  DELETE: REFRESH,
};

/** A sign-in that did not bring tokens. */
export function signInFailed(
  configuration: Configuration,
  ending: AttemptResult,
  secrets: readonly string[],
): BluedotError {
  const { email, baseUrl, origin } = configuration;
  const doing = `Signing in to Bluedot as ${email}: POST /sessions`;
  const scene: Scene = { doing, configuration, ending, secrets };
  const { outcome } = ending;
  if (!("status" in outcome)) {
    const [kind, sentence] = unanswered(scene, outcome);
    return new BluedotError(kind, `${sentence}.`);
  }
  const { status } = outcome;
  const ofCredentials = [400, 401, 403].includes(status) || (status === 404 && isNotFound(outcome));
  const [kind, sentence] = ofCredentials
    ? credentialsRefused(`${email} at ${baseUrl} (${wordsOf(outcome, secrets)})`, origin)
    : answered(scene, outcome);
  return new BluedotError(kind, `${sentence}.`, { status });
}

function credentialsRefused(whoAndWhy: string, origin: Configuration["origin"]): Complaint {
  const advice = origin === "environment" ? CHECK_VARIABLES : `${WHERE_CREDENTIALS_ARE}; ${ROTATED}`;
  return ["authentication", `Bluedot refused to sign in ${whoAndWhy}; ${advice}`];
}

const CHECK_VARIABLES =
  "check BLUEDOT_EMAIL and BLUEDOT_PASSWORD, and that BLUEDOT_REGION or BLUEDOT_ENDPOINT is where the account lives";

const WHERE_CREDENTIALS_ARE =
  "check the config keys bluedot:email and bluedot:password, or BLUEDOT_EMAIL and BLUEDOT_PASSWORD of the environment " +
  "where those are not set, and that bluedot:region (BLUEDOT_REGION) is where the account lives";
const ROTATED =
  "if the password was changed since the last `pulumi up`, `pulumi refresh` and `pulumi destroy` still use the one " +
  "recorded then, and so does all that refreshes first (`refresh: always`): run `pulumi refresh --run-program`";

/** Signed in, and no access token in the answer: a second step is wanted that a program cannot take. */
export function noToken({ email, baseUrl, origin }: Configuration, status: number): BluedotError {
  const keys =
    origin === "environment" ? "BLUEDOT_EMAIL and BLUEDOT_PASSWORD" : "bluedot:email and bluedot:password";
  return new BluedotError(
    "authentication",
    `The sign-in of ${email} at ${baseUrl} brought no accessToken (status ${status}), as when the account asks for a ` +
      `second factor or single sign-on; use a machine user with a password alone in ${keys}.`,
    { status },
  );
}

function answered({ doing, configuration, ending, secrets }: Scene, answer: HttpResponse): Complaint {
  const { status } = answer;
  const words = wordsOf(answer, secrets);
  const tries = ending.attempts === 1 ? "" : ` after ${ending.attempts} attempts`;
  if (isSuccess(answer)) {
    if (errorTypeOf(answer) !== undefined)
      return ["refused", `${doing} was answered with an error under the status of a success (${words})`];
    if (bodyOf(answer) === "too deep")
      return [
        "unreadable",
        `${doing} was answered with JSON of more than ${DEEPEST} levels (${status}), which is not read; ${checkEndpoint(configuration)}`,
      ];
    return [
      "unreadable",
      `${doing} was answered with something that is not JSON${tries} (${words}); ${checkEndpoint(configuration)}`,
    ];
  }
  if (status >= 300 && status < 400) {
    return [
      "redirected",
      `${doing} was redirected to ${hostOf(answer, configuration.baseUrl)} (${status}) and not followed, so that no password or token goes there; ${checkEndpoint(configuration)}`,
    ];
  }
  if (ending.asked !== undefined || status === 429 || status >= 500)
    return busy(doing, status, words, tries, ending.asked);
  if (status === 404) {
    return [
      "unreadable",
      `${doing} was answered by something that does not look like the Config API (${words}); ${checkEndpoint(configuration)}`,
    ];
  }
  if (isTokenRefused(answer)) {
    const advice = `check that the account may do this, and ${checkEndpoint(configuration)}`;
    return ["authentication", `${doing} was refused with a fresh token as well (${words}); ${advice}`];
  }
  if (status === 403)
    return [
      "not-allowed",
      `${doing} is not allowed to this account (${words}); give it the permission, or use another account`,
    ];
  if (status === 409) {
    const ids = existingIn(answer).filter((id) => !words.includes(id));
    const named = ids.length === 0 ? "" : ` as ${ids.join(", ")}`;
    return ["conflict", `${doing} conflicts with what exists${named} (${words}); change one of the two`];
  }
  return ["refused", `${doing} was refused (${words}); correct it in the program and run again`];
}

function busy(
  doing: string,
  status: number,
  words: string,
  tries: string,
  asked: number | undefined,
): Complaint {
  const kind = status === 429 ? "throttled" : "unavailable";
  const what = status === 429 ? "was asked too often" : "could not answer";
  const when =
    asked === undefined
      ? "run again later"
      : `it asks to wait ${Math.ceil(asked / 1000)} s: run again after that`;
  const less = status === 429 ? ", or lower bluedot:maxConcurrency" : "";
  return [kind, `${doing}: the API ${what}${tries} (${words}); ${when}${less}`];
}

function unanswered({ doing, configuration, ending }: Scene, { code, sent, proxy }: HttpFailure): Complaint {
  const { host, hostname } = new URL(configuration.baseUrl);
  const tries = ending.attempts === 1 ? "" : ` after ${ending.attempts} attempts`;
  if (code === TOO_LARGE) {
    const most = `${LARGEST_ANSWER / 1024 / 1024} MB`;
    return [
      "unreadable",
      `${doing}: the answer is larger than ${most}, and is not read; ${checkEndpoint(configuration)}`,
    ];
  }
  if (code === PROXY_ADDRESS)
    return [
      "unreachable",
      `${doing}: HTTPS_PROXY of the environment does not name a proxy; write it as http://host:port`,
    ];
  if (proxy !== undefined && !sent) {
    const what = isProxyRefusal(code)
      ? `the proxy ${proxy} refused to connect to ${host}`
      : `no connection to ${host} through the proxy ${proxy}`;
    return [
      "unreachable",
      `${doing}: ${what}${tries} (${code}); check HTTPS_PROXY (with its http:// or https://, and with user and password where the proxy asks for them) and NO_PROXY, and bluedot:endpoint or bluedot:region`,
    ];
  }
  if (isTls(code) && !sent) {
    return [
      "unreachable",
      `${doing}: no secure connection to ${host} (${code}); ${checkEndpoint(configuration)}, and what stands between (a proxy, a certificate of your own in NODE_EXTRA_CA_CERTS)`,
    ];
  }
  if (code === "ENOTFOUND")
    return [
      "unreachable",
      `${doing}: there is no host ${hostname} (${code}); ${checkNetwork(configuration)}`,
    ];
  if (!sent)
    return [
      "unreachable",
      `${doing}: no connection to ${host}${tries} (${code}); ${checkNetwork(configuration)}`,
    ];
  const what =
    code === "ETIMEDOUT"
      ? "no whole answer came in time"
      : "the connection was lost before a whole answer came";
  return ["unanswered", `${doing}: ${what}${tries} (${code})`];
}

/** What came in a few words, for a sentence about many requests. */
export function describeOutcome(outcome: Outcome, secrets: readonly string[]): string {
  return "status" in outcome ? wordsOf(outcome, secrets) : outcome.code;
}

/** `400 ValidationError: radius must be at least 5` */
function wordsOf(answer: HttpResponse, secrets: readonly string[]): string {
  return `${answer.status} ${apiMessage(bodyForMessage(answer), secrets)}`.trim();
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
