/** The errors of failed requests and sign-ins, with the next step for the user. */
import type { Configuration } from "../configuration";
import { BluedotError } from "../errors";
import { faultOf, messageOf } from "./fault";
import { existingIn, idsIn, isNotFound } from "./response";
import type { AttemptResult } from "./retry";
import type { ApiRequest } from "./request";
import type { HttpResponse, Outcome } from "./http";

/** The error of a request that ended neither in a success nor in the API's own "not found". */
export function callFailed(
  { subject, method, path }: ApiRequest,
  configuration: Configuration,
  result: AttemptResult,
  secrets: readonly string[],
): BluedotError {
  const { outcome } = result;
  const maybeDone = result.maybeDone && method !== "GET";
  const { kind, problem, advice, ...answer } = faultOf({ configuration, result, secrets });
  const last = maybeDone ? MAYBE_DONE[method] : kind === "unanswered" ? RUN_AGAIN : "";
  return new BluedotError(kind, problem, {
    subject,
    request: `${method} ${path}`,
    ...answer,
    ...("status" in outcome && { status: outcome.status, namedIds: namedIn(outcome) }),
    advice: [advice, last].filter((clause) => clause !== ""),
    maybeDone,
  });
}

function namedIn(answer: HttpResponse): string[] {
  return answer.status === 409 ? existingIn(answer) : idsIn(answer);
}

const RUN_AGAIN = "check the network and run again";

const REFRESH = "it may have been carried out all the same, so run `pulumi refresh` before you go on";

const MAYBE_DONE: Readonly<Record<ApiRequest["method"], string>> = {
  GET: "",
  // The caller looks for the object, and adds the result.
  POST: "it may have been created all the same",
  PUT: REFRESH,
  DELETE: REFRESH,
};

/** The error of a sign-in that brought no tokens. */
export function signInFailed(
  configuration: Configuration,
  result: AttemptResult,
  secrets: readonly string[],
): BluedotError {
  const { email, baseUrl, origin } = configuration;
  const { outcome } = result;
  const isRefused =
    "status" in outcome &&
    ([400, 401, 403].includes(outcome.status) || (outcome.status === 404 && isNotFound(outcome)));
  if (isRefused) {
    return new BluedotError("authentication", `Bluedot refused to sign in ${email} at ${baseUrl}`, {
      status: outcome.status,
      apiMessage: messageOf(outcome, secrets),
      advice: origin === "environment" ? [CHECK_VARIABLES] : [CHECK_KEYS, ROTATED],
    });
  }
  const { kind, problem, advice, ...answer } = faultOf({ configuration, result, secrets });
  return new BluedotError(kind, problem, {
    subject: `Signing in to Bluedot as ${email}`,
    request: "POST /sessions",
    ...answer,
    ...("status" in outcome && { status: outcome.status }),
    advice: advice === "" ? [] : [advice],
  });
}

const CHECK_VARIABLES =
  "check BLUEDOT_EMAIL and BLUEDOT_PASSWORD, and that BLUEDOT_REGION or BLUEDOT_ENDPOINT is where the account lives";

const CHECK_KEYS =
  "check the config keys bluedot:email and bluedot:password, or BLUEDOT_EMAIL and BLUEDOT_PASSWORD of the environment " +
  "where those are not set, and that bluedot:region (BLUEDOT_REGION) is where the account lives";
const ROTATED =
  "if the password was changed since the last `pulumi up`, `pulumi refresh` and `pulumi destroy` still use the one " +
  "recorded then, and so does all that refreshes first (`refresh: always`): run `pulumi refresh --run-program`";

/** The sign-in succeeded without an access token: the account asks for a second step that a program cannot take. */
export function noToken({ email, baseUrl, origin }: Configuration, status: number): BluedotError {
  const keys =
    origin === "environment" ? "BLUEDOT_EMAIL and BLUEDOT_PASSWORD" : "bluedot:email and bluedot:password";
  return new BluedotError(
    "authentication",
    `The sign-in of ${email} at ${baseUrl} brought no accessToken (status ${status}), as when the account asks for a ` +
      "second factor or single sign-on",
    { status, advice: [`use a machine user with a password alone in ${keys}`] },
  );
}

/** The outcome in a few words, for a sentence about many requests: `400 ValidationError: radius: must be at least 5`. */
export function describeOutcome(outcome: Outcome, secrets: readonly string[]): string {
  return "status" in outcome ? `${outcome.status} ${messageOf(outcome, secrets)}`.trim() : outcome.code;
}
