/** The requests that every resource sends, and the checks of their answers. */
import { BluedotError } from "../errors";
import type { Configuration } from "../configuration";
import { isObject, isString, stableText, type Json, type JsonObject } from "../json";
import type { ApiResponse, ApiRequest } from "../api";
import { apiMessage } from "../api/api-message";
import { secretsIn } from "../api/request";
import type { ResourceRef, Definition } from "./definition";

/** The current object; undefined if the API has none of this id. */
export async function fetchOne(definition: Definition, about: ResourceRef): Promise<JsonObject | undefined> {
  const call: ApiRequest = { method: "GET", path: pathOf(definition, about.id), subject: about.subject };
  const answer = await about.session.send(call);
  if (answer.status === 404) return undefined;
  const { found } = identified(definition, call, answer);
  return answerTo(definition, call, about.id, { ...answer, body: found });
}

/**
 * The object in an answer; undefined if the answer has none.
 *
 * @throws BluedotError if it is another object
 */
export function answerTo(
  { idField, noun }: Definition,
  call: ApiRequest,
  id: string,
  { status, body }: ApiResponse,
): JsonObject | undefined {
  if (!isObject(body) || body[idField] === undefined) return undefined;
  if (body[idField] === id) return body;
  const isRead = call.method === "GET";
  const result = isRead ? "nothing was taken from it" : "it is not known whether the change was made";
  throw new BluedotError(
    "unreadable",
    `${call.subject}: the answer to ${call.method} ${call.path} is about another ${noun} (${shownId(body[idField])}), so ${result}; look for a proxy or a cache between this machine and the API, and run again.`,
    { status, maybeDone: !isRead },
  );
}

export function shownId(id: Json | undefined): string {
  return apiMessage(isString(id) ? id : stableText(id ?? null)).slice(0, 80);
}

export function pathOf(definition: Definition, id: string): string {
  return `${definition.collection}/${encodeURIComponent(id)}`;
}

/** The instruction to push a change to phones at once: of the resource, else of the stack; none if phones do not get it. */
export function pushFor(
  { pushes }: Definition,
  declared: JsonObject,
  configuration: Configuration,
): { shouldSync?: boolean } {
  if (!pushes) return {};
  const own = declared["shouldSync"];
  return { shouldSync: typeof own === "boolean" ? own : configuration.shouldSync };
}

/** An object of the API, and its id there. */
export interface ApiObject {
  readonly id: string;
  readonly found: JsonObject;
}

/** The object in an answer, which must have an id. */
export function identified({ idField }: Definition, call: ApiRequest, answer: ApiResponse): ApiObject {
  const body = answer.body;
  const id = isObject(body) ? body[idField] : undefined;
  if (isObject(body) && isString(id) && id !== "") return { id, found: body };
  if (answer.status === 404) {
    throw new BluedotError("refused", "was refused", {
      subject: call.subject,
      request: `${call.method} ${call.path}`,
      status: 404,
      apiMessage: apiMessage(body, secretsIn(call)),
    });
  }
  const done = call.method === "GET" ? "" : " It has probably been created all the same.";
  throw new BluedotError(
    "unreadable",
    `${call.subject}: the answer to ${call.method} ${call.path} (status ${answer.status}) has no \`${idField}\`.${done}`,
    {
      status: answer.status,
      maybeDone: call.method !== "GET",
    },
  );
}
