/** Creates an object once, even if the answer is lost or an interrupted run has created it. */
import { BluedotError } from "../errors";
import { isString, type JsonObject } from "../json";
import { nameOf, subjectOf } from "../lifecycle/definition";
import type { Listed } from "../lifecycle/list-cache";
import { secondsNow } from "../lifecycle/creation-time";
import { secretsOf } from "../lifecycle/redaction";
import type { Operation } from "../lifecycle/context";
import { fetchOne, pushFor, type ApiObject } from "../lifecycle/requests";
import { encode } from "../schema/merge";
import type { ApiRequest } from "../api";
import { progress } from "../api/progress";
import { asSent, created } from "./create-answer";
import { adoptExisting, ownerFor } from "./existing";
import { resolveLostCreate } from "./lost-create";
import { explainRefusal } from "./refusal";

/** The attempts of a POST whose answer is lost while the list shows that it created nothing. */
const MAX_ATTEMPTS = 3;

export function createOnce(operation: Operation, declared: JsonObject): Promise<ApiObject> {
  const { definition, ownership } = operation;
  return ownership.lock(nameOf(definition, declared), async () => {
    const before = await operation.account().lists.first(definition, declared);
    const existing = await adoptExisting(operation, before, declared);
    if (existing !== undefined) return existing;
    const answered = await post(operation, declared, before);
    const { id, found } = await asSent(operation, declared, before, answered);
    ownership.claims.claim(id, { ...ownerFor(operation, declared), since: secondsNow(operation) });
    return { id, found };
  });
}

async function post(
  operation: Operation,
  declared: JsonObject,
  before: Listed | undefined,
): Promise<ApiObject> {
  const { definition, account } = operation;
  const call: ApiRequest = {
    method: "POST",
    path: definition.collection,
    body: {
      ...encode(definition.fields, declared),
      ...pushFor(definition, declared, account().configuration),
    },
    secrets: () => secretsOf(operation, declared),
    subject: subjectOf(definition, declared),
  };
  for (let attempt = 1; ; attempt++) {
    const created = await send(operation, call, { declared, before, isLast: attempt === MAX_ATTEMPTS });
    if (created !== undefined) return created;
  }
}

interface Sending {
  readonly declared: JsonObject;
  readonly before: Listed | undefined;
  readonly isLast: boolean;
}

/** Undefined if the answer was lost and the request created nothing. */
async function send(
  operation: Operation,
  call: ApiRequest,
  sending: Sending,
): Promise<ApiObject | undefined> {
  const { definition, account } = operation;
  const { declared, before, isLast } = sending;
  try {
    return created(definition, call, await account().session.send(call), before);
  } catch (error) {
    if (!(error instanceof BluedotError) || !(error.maybeDone || error.status === 201))
      throw await explainRefusal(operation, { call, declared, error });
    const named = await namedIn(operation, call, error);
    if (named !== undefined) return named;
    if (before === undefined)
      throw error.withAdvice("look for it in Bluedot's console before you run again", ": ");
    const outcome = await progress.reportWhile(
      resolveLostCreate(operation, declared, { before, error }),
      () => `${call.subject}: waiting for the list to show the outcome of a request whose answer was lost.`,
    );
    if (typeof outcome === "object") {
      if (operation.set === undefined)
        operation.warn(
          `${call.subject}: the answer to its creation was lost; the list has it as ${outcome.created.id}.`,
        );
      return outcome.created;
    }
    // A new object that the answer names may be this one, if the API has changed its name.
    if (outcome === "not created" && !isLast && error.objectId === undefined) return undefined;
    throw error.withAdvice(ADVICE[outcome], ": ");
  }
}

const ADVICE = {
  "not created": "it was looked for and is not there, so run again",
  unknown: "run again, which looks for it before anything is created",
};

/** A 201 that cannot be read whole still names ids of the object: a GET of them may find it. */
async function namedIn(
  { definition, account }: Operation,
  { body, subject }: ApiRequest,
  error: BluedotError,
): Promise<ApiObject | undefined> {
  const { idField, title } = definition;
  const { session } = account();
  const own = body?.[idField];
  const ids = error.status !== 201 ? [] : isString(own) ? [own] : error.namedIds;
  for (const id of ids) {
    const found = await fetchOne(definition, { id, subject, session }).catch(() => undefined);
    if (found?.[idField] === id && found[title] === body?.[title]) return { id, found };
  }
  return undefined;
}
