/** The faults that can be injected, and the requests they act on. */
import { z } from "zod";

import { listOf, type Json } from "../json";

/** The requests that a fault acts on. */
export interface FaultMatch {
  /** The HTTP method, or several of them. Default: every method that the fault can act on. */
  readonly method?: string | readonly string[] | undefined;
  /**
   * A regular expression the path must match, without the query. Default: every path of the API; for `expireTokens`,
   * `unauthorized` and the faults about objects every path but `/sessions`.
   *
   * @example /^\/zones$/
   */
  readonly path?: string | RegExp | undefined;
  /** The number of matching requests that pass before the fault begins. Default 0. */
  readonly skip?: number | undefined;
  /**
   * The number of requests it acts on. Default 1; `"forever"` for `rateLimit`, `readLag`, `normalize` and
   * `endlessPages`.
   */
  readonly times?: number | "forever" | undefined;
  /** The chance, 0 to 1, that it acts on a matching request, by the emulator's `seed`. Default 1. */
  readonly probability?: number | undefined;
  /**
   * The moment it acts: before or after the API does the work. If a fault ends the request before the work,
   * the work is not done. Default `"before"`; `"after"` for `truncate` and `trickle`. Not used by
   * `rateLimit`, `late` and the faults about objects: they define themselves when the work is done.
   */
  readonly when?: "before" | "after" | undefined;
}

/** Waits, then goes on. */
export interface DelayFault extends FaultMatch {
  readonly kind: "delay";
  /** Milliseconds. */
  readonly ms: number;
}

/** Answers with a status, such as 504 after the work was done. */
export interface StatusFault extends FaultMatch {
  readonly kind: "status";
  /** 200 to 599. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The `Retry-After` header: seconds, or the text of a date. */
  readonly retryAfter?: number | string | undefined;
  /**
   * `"vendor"` (`errorType` and `errorMessages`), `"gateway"` (`message`), `"html"`, `"empty"`, or a JSON body of
   * your own. Default: `"vendor"` for the statuses the vendor names (400, 403, 404, 429, 500), else `"gateway"`.
   */
  readonly body?: "vendor" | "gateway" | "html" | "empty" | { readonly json: Json } | undefined;
}

/** Answers 429 ResourceExceededError to what comes faster than a rate. */
export interface RateLimitFault extends FaultMatch {
  readonly kind: "rateLimit";
  /** Requests a second that pass. */
  readonly requestsPerSecond: number;
  /** The number of requests at once after a pause. Default: `requestsPerSecond`, at least 1. */
  readonly burst?: number | undefined;
  /** The form of `Retry-After`. Default `"seconds"`. */
  readonly retryAfter?: "seconds" | "date" | "none" | undefined;
}

/** Closes the connection without an answer. */
export interface CloseFault extends FaultMatch {
  readonly kind: "close";
  /** By a reset (`ECONNRESET`) in place of an orderly end. Default false. */
  readonly reset?: boolean | undefined;
}

/** Never answers, and keeps the connection open. */
export interface SilenceFault extends FaultMatch {
  readonly kind: "silence";
}

/**
 * Answers with a part of the body: `"short"` declares the whole length and closes the connection early, `"cut"` is a
 * proper answer whose JSON ends in the middle.
 */
export interface TruncateFault extends FaultMatch {
  readonly kind: "truncate";
  readonly how: "short" | "cut";
}

/** Answers with a page of HTML. */
export interface HtmlFault extends FaultMatch {
  readonly kind: "html";
  /** Default 200. */
  readonly status?: number | undefined;
}

/** Expires every access token; the request itself then goes on, and is refused if it carries one. */
export interface ExpireTokensFault extends FaultMatch {
  readonly kind: "expireTokens";
}

/** Answers 401 as for an expired token, though the token goes on being good. */
export interface UnauthorizedFault extends FaultMatch {
  readonly kind: "unauthorized";
}

/** Answers 504 at once and does the work some time later. */
export interface LateFault extends FaultMatch {
  readonly kind: "late";
  /** Milliseconds from the answer until the work is done. */
  readonly ms: number;
}

/** Answers 200 with a body that says that something failed. */
export interface ErrorInSuccessFault extends FaultMatch {
  readonly kind: "errorInSuccess";
  /** Default `"ServerError"`. */
  readonly errorType?: string | undefined;
}

