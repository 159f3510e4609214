/** Checks that the answer to a POST is about the object that was sent. */
import type { ApiRequest, ApiResponse } from "../api";
import { BluedotError } from "../errors";
import { isString, type JsonObject } from "../json";
import type { Operation } from "../lifecycle/context";
import { subjectOf, type Definition } from "../lifecycle/definition";
import type { Listed } from "../lifecycle/list-cache";
import { identified, shownId, type ApiObject } from "../lifecycle/requests";
import { isStoredAs } from "../schema/stored-forms";
import { differencesOf, isAsCreated } from "./existing";
import { addedSince } from "./lost-create";

/**
 * The object in an answer to POST.
 *
 * @param before the list of its collection before the request; undefined if the API has no such list
 * @throws BluedotError if the object is in that list, or has another name or Project; the right one may exist
 */
export function created(
  definition: Definition,
  call: ApiRequest,
  answer: ApiResponse,
  before: ReadonlyMap<string, JsonObject> | undefined,
): ApiObject {
  const object = identified(definition, call, answer);
  const { title, idField, noun, listed } = definition;
  const isOther = [title, idField, ...Object.keys(listed(call.body ?? {}))].some((key) => {
    const [declared, found] = [call.body?.[key], object.found[key]];
    return isString(declared) && isString(found) && spelling(declared) !== spelling(found);
  });
  if (!isOther && before?.has(object.id) !== true) return object;
  throw new BluedotError(
    "unreadable",
    `: the answer to POST ${call.path} is about another ${noun} (${shownId(object.id)}), so it is not known whether it was made`,
    {
      subject: call.subject,
      status: answer.status,
      advice: ["look for a proxy or a cache between this machine and the API"],
      maybeDone: true,
      ...(before?.has(object.id) === false && { objectId: object.id }),
    },
  );
}

/** An API may trim, normalize or lowercase a name that it stores. */
function spelling(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * The created object. An answer with other values than were sent may belong to the request of another stack for the same
 * name; then the list shows the object that was sent.
 *
 * @throws BluedotError if the list does not show it
 */
export async function asSent(
  operation: Operation,
  declared: JsonObject,
  before: Listed | undefined,
  answered: ApiObject,
): Promise<ApiObject> {
  const { definition, account, ownership } = operation;
  if (before === undefined) return answered;
  const hasOtherValues = differencesOf(definition, declared, answered.found).some(
    ({ expected, found }) => found !== undefined && !isStoredAs(expected, found),
  );
  if (!hasOtherValues) return answered;
  const listed = await account()
    .lists.fresh(definition, declared)
    .catch(() => undefined);
  const added = listed === undefined ? [] : addedSince(operation, declared, { before, listed });
  const created = added.find((object) => isAsCreated(definition, declared, object));
  if (created !== undefined) return created;
  // An API may store values in its own way.
  if (listed !== undefined && ownership.claims.ownerOf(answered.id) === undefined) return answered;
  throw new BluedotError(
    "unreadable",
    `${subjectOf(definition, declared)}: the answer to its creation names ${answered.id}, which has other values than were sent; look for the new ${definition.noun} in Bluedot's console before you run again.`,
    { maybeDone: true, objectId: answered.id },
  );
}
