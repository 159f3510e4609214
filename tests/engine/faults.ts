/** The faults that one request can meet, their durations, and the expected outcome for each method. */
import type { Fault } from "pulumi-bluedot/emulator";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * The effect of a fault on the work:
 * - `nothing done`: the API did nothing. The request is sent again, whatever its method.
 * - `lost`: nobody knows whether the API did it. A POST is sent again only after a look for its object.
 * - `settled`: another attempt gets the same answer.
 */
type Meaning = "nothing done" | "lost" | "settled";

export interface FaultRow {
  readonly title: string;
  readonly fault: Fault;
  readonly meaning: Meaning;
  /** True if the API carries out the request nevertheless. */
  readonly done: boolean;
  /**
   * The text of the error after method and path if the fault does not pass. `{url}` stands for the endpoint.
   */
  readonly says: (tries: string) => string;
  /** The end of the error for a request that cannot have changed anything. Default: none. */
  readonly ofGet?: string;
}

/** On how many requests in a row it acts. */
export interface Duration {
  readonly title: string;
  readonly times: number | "forever";
}

/** The first attempt, one in the middle, all but the last, and all. */
export const durations: readonly Duration[] = [
  { title: "once", times: 1 },
  { title: "twice", times: 2 },
  { title: "four times", times: 4 },
  { title: "for ever", times: "forever" },
];

export interface Ending {
  /** The number of times the request is sent. */
  readonly requests: number;
  /** The text of the error after method and path; undefined if the request succeeds. */
  readonly says?: string;
  /** True if a POST has created its object. */
  readonly made: boolean;
}

const MOST_ATTEMPTS = 5;
/** A POST that may have been carried out is sent again only if a list shows that it was not. */
const MOST_SENDS = 3;

/** Returns the outcome of a request that meets the fault so many times. */
export function endingOf(row: Omit<FaultRow, "fault">, method: Method, times: Duration["times"]): Ending {
  const { meaning, done, says, ofGet = "" } = row;
  const asked = times === "forever" ? Number.POSITIVE_INFINITY : times;
  if (meaning === "settled") return { requests: 1, says: `${says("")}.`, made: false };
  const lostPost = meaning === "lost" && method === "POST";
  if (lostPost && done) return { requests: 1, made: true };
  const most = lostPost ? MOST_SENDS : MOST_ATTEMPTS;
  if (asked < most) return { requests: asked + 1, made: true };
  const tries = ` after ${MOST_ATTEMPTS} attempts`;
  if (lostPost) return { requests: most, says: `${says("")}${lookedFor}.`, made: false };
  if (meaning === "nothing done") return { requests: most, says: `${says(tries)}.`, made: false };
  return { requests: most, says: `${says(tries)}${method === "GET" ? ofGet : lookFirst}.`, made: false };
}

const lookedFor = "; it may have been created all the same: it was looked for and is not there, so run again";
const lookFirst = "; it may have been carried out all the same, so run `pulumi refresh` before you go on";
const checkEndpoint = "check bluedot:endpoint or bluedot:region, which lead to {url}";
const checkNetwork = "; check the network and run again";

const busy = (status: number, words: string) => (tries: string) =>
  `: the API could not answer${tries} (${`${status} ${words}`.trim()}); run again later`;
const throttled = (then: string) => (tries: string) =>
  `: the API was asked too often${tries} (429 ResourceExceededError: Too many requests); ${then}, or lower bluedot:maxConcurrency`;
const noJson = (words: string) => (tries: string) =>
  ` was answered with something that is not JSON${tries} (${words}); ${checkEndpoint}`;

const status = (code: number, more: object = {}): Fault => ({ kind: "status", status: code, ...more });
const elsewhere = { location: "https://login.example.com/x?token=canary" };

/** Nobody knows what became of it. */
function lost(title: string, fault: Fault, says: FaultRow["says"], ofGet = ""): FaultRow {
  const done = fault.kind === "late" || ("when" in fault && fault.when === "after");
  return { title, fault, meaning: "lost", done: done || fault.kind === "truncate", says, ofGet };
}

/** No whole answer came. */
function unanswered(title: string, fault: Fault, code = "ECONNRESET"): FaultRow {
  const what =
    code === "ETIMEDOUT"
      ? "no whole answer came in time"
      : "the connection was lost before a whole answer came";
  return lost(title, fault, (tries) => `: ${what}${tries} (${code})`, checkNetwork);
}

function undone(title: string, fault: Fault, says: FaultRow["says"]): FaultRow {
  return { title, fault, meaning: "nothing done", done: false, says };
}

function settled(title: string, fault: Fault, says: string): FaultRow {
  return { title, fault, meaning: "settled", done: false, says: () => says };
}

