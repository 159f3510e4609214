/** The one error of this provider: its parts are data, and its message is rendered here and nowhere else. */
import { inspect } from "node:util";

import { printable } from "./printable";

/**
 * The kind of an error, by which code distinguishes cases:
 * - `configuration`: a setting is missing or wrong; nothing was sent.
 * - `authentication`: the API refused the sign-in or the token.
 * - `refused`: the API did not accept the request as it is.
 * - `not-allowed`: the account lacks the permission.
 * - `conflict`: the request conflicts with an object that exists or has changed.
 * - `exists`: an equal object exists already, and a person has to decide.
 * - `missing`: an object to which the program refers does not exist.
 * - `throttled`: the API received too many requests.
 * - `unavailable`: the API answered that it cannot answer now.
 * - `unreachable`: no connection was made; nothing was sent.
 * - `unanswered`: the request was sent, and no whole answer came.
 * - `unreadable`: an answer came that the Config API would not give.
 * - `redirected`: the answer is a redirect, which is not followed with a token.
 */
export type BluedotErrorKind =
  | "configuration"
  | "authentication"
  | "refused"
  | "not-allowed"
  | "conflict"
  | "exists"
  | "missing"
  | "throttled"
  | "unavailable"
  | "unreachable"
  | "unanswered"
  | "unreadable"
  | "redirected";

/** One piece of advice, and the mark that joins it to the text before it. */
interface Advice {
  readonly text: string;
  readonly joint: Joint;
}

/** `; ` begins a clause, `: ` explains the text before it, and `. ` begins a sentence. */
type Joint = "; " | ": " | ". ";

/** The parts of an error beside its kind and its problem; each is absent by default. */
export interface BluedotErrorDetails {
  /** The resource or function that failed; the message begins with it: `Zone "cafe"`. */
  readonly subject?: string;
  /** The request that failed, without its query: `POST /zones`. */
  readonly request?: string;
  /** The HTTP status of the answer. */
  readonly status?: number;
  /** The API's own message without secrets, also an empty one; the message shows it after the status. */
  readonly apiMessage?: string;
  /** The code of the network, such as `ETIMEDOUT`, if no answer came. */
  readonly code?: string;
  /** The next steps for the user, each without its full stop. */
  readonly advice?: readonly (string | Advice)[];
  readonly maybeDone?: boolean;
  readonly namedIds?: readonly string[];
  readonly objectId?: string;
}

/**
 * An error meant for the user of the provider. It has no stack, since the engine would print it, and it never
 * holds the error of a library, since those carry requests with their password or token.
 *
 * @example
 * if (error instanceof BluedotError && error.maybeDone) console.log("Look before running again.");
 */
export class BluedotError extends Error {
  override readonly name = "BluedotError";
  readonly kind: BluedotErrorKind;
  /** The HTTP status of the answer; undefined if none came. */
  readonly status: number | undefined;
  /** True if the API may have carried out the request although no usable answer came. */
  readonly maybeDone: boolean;
  /** The ids of the objects in conflict, or the ids in a success that was not readable as a whole. */
  readonly namedIds: readonly string[];
  /** The id of the object in conflict; undefined if there is none. */
  readonly objectId: string | undefined;
  readonly #problem: string;
  readonly #details: BluedotErrorDetails;

  /**
   * @param problem what failed; after a subject or a request it continues the sentence (`was refused`) or begins with a
   *   colon (`: the API could not answer`)
   */
  constructor(kind: BluedotErrorKind, problem: string, details: BluedotErrorDetails = {}) {
    super(printable(rendered(problem, details)));
    this.stack = "";
    this.kind = kind;
    this.status = details.status;
    this.maybeDone = details.maybeDone ?? false;
    this.namedIds = details.namedIds ?? [];
    this.objectId = details.objectId;
    this.#problem = problem;
    this.#details = details;
  }

  /**
   * The same error with one more piece of advice.
   *
   * @param text without its full stop
   * @param joint joins it to the message so far
   */
  withAdvice(text: string, joint: Joint = "; "): BluedotError {
    const { advice = [] } = this.#details;
    return new BluedotError(this.kind, this.#problem, {
      ...this.#details,
      advice: [...advice, { text, joint }],
    });
  }

  /** The resource or function that failed. */
  get subject(): string | undefined {
    return this.#details.subject;
  }

  /** The method and path of the request that failed. */
  get request(): string | undefined {
    return this.#details.request;
  }

  /** The API's own message, without secrets; undefined if the API did not answer. */
  get apiMessage(): string | undefined {
    return this.#details.apiMessage;
  }

  [inspect.custom](): string {
    return this.message;
  }

  /**
   * Pulumi knows an error of a program by this mark, and shows its message alone.
   *
   * @internal
   */
  get __pulumiRunError(): true {
    return true;
  }
}

/** The message: subject, request, problem, the answer in brackets, advice. */
function rendered(problem: string, details: BluedotErrorDetails): string {
  const { subject, request, status, apiMessage, code, advice = [] } = details;
  const head = [subject, request].filter((part) => part !== undefined).join(": ");
  const space = head === "" || problem.startsWith(":") ? "" : " ";
  const answer = apiMessage === undefined ? code : `${status ?? ""} ${apiMessage}`.trim();
  const parts = [head, space, problem, answer === undefined ? "" : ` (${answer})`];
  // A problem alone may be a whole text of several lines, and is shown as it is.
  if (advice.length === 0) return `${parts.join("")}${head === "" && answer === undefined ? "" : "."}`;
  const pieces = advice.map((piece) =>
    typeof piece === "string" ? `; ${piece}` : `${piece.joint}${piece.text}`,
  );
  return `${withoutFullStop(parts.join(""))}${pieces.join("")}.`;
}

/** A sentence as the beginning of a longer one. */
export function withoutFullStop(sentence: string): string {
  return sentence.endsWith(".") ? sentence.slice(0, -1) : sentence;
}

const OUTAGES: readonly BluedotErrorKind[] = ["unavailable", "throttled", "unreachable", "unanswered"];

/** An outage is an error that other requests would meet too, and not a fault of the one request. */
export function isOutage(error: unknown): boolean {
  return error instanceof BluedotError && OUTAGES.includes(error.kind);
}

/** Fewer failures in a row are no outage: the API may fail on one object for ever and answer all other requests. */
export const OUTAGE_AFTER = 3;
