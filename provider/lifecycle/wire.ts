/** The few requests that every resource makes, and what counts as an answer to them. */
import { apiWords, BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import type { Answer, Call } from "../session";
import { secretsIn } from "../session/call";
import type { About, Definition } from "./definition";

/** What the API holds under an id; undefined where it holds nothing. */
export async function fetchOne(definition: Definition, about: About): Promise<JsonObject | undefined> {
  const call: Call = { method: "GET", path: pathOf(definition, about.id), subject: about.subject };
  const answer = await about.session.send(call);
  return answer.status === 404 ? undefined : identified(definition, call, answer).found;
}

export function pathOf(definition: Definition, id: string): string {
  return `${definition.collection}/${encodeURIComponent(id)}`;
}

/** What an answer holds, and the id by which the API finds it. */
export interface Identified {
  readonly id: string;
  readonly found: JsonObject;
}

/** The object of an answer, which must say its id. */
export function identified({ idField }: Definition, call: Call, answer: Answer): Identified {
  const body = answer.body;
  const id = isObject(body) ? body[idField] : undefined;
  if (isObject(body) && isString(id) && id !== "") return { id, found: body };
  if (answer.status === 404) {
    throw new BluedotError(
      "refused",
      `${call.subject}: ${call.method} ${call.path} was refused (404 ${apiWords(body, secretsIn(call))}).`,
      { status: 404 },
    );
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
