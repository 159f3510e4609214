/** Records every request except those to the control routes, for assertions. */
import { isObject } from "./json";

/** A request as the emulator saw it, and what came of it. */
export interface RequestRecord {
  /** Counted from 1. */
  readonly number: number;
  readonly method: string;
  /** The path below the endpoint, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /**
   * By lower-case name. `authorization` is never the token itself: `Bearer <sign-in 2>` names its sign-in,
   * `Bearer <unknown>` stands for a token of no sign-in, and `<not a bearer token>` for the rest.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON that was sent, the text where it was no JSON, undefined without a body. Passwords and tokens are left out. */
  readonly body?: unknown;
  /** For `POST /sessions`: true if the password was right. */
  readonly passwordMatched?: boolean;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
  /** The kinds of the faults that acted on it. */
  readonly faults: readonly string[];
  /** The status a client can have seen; undefined while there is no answer, and when none was sent. */
  status?: number | undefined;
  /** From arrival to answer; undefined while there is none. */
  milliseconds?: number | undefined;
}

/** Selects the requests to count; an absent property matches all. */
export interface RequestMatch {
  readonly method?: string | undefined;
  /** The whole path, or an expression it must match. */
  readonly path?: string | RegExp | undefined;
  /** The status that was answered. */
  readonly status?: number | undefined;
}

/** Every request so far, oldest first. */
export class RequestLog extends Array<RequestRecord> {
  /** The results of filter and map are plain lists. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Forgets every request so far. */
  clear(): void {
    this.length = 0;
  }
}

export function countRequests(log: readonly RequestRecord[], match: RequestMatch): number {
  return log.filter((record) => isMatch(record, match)).length;
}

function isMatch(record: RequestRecord, { method, path, status }: RequestMatch): boolean {
  if (method !== undefined && method.toUpperCase() !== record.method) return false;
  if (status !== undefined && status !== record.status) return false;
  if (typeof path === "string") return path === record.path;
  return path === undefined || new RegExp(path).test(record.path);
}

/** A session's body without its secrets. */
export function withoutSecrets(path: string, body: unknown): unknown {
  if (path !== "/sessions") return body;
  if (!isObject(body)) return body === undefined ? undefined : left;
  const safe = Object.entries(body).map(([key, value]) => [key, key === "email" ? value : left]);
  return Object.fromEntries(safe);
}

const left = "<left out>";
