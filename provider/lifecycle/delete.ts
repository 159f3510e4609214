/** Deletes the object. An object that is gone already is success. */
import type { JsonObject } from "../json";
import type { ApiRequest } from "../api";
import { expectGone, hasMoved } from "./account-record";
import type { Owner } from "../ownership/claims";
import { isCreatedBefore } from "./creation-time";
import { subjectOf, type ResourceRef } from "./definition";
import type { Operation } from "./context";
import { answerTo, pathOf, pushFor } from "./requests";

/** @param setId the id of the set that the object belongs to. Default: it is a resource of its own */
export async function deleteObject(
  operation: Operation,
  id: string,
  state: JsonObject,
  setId?: string,
): Promise<void> {
  const { definition, account, ownership, warn } = operation;
  const { claims, imports } = ownership;
  // If it is replaced, the new object is not the imported one.
  imports.done(state);
  const owner = claims.ownerOf(id);
  if (owner !== undefined && !isOwn(owner, state, setId)) {
    warn(`${subjectOf(definition, state, id)} (${id}) is not deleted, since ${owner.subject} has it now.`);
    return;
  }
  const subject = subjectOf(definition, state, id);
  hasMoved(account, subject, state);
  const { session, configuration, lists } = account();
  const about: ResourceRef = { id, subject, session };
  await definition.guardDelete?.(about, state);
  lists.touched(definition, id);
  claims.deleting(id, true);
  const { shouldSync } = pushFor(definition, state, configuration);
  try {
    const call: ApiRequest = {
      method: "DELETE",
      path: pathOf(definition, id),
      ...(shouldSync === true && { query: { shouldSync: "true" } }),
      subject,
    };
    const answer = await session.send(call);
    if (answer.status === 404) expectGone(account(), about, state);
    else answerTo(definition, call, id, answer);
  } catch (error) {
    // An object of a set stays marked: the set deletes it in its next update, so no other resource may adopt it.
    if (setId === undefined) claims.deleting(id, false);
    throw error;
  }
}

/** The id of a Destination comes from the program, so a new resource may have created it again. */
function isOwn({ since, setId: ownerSet }: Owner, state: JsonObject, setId: string | undefined): boolean {
  return setId === undefined ? since !== undefined && !isCreatedBefore(state, since) : ownerSet === setId;
}
