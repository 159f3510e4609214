/** The one error of this provider: a sentence that a person can act on, and nothing that must stay secret. */
import { inspect } from "node:util";

import { isObject, isString, type Json } from "./json";

/**
 * What went wrong, for those who must tell cases apart:
 * - `configuration`: a setting is missing or wrong; nothing was sent.
 * - `authentication`: the sign-in or the token was refused.
 * - `refused`: the API did not accept the request as it is.
 * - `not-allowed`: the account lacks the permission.
 * - `conflict`: it clashes with something that exists or has changed.
 * - `exists`: an equal object exists already, and a person has to decide.
 * - `missing`: what the program asks for does not exist.
 * - `throttled`: the API was asked too often.
 * - `unavailable`: the API answered that it cannot answer now.
 * - `unreachable`: no connection could be made; nothing was sent.
 * - `unanswered`: the request went out and no whole answer came.
 * - `unreadable`: an answer came that the Config API would not give.
 * - `redirected`: the answer points elsewhere, and the token is not taken there.
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

export interface BluedotErrorDetails {
  /** The HTTP status of the answer, where there was one. */
  status?: number;
  /** Default: false. */
  maybeDone?: boolean;
  /** Default: none. */
  namedIds?: readonly string[];
  /** Default: none. */
  objectId?: string;
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
  /** The HTTP status of the answer; undefined where none came. */
  readonly status: number | undefined;
  /** True when the request may have been carried out although no usable answer came. */
  readonly maybeDone: boolean;
  /** The ids that stand in a success which could not be read whole, as where its JSON was cut. */
  readonly namedIds: readonly string[];
  /** The id of the object that is in the way; undefined where there is none. */
  readonly objectId: string | undefined;

  constructor(
    kind: BluedotErrorKind,
    sentence: string,
    { status, maybeDone = false, namedIds = [], objectId }: BluedotErrorDetails = {},
  ) {
    super(sentence);
    this.stack = "";
    this.kind = kind;
    this.status = status;
    this.maybeDone = maybeDone;
    this.namedIds = namedIds;
    this.objectId = objectId;
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

const LONGEST_WORDS = 400;

/**
 * What an answer says, in its own words on one line: `ValidationError: radius: must be at least 5`. Empty where it
 * says nothing. Longer than 400 characters is cut.
 *
 * @param said the parsed body, or its text where it is not JSON (a page of HTML, for one)
 * @param secrets never appear in the result, whatever the answer holds
 */
export function apiWords(said: Json | undefined, secrets: readonly string[] = []): string {
  const words = plain(redacted(isString(said) ? said : spoken(said), secrets));
  return words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS)}…`;
}

/** The API's shape, then the gateway's, then whatever it is. */
function spoken(said: Json | undefined): string {
  if (said === undefined || said === null) return "";
  if (!isObject(said)) return JSON.stringify(said);
  const { errorType, errorMessages } = said;
  if (isString(errorType))
    return [errorType, spokenMessages(errorMessages)].filter((part) => part !== "").join(": ");
  const message = said["message"] ?? said["Message"];
  return isString(message) ? message : JSON.stringify(said);
}

/** `errorDescription` first and without its key, then the fields. */
function spokenMessages(messages: Json | undefined): string {
  if (!isObject(messages)) return messages === undefined ? "" : spokenValue(messages);
  const { errorDescription, ...fields } = messages;
  const ofFields = Object.entries(fields).map(([field, value]) => `${field}: ${spokenValue(value)}`);
  return [...(errorDescription === undefined ? [] : [spokenValue(errorDescription)]), ...ofFields].join("; ");
}

function spokenValue(value: Json): string {
  return isString(value) ? value : JSON.stringify(value);
}

/** `"accessToken":"…"`, also as JSON within JSON. */
const NAMED_SECRET = /(password|accessToken|idToken|refreshToken)(\\*["']?\s*[:=]\s*\\*["']?)[^"'\\\s,}]+/gi;

function redacted(text: string, secrets: readonly string[]): string {
  // Longest first, so that a secret which holds another is not left in part.
  const forms = [...new Set(secrets.flatMap(written))].filter((form) => form !== "");
  const known = forms
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replace(found(form), "[redacted]"), text);
  return known
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 [redacted]")
    .replace(NAMED_SECRET, "$1$2[redacted]")
    .replace(/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, "[redacted]");
}

/** Wherever it stands; a short one, such as a number, only where it is not a part of a longer word or number. */
function found(form: string): RegExp {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return new RegExp(form.length < 6 ? `(?<!\\w|\\d\\.)${escaped}(?!\\w|\\.\\d)` : escaped, "g");
}

/** A secret as it may be written in JSON, in a URL and in HTML. */
function written(secret: string): string[] {
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    secret.isWellFormed() ? encodeURIComponent(secret) : secret,
    html,
    html.replaceAll('"', "&quot;"),
  ];
}

/** One line without tags and without what a terminal would obey. */
function plain(text: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  const untagged = /<(!doctype|html|head|body)\b/i.test(text)
    ? (title ?? "") || text.replace(/<(script|style)\b.*?<\/\1>/gis, " ").replace(/<[^>]*>/g, " ")
    : text;
  return untagged
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replace(/\s*\.\s*$/, "")
    .trim();
}
