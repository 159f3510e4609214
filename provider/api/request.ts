/** One call: as a request, and what its caller takes for an answer. */
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
   * The body as it has to be by now, asked for before each further attempt; undefined where it is as it was. Where it
   * cannot be had, there is no further attempt. Default: the body stays as it was.
   */
  readonly renewed?: () => Promise<JsonObject | undefined>;
  /**
   * Texts and numbers of the body that its error must not repeat, beside those that are secret by their names; of three
   * characters or more; asked for where there is an error to tell. Default: none.
   */
  readonly secrets?: () => readonly string[];
  /** What it is done for; error sentences begin with it: `Zone "cafe"`. */
  readonly subject: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Parsed JSON; undefined where the body is empty. */
  readonly body: Json | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Characters of the body as it came. Default: not counted. */
  readonly size?: number;
}

export function requestOf(
  { method, path, query, headers, body, subject }: ApiRequest,
  baseUrl: string,
): HttpRequest {
  const plain = `${baseUrl}${path}`;
  // An id such as ".." would lead to another object than the one meant.
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

/** What the caller takes for an answer; undefined where it is none, as where a success holds an error. */
export function answerOf(outcome: Outcome): ApiResponse | undefined {
  if (!("status" in outcome)) return undefined;
  const isDone = isSuccess(outcome) && errorTypeOf(outcome) === undefined;
  const body = bodyOf(outcome);
  if (!(isDone || isNotFound(outcome)) || typeof body === "string") return undefined;
  return { status: outcome.status, body: body.json, headers: outcome.headers, size: outcome.text.length };
}

/** What a call carries that its error must not repeat: headers of webhooks, keys of integrations, what its caller says. */
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

/** Shorter ones would hide half of the message. */
const SHORTEST_BY_NAME = 6;
const SHORTEST = 3;