/** Answers a byte at a time. */
export interface TrickleFault extends FaultMatch {
  readonly kind: "trickle";
  /** Default 1. */
  readonly bytesPerSecond?: number | undefined;
}

/** Answers GET, PUT or POST of an object with another object of its collection, where there is one. */
export interface OtherBodyFault extends FaultMatch {
  readonly kind: "otherBody";
  /** The id of the object that is answered. Default: the first other one. */
  readonly id?: string | undefined;
}

/** Hides what a POST made from reads and lists, as a copy of the data does that lags behind. */
export interface ReadLagFault extends FaultMatch {
  readonly kind: "readLag";
  /** Milliseconds from the answer to the POST. */
  readonly ms: number;
}

/** Stores names trimmed and in Unicode's form NFC, and coordinates rounded. */
export interface NormalizeFault extends FaultMatch {
  readonly kind: "normalize";
  /** Decimals of a coordinate. Default 6. */
  readonly decimals?: number | undefined;
}

/** Gives every page of a list, the last one too, a token of a page that follows. */
export interface EndlessPagesFault extends FaultMatch {
  readonly kind: "endlessPages";
  /** After the last page the list begins `"again"`, or all pages are `"empty"`. Default `"again"`. */
  readonly then?: "again" | "empty" | undefined;
}

/** Something that goes wrong. */
export type Fault =
  | DelayFault
  | StatusFault
  | RateLimitFault
  | CloseFault
  | SilenceFault
  | TruncateFault
  | HtmlFault
  | ExpireTokensFault
  | UnauthorizedFault
  | LateFault
  | ErrorInSuccessFault
  | TrickleFault
  | OtherBodyFault
  | ReadLagFault
  | NormalizeFault
  | EndlessPagesFault;

const match = {
  method: z.union([z.string(), z.array(z.string())]).optional(),
  path: z.union([z.instanceof(RegExp), z.string().refine(isPattern, "is no regular expression")]).optional(),
  skip: z.int().min(0).optional(),
  times: z.union([z.literal("forever"), z.number().min(0)]).optional(),
  probability: z.number().min(0).max(1).optional(),
  when: z.enum(["before", "after"]).optional(),
};

const ms = z.number().min(0);
const status = z.int().min(200).max(599);

/** A fault as a control request or a program gives it: a misspelt property is refused. */
export const fault: z.ZodType<Fault> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("delay"), ...match, ms }),
  z.strictObject({
    kind: z.literal("status"),
    ...match,
    status,
    headers: z.record(z.string(), z.string()).optional(),
    retryAfter: z.union([z.number().min(0), z.string()]).optional(),
    body: z
      .union([z.enum(["vendor", "gateway", "html", "empty"]), z.strictObject({ json: z.json() })])
      .optional(),
  }),
  z.strictObject({
    kind: z.literal("rateLimit"),
    ...match,
    requestsPerSecond: z.number().positive(),
    burst: z.number().min(1).optional(),
    retryAfter: z.enum(["seconds", "date", "none"]).optional(),
  }),
  z.strictObject({ kind: z.literal("close"), ...match, reset: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("silence"), ...match }),
  z.strictObject({ kind: z.literal("truncate"), ...match, how: z.enum(["short", "cut"]) }),
  z.strictObject({ kind: z.literal("html"), ...match, status: status.optional() }),
  z.strictObject({ kind: z.literal("expireTokens"), ...match }),
  z.strictObject({ kind: z.literal("unauthorized"), ...match }),
  z.strictObject({ kind: z.literal("late"), ...match, ms }),
  z.strictObject({ kind: z.literal("errorInSuccess"), ...match, errorType: z.string().optional() }),
  z.strictObject({ kind: z.literal("trickle"), ...match, bytesPerSecond: z.number().positive().optional() }),
  z.strictObject({ kind: z.literal("otherBody"), ...match, id: z.string().optional() }),
  z.strictObject({ kind: z.literal("readLag"), ...match, ms }),
  z.strictObject({ kind: z.literal("normalize"), ...match, decimals: z.int().min(0).max(15).optional() }),
  z.strictObject({ kind: z.literal("endlessPages"), ...match, then: z.enum(["again", "empty"]).optional() }),
]);

/** One fault or a list of them. */
export const faults = z.preprocess(listOf, z.array(fault));

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
