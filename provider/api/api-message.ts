/** The API's own message of an answer, on one line and with nothing that must stay secret. */
import { isObject, isString, type Json } from "../json";
import { isSecretName, withoutNamedSecrets } from "../secret-names";
import { printable } from "../printable";

const MAX_MESSAGE = 400;
/** A longer body is cut: more is searched than is kept, since the cut may halve a secret. */
const MAX_BODY = { searched: 25_000, kept: 20_000 };

/**
 * The message of an answer on one line: `ValidationError: radius: must be at least 5`. Empty if the body has none; cut
 * after 400 characters.
 *
 * @param body the parsed body, or its text if it is not JSON (a page of HTML, for one)
 * @param secrets never appear in the result, whatever the answer holds
 */
export function apiMessage(body: Json | undefined, secrets: readonly string[] = []): string {
  const clean = (text: string) => redacted(text, secrets);
  const message = plain(isString(body) ? clean(body) : messageIn(body, clean));
  return message.length <= MAX_MESSAGE ? message : `${message.slice(0, MAX_MESSAGE)}…`;
}

type Clean = (text: string) => string;

/** The API's shape first, then the gateway's, then any other JSON. */
function messageIn(body: Json | undefined, clean: Clean): string {
  if (body === undefined || body === null) return "";
  if (!isObject(body)) return clean(textOf(body));
  const { errorType, errorMessages } = body;
  if (isString(errorType))
    return [clean(errorType), fieldMessages(errorMessages, clean)].filter((part) => part !== "").join(": ");
  const message = body["message"] ?? body["Message"];
  return clean(isString(message) ? message : textOf(body));
}

/** `errorDescription` first and without its key, then the fields that it does not name already. */
function fieldMessages(messages: Json | undefined, clean: Clean): string {
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
  const text = whole.slice(0, MAX_BODY.searched);
  // Longest first: a secret may contain another.
  const forms = [...new Set(secrets.flatMap(encodings))].filter((form) => form !== "");
  const withoutSecrets = forms
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replace(patternOf(form), "[redacted]"), text);
  const clean = withoutNamedSecrets(
    withoutSecrets
      .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 [redacted]")
      .replace(/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, "[redacted]"),
  );
  return text === whole ? clean : clean.slice(0, MAX_BODY.kept);
}

/** Matches the form anywhere; a short one, such as a number, only as a whole word or number. */
function patternOf(form: string): RegExp {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return new RegExp(form.length < 6 ? `(?<!\\w|\\d\\.)${escaped}(?!\\w|\\.\\d)` : escaped, "g");
}

/** The forms of a secret in plain text, JSON, a URL and HTML. */
function encodings(secret: string): string[] {
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    secret.isWellFormed() ? encodeURIComponent(secret) : secret,
    html,
    html.replaceAll('"', "&quot;"),
  ];
}

/** The text on one line, without tags of HTML. */
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
