/** What the API's answers hold. */
import { isObject, isString, type Json } from "../json";
import type { HttpResponse, Outcome } from "./http";

/** The parsed body: undefined where it is empty, "unreadable" where it is not JSON. */
export type Body = { readonly json: Json | undefined } | "unreadable" | "too deep";

/** No object of the API is a tenth as deep, and what goes through a value of any depth would end the process. */
export const DEEPEST = 100;

export function bodyOf(answer: HttpResponse): Body {
  const known = bodies.get(answer);
  if (known !== undefined) return known;
  const body = parsed(answer.text);
  bodies.set(answer, body);
  return body;
}

/** The policy asks, and then the caller: a page of a list is long. */
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

/** A parser of JSON gives JSON and nothing else, which its type does not say. */
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

/** The API's own name for what is wrong (`NotFoundError`); undefined where its gateway, or something else, answers. */
export function errorTypeOf(answer: HttpResponse): string | undefined {
  const body = bodyOf(answer);
  const errorType = typeof body === "object" && isObject(body.json) ? body.json["errorType"] : undefined;
  return isString(errorType) ? errorType : undefined;
}

/** The API itself says that it does not have what was asked for. A gateway's 404 says nothing about that. */
export function isNotFound(answer: HttpResponse): boolean {
  return answer.status === 404 && errorTypeOf(answer) !== undefined;
}

/** The token, and not the request, is what was refused. */
export function isTokenRefused(answer: HttpResponse): boolean {
  return answer.status === 401 || (answer.status === 403 && errorTypeOf(answer) !== "PermissionError");
}

/** The API was asked too often, and did nothing. */
export function isThrottle(outcome: Outcome): boolean {
  return "status" in outcome && outcome.status === 429;
}

/** The body for those who put it into words. */
export function bodyForMessage(answer: HttpResponse): Json | undefined {
  const body = bodyOf(answer);
  if (typeof body === "object") return body.json;
  if (body === "too deep") return undefined;
  // The beginning of a success that was cut may be a token, or a header of somebody's webhook. A page is neither.
  return isSuccess(answer) && !answer.text.trimStart().startsWith("<") ? undefined : answer.text;
}

/** The ids that a success names, also where its JSON was cut; those of its parts among them. */
export function idsIn(answer: HttpResponse): string[] {
  if (!isSuccess(answer)) return [];
  return [...answer.text.matchAll(/"_id"\s*:\s*"([^"\\]+)"/g)].flatMap(([, id]) =>
    id === undefined ? [] : [id],
  );
}

/** The ids under which an answer about a conflict names what is in the way. */
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
