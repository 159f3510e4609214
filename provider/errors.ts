/** The one error of this provider: a sentence that a person can act on, and nothing that must stay secret. */
import { inspect } from "node:util";

import { isObject, isString, type Json } from "./json";
import { isSecretName, withoutNamedSecrets } from "./secret-names";
import { printable } from "./printable";

/**
 * What went wrong, for those who must tell cases apart:
 * - `configuration`: a setting is missing or wrong; nothing was sent.
 * - `authentication`: the sign-in or the token was refused.
 * - `refused`: the API did not accept the request as it is.
 * - `not-allowed`: the account lacks the permission.
 * - `conflict`: it conflicts with something that exists or has changed.
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
  /** The ids of what is in the way, or those that stand in a success which could not be read whole. */
  readonly namedIds: readonly string[];
  /** The id of the object that is in the way; undefined where there is none. */
  readonly objectId: string | undefined;

  constructor(
    kind: BluedotErrorKind,
    sentence: string,
    { status, maybeDone = false, namedIds = [], objectId }: BluedotErrorDetails = {},
  ) {
    super(printable(sentence));
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
/** Of a longer body the rest is not looked at, nor what may be the beginning of a secret there. */
const LONGEST_READ = { looked: 25_000, taken: 20_000 };

/**
 * What an answer says, in its own words on one line: `ValidationError: radius: must be at least 5`. Empty where it
 * says nothing. Longer than 400 characters is cut.
 *
 * @param said the parsed body, or its text where it is not JSON (a page of HTML, for one)
 * @param secrets never appear in the result, whatever the answer holds
 */
export function apiMessage(said: Json | undefined, secrets: readonly string[] = []): string {
  const clean = (text: string) => redacted(text, secrets);
  const words = plain(isString(said) ? clean(said) : spoken(said, clean));
  return words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS)}…`;
}

type Clean = (text: string) => string;

/** The API's shape, then the gateway's, then whatever it is. */
function spoken(said: Json | undefined, clean: Clean): string {
  if (said === undefined || said === null) return "";
  if (!isObject(said)) return clean(textOf(said));
  const { errorType, errorMessages } = said;
  if (isString(errorType))
    return [clean(errorType), spokenMessages(errorMessages, clean)].filter((part) => part !== "").join(": ");
  const message = said["message"] ?? said["Message"];
  return clean(isString(message) ? message : textOf(said));
}

/** `errorDescription` first and without its key, then the fields that it does not speak of already. */
function spokenMessages(messages: Json | undefined, clean: Clean): string {
  if (!isObject(messages)) return messages === undefined ? "" : clean(textOf(messages));
  const { errorDescription, ...fields } = messages;
  const described = errorDescription === undefined ? "" : textOf(errorDescription);
  const ofFields = Object.entries(fields)
    .map(([field, value]) => [field, textOf(value)] as const)
    .filter(([field, text]) => !(described.includes(field) && described.includes(text)))
    .map(([field, text]) => `${clean(field)}: ${clean(text)}`);
  return [...(described === "" ? [] : [clean(described)]), ...ofFields].join("; ");
}

function textOf(value: Json): string {
  if (isString(value)) return value;
  return JSON.stringify(value, (key, part: unknown) => (isSecretName(key) ? "[redacted]" : part));
}

function redacted(whole: string, secrets: readonly string[]): string {
  const text = whole.slice(0, LONGEST_READ.looked);
  // Longest first, so that a secret which holds another is not left in part.
  const forms = [...new Set(secrets.flatMap(written))].filter((form) => form !== "");
  const known = forms
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replace(found(form), "[redacted]"), text);
  const clean = withoutNamedSecrets(
    known
      .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 [redacted]")
      .replace(/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, "[redacted]"),
  );
  return text === whole ? clean : clean.slice(0, LONGEST_READ.taken);
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

/** One line without tags. */
function plain(text: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  const untagged = /<(!doctype|html|head|body)\b/i.test(text)
    ? (title ?? "") || text.replace(/<(script|style)\b.*?<\/\1>/gis, " ").replace(/<[^>]*>/g, " ")
    : text;
  return printable(
    untagged
      .replace(/\s+/g, " ")
      .replace(/\s*\.\s*$/, "")
      .trim(),
  );
}