/** Those that may pass: each is tried for every duration. */
export const passing: readonly FaultRow[] = [
  lost("500 in the API's words", status(500), busy(500, "ServerError: Internal server error")),
  lost("502 with a page", status(502, { body: "html" }), busy(502, "Service")),
  lost("503", status(503), busy(503, "Service Unavailable")),
  lost("503 without a word", status(503, { body: "empty" }), busy(503, "")),
  lost("504 after the work", status(504, { when: "after" }), busy(504, "Endpoint request timed out")),
  lost("504 and the work later", { kind: "late", ms: 1 }, busy(504, "Endpoint request timed out")),
  unanswered("a connection that ends", { kind: "close" }),
  unanswered("a connection that ends after the work", { kind: "close", when: "after" }),
  unanswered("a connection that is reset", { kind: "close", reset: true }),
  unanswered("a connection that is reset after the work", { kind: "close", reset: true, when: "after" }),
  unanswered(
    "an answer that stops early",
    { kind: "truncate", how: "short" },
    "ERR_HTTP_CONTENT_LENGTH_MISMATCH",
  ),
  unanswered("silence", { kind: "silence" }, "ETIMEDOUT"),
  unanswered("silence after the work", { kind: "silence", when: "after" }, "ETIMEDOUT"),
  lost("a page in place of an answer", { kind: "html" }, noJson("200 Service")),
  undone("429", status(429), throttled("run again later")),
  undone(
    "429 with a time to wait",
    status(429, { retryAfter: 2 }),
    throttled("it asks to wait 2 s: run again after that"),
  ),
  undone(
    "429 with a date to wait for",
    status(429, { retryAfter: "Wed, 21 Oct 2015 07:28:00 GMT" }),
    throttled("it asks to wait 0 s: run again after that"),
  ),
  undone(
    "429 without a word",
    status(429, { body: "empty" }),
    (tries) =>
      `: the API was asked too often${tries} (429); run again later, or lower bluedot:maxConcurrency`,
  ),
  lost(
    "503 with a time to wait",
    status(503, { retryAfter: 0 }),
    (tries) =>
      `: the API could not answer${tries} (503 Service Unavailable); it asks to wait 0 s: run again after that`,
  ),
];

/** A success that was cut names what it made, and so is no loss; otherwise as every answer that is no JSON. */
export const cut: FaultRow = lost("JSON that is cut", { kind: "truncate", how: "cut" }, noJson("200"));

/** Those that are the same next time. */
const lasting: readonly FaultRow[] = [
  settled(
    "429 with an hour to wait",
    status(429, { retryAfter: 3600, times: "forever" }),
    throttled("it asks to wait 3600 s: run again after that")(""),
  ),
  settled(
    "400",
    status(400),
    " was refused (400 ValidationError: Bad request); correct it in the program and run again",
  ),
  settled(
    "400 of the gateway, without a word",
    status(400, { body: "empty" }),
    " was refused (400); correct it in the program and run again",
  ),
  settled(
    "403 in the API's words",
    status(403),
    " is not allowed to this account (403 PermissionError: Forbidden); give it the permission, or use another account",
  ),
  settled(
    "a gateway's 404",
    status(404, { body: "gateway" }),
    ` was answered by something that does not look like the Config API (404 Not found); ${checkEndpoint}`,
  ),
  settled(
    "a page with 404",
    status(404, { body: "html" }),
    ` was answered by something that does not look like the Config API (404 Service); ${checkEndpoint}`,
  ),
  settled("415", status(415), " was refused (415 Status 415); correct it in the program and run again"),
  settled(
    "a redirect",
    status(307, { headers: elsewhere, body: "empty" }),
    ` was redirected to login.example.com (307) and not followed, so that no password or token goes there; ${checkEndpoint}`,
  ),
];

interface RefusalRow {
  readonly title: string;
  readonly fault: Fault;
  readonly requests: number;
  readonly says?: string;
}

const unfit = "was refused with a fresh token as well";
const fit =
  "check that the account may do this, and check bluedot:endpoint or bluedot:region, which lead to {url}";

/** The faults of a token. The request is sent once more, with another token. */
const refusals: readonly RefusalRow[] = [
  { title: "an expired token", fault: { kind: "expireTokens" }, requests: 2 },
  { title: "a token that is refused once", fault: { kind: "unauthorized" }, requests: 2 },
  {
    title: "a gateway's 403 that is over with a new token",
    fault: status(403, { body: "gateway" }),
    requests: 2,
  },
  {
    title: "tokens that are always refused",
    fault: { kind: "unauthorized", times: "forever" },
    requests: 2,
    says: ` ${unfit} (401 Unauthorized); ${fit}.`,
  },
  {
    title: "a gateway's 403 for ever",
    fault: status(403, { body: "gateway", times: "forever" }),
    requests: 2,
    says: ` ${unfit} (403 Forbidden); ${fit}.`,
  },
];

/** The faults that no waiting ends, those of a token too. Each outcome is the same for every method. */
export const unchanging: readonly {
  readonly title: string;
  readonly fault: Fault;
  readonly ending: Ending;
}[] = [
  ...lasting.map((row) => ({ ...row, ending: endingOf(row, "GET", 1) })),
  ...refusals.map((row) => ({ ...row, ending: { ...row, made: row.says === undefined } })),
];
