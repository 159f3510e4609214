/** The content of an answer: its body, its error, its ids. */
import { isObject, isString, type Json } from "../json";
import type { HttpResponse, Outcome } from "./http";

/** The parsed body: undefined if it is empty, "unreadable" if it is not JSON. */
export type Body = { readonly json: Json | undefined } | "unreadable" | "too deep";

/** No object of the API has a tenth of these levels; a recursion over any number of levels would end the process. */
export const DEEPEST = 100;

export function bodyOf(answer: HttpResponse): Body {
  const cached = bodies.get(answer);
  if (cached !== undefined) return cached;
  const body = parsed(answer.text);
  bodies.set(answer, body);
  return body;
}

/** A cache: a page of a list is long, and both the retry policy and the caller read it. */
const bodies = new WeakMap<HttpResponse, Body>();

function parsed(text: string): Body {
  if (text.trim() === "") return { json: undefined };
  try {
    const json: unknown = JSON.parse(text);
    if (!isJson(json)) return "unreadable";
    return isDeeper(json, DEEPEST) ? "too deep" : { json };
  } catch {
    return "unreadable";
  }
}

/** The result of `JSON.parse` is always JSON, unlike its type. */
function isJson(parsed: unknown): parsed is Json {
  return parsed !== undefined;
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** The status of a success; its body may still hold an error. */
export function isSuccess({ status }: { status: number }): boolean {
  return status >= 200 && status < 300;
}

/** The API's name of the error (`NotFoundError`); undefined if the answer is its gateway's or a proxy's. */
export function errorTypeOf(answer: HttpResponse): string | undefined {
  const body = bodyOf(answer);
  const errorType = typeof body === "object" && isObject(body.json) ? body.json["errorType"] : undefined;
  return isString(errorType) ? errorType : undefined;
}

/** The API itself answers that the object does not exist; a gateway's 404 is no such answer. */
export function isNotFound(answer: HttpResponse): boolean {
  return answer.status === 404 && errorTypeOf(answer) !== undefined;
}

/** The API refused the token, and not the request. */
export function isTokenRefused(answer: HttpResponse): boolean {
  return answer.status === 401 || (answer.status === 403 && errorTypeOf(answer) !== "PermissionError");
}

/** The API has too many requests, and did nothing. */
export function isThrottle(outcome: Outcome): boolean {
  return "status" in outcome && outcome.status === 429;
}

/** The body for a message. */
export function bodyForMessage(answer: HttpResponse): Json | undefined {
  const body = bodyOf(answer);
  if (typeof body === "object") return body.json;
  if (body === "too deep") return undefined;
  // A success that was cut may hold a token, or a header of a webhook. A page of HTML holds neither.
  return isSuccess(answer) && !answer.text.trimStart().startsWith("<") ? undefined : answer.text;
}

/** The ids in a success, also if its JSON was cut; the ids of its parts are among them. */
export function idsIn(answer: HttpResponse): string[] {
  if (!isSuccess(answer)) return [];
  return [...answer.text.matchAll(/"_id"\s*:\s*"([^"\\]+)"/g)].flatMap(([, id]) =>
    id === undefined ? [] : [id],
  );
}

/** The ids of the objects in conflict that an answer names. */
export function existingIn(answer: HttpResponse): string[] {
  const body = bodyOf(answer);
  return typeof body === "object" ? [...new Set(existingIds(body.json))] : [];
}

function existingIds(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(existingIds);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    isString(part) && EXISTING_ID.test(key) && /^[\w.~-]+$/.test(part) ? [part] : existingIds(part),
  );
}

const EXISTING_ID = /^_?id$|^existing\w*id$/i;
