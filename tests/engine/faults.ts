/** What can go wrong with one request, and what each method has to come to then. */
import type { Fault } from "pulumi-bluedot/emulator";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

interface Ending {
  /** How often it is asked; undefined where that depends on what was asked before. */
  readonly requests?: number;
  /** What the error says after method and path, `{url}` for the endpoint; undefined where it goes well. */
  readonly says?: string;
}

export interface FaultRow {
  readonly title: string;
  readonly fault: Fault;
  readonly endings: Readonly<Record<Method, Ending>>;
  /** Whether the API has made what a POST asks for. */
  readonly made: boolean;
}

/** Without them it is certain that nothing was done, or that it does not matter. */
const lookFirst: Readonly<Record<Method, string>> = {
  GET: "",
  POST: "; it may have been created all the same and is not sent twice, so look for it in Bluedot's console before you run again",
  PUT: "; it may have been carried out all the same, so run `pulumi refresh` before you go on",
  DELETE: "; it may have been carried out all the same, so run `pulumi refresh` before you go on",
};
const checkEndpoint = "check bluedot:endpoint or bluedot:region, which lead to {url}";

/** It is over at the second request; a POST is not sent a second time. */
function passing(title: string, fault: Fault, says: (tries: string) => string): FaultRow {
  const well: Ending = { requests: 2 };
  const POST = { requests: 1, says: `${says("")}${lookFirst.POST}.` };
  const made = "when" in fault ? fault.when === "after" : fault.kind === "truncate";
  return { title, fault, endings: { GET: well, PUT: well, DELETE: well, POST }, made };
}

/** It does not pass; `ofGet` is what to do where nothing can have been done. */
function lasting(title: string, fault: Fault, says: (tries: string) => string, ofGet = ""): FaultRow {
  const tries = " after 5 attempts";
  const repeated = (method: Method): Ending => ({ requests: 5, says: `${says(tries)}${lookFirst[method]}.` });
  return {
    title,
    fault: { ...fault, times: "forever" },
    endings: {
      GET: { requests: 5, says: `${says(tries)}${ofGet}.` },
      PUT: repeated("PUT"),
      DELETE: repeated("DELETE"),
      POST: { requests: 1, says: `${says("")}${lookFirst.POST}.` },
    },
    made: false,
  };
}

/** Every method comes to the same. */
function alike(title: string, fault: Fault, ending: Ending): FaultRow {
  const endings = { GET: ending, POST: ending, PUT: ending, DELETE: ending };
  return { title, fault, endings, made: ending.says === undefined };
}

const busy = (status: number, words: string) => (tries: string) =>
  `: the API could not answer${tries} (${`${status} ${words}`.trim()}); run again later`;
const throttled = (tries: string, then: string) =>
  `: the API was asked too often${tries} (429 ResourceExceededError: Too many requests); ${then}, or lower bluedot:maxConcurrency.`;
const lost =
  (code = "ECONNRESET") =>
  (tries: string) =>
    `: the connection was lost before a whole answer came${tries} (${code})`;
const noJson = (words: string) => (tries: string) =>
  ` was answered with something that is not JSON${tries} (${words}); ${checkEndpoint}`;
const checkNetwork = "; check the network and run again";

const status = (code: number, more: object = {}): Fault => ({ kind: "status", status: code, ...more });
const elsewhere = { location: "https://login.example.com/x?token=canary" };
const unfit = "was refused with a fresh token as well";
const fit =
  "check that the account may do this and that bluedot:region or bluedot:endpoint is where it lives";

/** Those after which a session behaves otherwise stand last. */
export const rows: readonly FaultRow[] = [
  passing("500 in the API's words", status(500), busy(500, "ServerError: Internal server error")),
  passing("502 with a page", status(502, { body: "html" }), busy(502, "Service")),
  passing("503 without a word", status(503, { body: "empty" }), busy(503, "")),
  passing("504 after the work", status(504, { when: "after" }), busy(504, "Endpoint request timed out")),
  passing("504 and the work later", { kind: "late", ms: 1 }, busy(504, "Endpoint request timed out")),
  passing("a connection that ends", { kind: "close" }, lost()),
  passing("a connection that ends after the work", { kind: "close", when: "after" }, lost()),
  passing("a connection that is reset", { kind: "close", reset: true }, lost()),
  passing(
    "an answer that stops early",
    { kind: "truncate", how: "short" },
    lost("ERR_HTTP_CONTENT_LENGTH_MISMATCH"),
  ),
  passing("a page in place of an answer", { kind: "html" }, noJson("200 Service")),
  alike("429", status(429), { requests: 2 }),
  alike("429 with a time to wait", status(429, { retryAfter: 0 }), { requests: 2 }),
  alike("503 with a time to wait", status(503, { retryAfter: 0 }), { requests: 2 }),
  alike("an expired token", { kind: "expireTokens" }, { requests: 2 }),
  alike("a token that is refused once", { kind: "unauthorized" }, { requests: 2 }),
  alike("a gateway's 403 that is over with a new token", status(403, { body: "gateway" }), { requests: 2 }),

  lasting("500 for ever", status(500), busy(500, "ServerError: Internal server error")),
  lasting("503 for ever", status(503), busy(503, "Service Unavailable")),
  lasting("connections that always end", { kind: "close" }, lost(), checkNetwork),
  lasting("pages for ever", { kind: "html" }, noJson("200 Service")),
  alike("429 for ever", status(429, { times: "forever" }), {
    requests: 5,
    says: throttled(" after 5 attempts", "run again later"),
  }),
  alike("429 with an hour to wait", status(429, { retryAfter: 3600, times: "forever" }), {
    requests: 1,
    says: throttled("", "it asks to wait 3600 s: run again after that"),
  }),

  alike("400", status(400), {
    requests: 1,
    says: " was refused (400 ValidationError: Bad request); correct it in the program and run again.",
  }),
  alike("400 of the gateway, without a word", status(400, { body: "empty" }), {
    requests: 1,
    says: " was refused (400); correct it in the program and run again.",
  }),
  alike("403 in the API's words", status(403), {
    requests: 1,
    says: " is not allowed to this account (403 PermissionError: Forbidden); give it the permission, or use another account.",
  }),
  alike("a gateway's 404", status(404, { body: "gateway" }), {
    requests: 1,
    says: ` was answered by something that does not look like the Config API (404 Not found); ${checkEndpoint}.`,
  }),
  alike("a page with 404", status(404, { body: "html" }), {
    requests: 1,
    says: ` was answered by something that does not look like the Config API (404 Service); ${checkEndpoint}.`,
  }),
  alike("415", status(415), {
    requests: 1,
    says: " was refused (415 Status 415); correct it in the program and run again.",
  }),
  alike("a redirect", status(307, { headers: elsewhere, body: "empty" }), {
    requests: 1,
    says: ` was redirected to login.example.com (307) and not followed, so that no password or token goes there; ${checkEndpoint}.`,
  }),
  alike(
    "tokens that are always refused",
    { kind: "unauthorized", times: "forever" },
    { requests: 2, says: ` ${unfit} (401 Unauthorized); ${fit}.` },
  ),
  alike("a gateway's 403 for ever", status(403, { body: "gateway", times: "forever" }), {
    says: ` ${unfit} (403 Forbidden); ${fit}.`,
  }),
];
