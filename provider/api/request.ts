/** A call of the provider: its HTTP request, its response, and its secrets. */
import { BluedotError } from "../errors";
import { isObject, isString, type Json, type JsonObject } from "../json";
import { isSecretName } from "../secret-names";
import { bodyOf, errorTypeOf, isNotFound, isSuccess } from "./response";
import type { HttpRequest, Outcome } from "./http";

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under the base URL: begins with a slash, and its parts are percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  /**
   * Called before each retry: gives a new body, or undefined to keep the last one; there is no retry if it fails.
   * Default: the body stays.
   */
  readonly renewed?: () => Promise<JsonObject | undefined>;
  /**
   * Secrets of the body, beside those that are secret by their names, which no error may hold; shorter ones than three
   * characters are ignored. Called if there is an error. Default: none.
   */
  readonly secrets?: () => readonly string[];
  /** The resource or function that sends it; error messages begin with it: `Zone "cafe"`. */
  readonly subject: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Parsed JSON; undefined if the body is empty. */
  readonly body: Json | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The length of the body's text in characters. Default: not counted. */
  readonly size?: number;
}

export function requestOf(
  { method, path, query, headers, body, subject }: ApiRequest,
  baseUrl: string,
): HttpRequest {
  const plain = `${baseUrl}${path}`;
  // An id such as ".." would lead to another object.
  if (!new URL(plain).pathname.endsWith(path)) {
    throw new BluedotError("refused", `: ${path} is not a path of the Config API`, {
      subject,
      advice: ["correct the id in it"],
    });
  }
  const search = query === undefined ? "" : `?${new URLSearchParams(query).toString()}`;
  const request = { method, url: `${plain}${search}`, headers: { ...headers } };
  if (body === undefined) return request;
  return {
    ...request,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

/** The response for the caller; undefined if the request failed, also by an error under the status of a success. */
export function answerOf(outcome: Outcome): ApiResponse | undefined {
  if (!("status" in outcome)) return undefined;
  const isWithoutError = isSuccess(outcome) && errorTypeOf(outcome) === undefined;
  const body = bodyOf(outcome);
  if (!(isWithoutError || isNotFound(outcome)) || typeof body === "string") return undefined;
  return { status: outcome.status, body: body.json, headers: outcome.headers, size: outcome.text.length };
}

/** The secrets of a call, which no error may hold: headers of webhooks, keys of integrations, and the caller's. */
export function secretsIn({ body, secrets = () => [] }: ApiRequest): string[] {
  const byName = secretByName(body, "").filter((text) => text.length >= SHORTEST_BY_NAME);
  return [...byName, ...secrets().filter((text) => text.length >= SHORTEST)];
}

function secretByName(value: Json | undefined, name: string): string[] {
  if (isString(value)) return isSecretName(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => secretByName(part, name));
  if (!isObject(value)) return [];
  const inside = (key: string) => (isSecretName(name) ? name : key);
  return Object.entries(value).flatMap(([key, part]) => secretByName(part, inside(key)));
}

/** Shorter secrets would redact half of the message. */
const SHORTEST_BY_NAME = 6;
const SHORTEST = 3;
