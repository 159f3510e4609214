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
import { warnOfStored } from "./stored-forms";
import { fetchOne } from "./requests";

export async function create(
  operation: Operation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { definition, account } = operation;
  const request = toImport(operation, news);
  if (request !== undefined) return importObject(operation, news, request);
  const declared = argumentsOf(definition, news);
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
    return { id, outs: { ...stateOf(operation, declared, found, id), ...record } };
  } catch (error) {
    throw new PartialStateError(error, id, {
      ...stateOf(operation, declared, created.found, id),
      ...record,
    });
  }
}
