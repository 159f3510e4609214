/** Reads the current object. Gone is an answer; every other failure is an error, and the state stays. */
import { BluedotError } from "../errors";
import { isObject, type Json, type JsonObject } from "../json";
import { align } from "../schema/align";
import { withDefaults } from "../schema/defaults";
import { pickKnown } from "../schema/known-properties";
import { expectGone, hasMoved, OtherAccount } from "./account-record";
import type { ListCache } from "./list-cache";
import { persistedCreation, confirmMissing } from "./creation-time";
import { subjectOf, type ResourceRef, type Definition } from "./definition";
import type { Operation } from "./context";
import { argumentsOf, declaredIn, hiddenOf, stateOf } from "./state";
import { HIDDEN } from "./hidden-state";
import { persistedPending } from "./pending-update";
import { fetchOne } from "./requests";

export interface ReadResult {
  readonly id?: string;
  readonly props?: JsonObject;
  readonly inputs?: JsonObject;
}

export async function read(operation: Operation, id: string, properties: JsonObject): Promise<ReadResult> {
  try {
    return await readResult(operation, id, properties);
  } catch (error) {
    // A refresh goes on to the last resource and fails for the first, so the same error is not repeated for all.
    if (error instanceof OtherAccount && error.isRepeated) return asRecorded(operation, id, properties);
    throw error;
  }
}

function asRecorded({ definition }: Operation, id: string, properties: JsonObject): ReadResult {
  return properties[HIDDEN.lookedUp] === true
    ? { id, props: properties }
    : { id, props: properties, inputs: argumentsOf(definition, properties) };
}

async function readResult(operation: Operation, id: string, properties: JsonObject): Promise<ReadResult> {
  const { definition, account, ownership } = operation;
  ownership.imports.done(properties);
  const known = properties[definition.idOutput] !== undefined;
  const subject = subjectOf(definition, properties, id);
  hasMoved(account, subject, properties);
  const about: ResourceRef = { id, subject, session: account().session };
  if (known && properties[HIDDEN.lookedUp] !== true) return refreshed(operation, about, properties);
  const found = await fetchOne(definition, about);
  if (found === undefined) {
    if (known) return gone(operation, about, properties);
    throw new BluedotError(
      "missing",
      `${definition.noun} ${id} does not exist in this account and region; correct the id given to ${definition.noun}.get.`,
      { status: 404 },
    );
  }
  // No inputs: a lookup has none, and those of a refresh would be in the state without secret marks.
  return {
    id,
    props: {
      ...stateOf(operation, lookedUpProperties(definition, found), found, id),
      [HIDDEN.lookedUp]: true,
    },
  };
}

async function refreshed(
  operation: Operation,
  about: ResourceRef,
  properties: JsonObject,
): Promise<ReadResult> {
  const { definition, account } = operation;
  const { id } = about;
  const declared = declaredIn(definition, properties);
  const current = await readCurrent(definition, account().lists, about, declared);
  const found = await confirmMissing(operation, about, properties, current);
  if (found === undefined) return gone(operation, about, properties);
  const aligned = align(definition.fields, declared, found);
  const inputs = { ...(isObject(aligned) ? aligned : {}), ...hiddenOf(properties) };
  const props = {
    ...stateOf(operation, inputs, found, id),
    ...persistedPending(properties),
    ...persistedCreation(properties),
  };
  return { id, props, inputs };
}

function gone({ account }: Operation, about: ResourceRef, properties: JsonObject): ReadResult {
  expectGone(account(), about, properties);
  return {};
}

/** The current object of a declared resource; drift that a list shows is confirmed by a GET. */
export async function readCurrent(
  definition: Definition,
  lists: ListCache,
  about: ResourceRef,
  declared: JsonObject,
): Promise<JsonObject | undefined> {
  const { found, confirmed } = await lists.look(definition, about, declared);
  if (found === undefined) return undefined;
  const isAsDeclared = align(definition.fields, declared, found) === declared;
  return isAsDeclared && definition.complete(found) ? found : confirmed();
}

/** All properties of the object, for `get`; the class marks the outputs that hold secrets. */
function lookedUpProperties(definition: Definition, found: JsonObject): JsonObject {
  const known = withDefaults(definition.fields, pickKnown(definition.fields, found, "with") ?? {});
  const isDeclarable = ([key]: [string, Json]) => definition.fields.properties[key]?.role === "declared";
  return isObject(known) ? Object.fromEntries(Object.entries(known).filter(isDeclarable)) : {};
}
