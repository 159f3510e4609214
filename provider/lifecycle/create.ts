/** Creates the object. From the moment the API has it, it is in the state, finished or not. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { createOnce } from "../ownership/create-once";
import { importObject, toImport } from "../ownership/import";
import { creationRecord, confirmMissing } from "./creation-time";
import { subjectOf, type ResourceRef } from "./definition";
import type { Operation } from "./context";
import { PartialStateError } from "./partial-state-error";
import { argumentsOf, stateOf } from "./state";
import { warnOfStored } from "./stored-form-warning";
import { fetchOne, type ApiObject } from "./requests";

export async function create(
  operation: Operation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const request = toImport(operation, news);
  if (request !== undefined) return importObject(operation, news, request);
  const declared = argumentsOf(operation.definition, news);
  const state = ({ found, id }: ApiObject) => stateOf(operation, declared, found, id);
  const { id, outs } = await createObject(operation, declared, state);
  return { id, outs };
}

/**
 * Creates the object, or adopts an equal one; resolves when it is complete, with its state.
 *
 * @throws PartialStateError with the state of an object that exists and is not complete; after any other error it does
 *   not exist, as far as is known
 */
export async function createObject(
  operation: Operation,
  declared: JsonObject,
  state: (created: ApiObject) => JsonObject,
): Promise<ApiObject & { readonly outs: JsonObject }> {
  const { definition, account } = operation;
  const subject = subjectOf(definition, declared);
  const { session } = account();
  const created = await createOnce(operation, declared);
  const { id } = created;
  const about: ResourceRef = { id, subject, session };
  const record = creationRecord(operation);
  try {
    const found = definition.complete(created.found)
      ? created.found
      : await confirmMissing(operation, about, record, await fetchOne(definition, about));
    if (found === undefined)
      throw new BluedotError(
        "unreadable",
        `${subject}: it was created as ${id}, but the API does not find it.`,
      );
    warnOfStored(operation, about, declared, found);
    return { id, found, outs: { ...state({ id, found }), ...record } };
  } catch (error) {
    throw new PartialStateError(error, id, { ...state(created), ...record });
  }
}
