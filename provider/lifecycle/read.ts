/** Looks at what the API holds. Gone is an answer; whatever else fails is an error, and the state stays. */
import { BluedotError } from "../errors";
import { isObject, type Json, type JsonObject } from "../json";
import { align } from "../schema/align";
import { withFallbacks } from "../schema/fallbacks";
import { knownOf } from "../schema/known";
import { expectGone, hasMoved, OtherAccount } from "./account-record";
import type { Catalogue } from "./catalogue";
import { lastingCreated, lookedForAgain } from "./created";
import { subjectOf, type About, type Definition } from "./definition";
import type { Operation } from "./operation";
import { argumentsOf, declaredIn, hiddenOf, stateOf } from "./state";
import { lastingUnsettled } from "./unsettled";
import { fetchOne } from "./wire";

export interface Seen {
  readonly id?: string;
  readonly props?: JsonObject;
  readonly inputs?: JsonObject;
}

export async function read(operation: Operation, id: string, properties: JsonObject): Promise<Seen> {
  try {
    return await seen(operation, id, properties);
  } catch (error) {
    // A refresh goes on to the last resource, and fails for the first of them: nothing is said a thousand times.
    if (error instanceof OtherAccount && error.isRepeated) return asRecorded(operation, id, properties);
    throw error;
  }
}

function asRecorded({ definition }: Operation, id: string, properties: JsonObject): Seen {
  return properties[lookedUp] === true
    ? { id, props: properties }
    : { id, props: properties, inputs: argumentsOf(definition, properties) };
}

async function seen(operation: Operation, id: string, properties: JsonObject): Promise<Seen> {
  const { definition, account, ownership } = operation;
  ownership.imports.done(properties);
  const known = properties[definition.idOutput] !== undefined;
  const subject = subjectOf(definition, properties, id);
  hasMoved(account, subject, properties);
  const about: About = { id, subject, session: account().session };
  if (known && properties[lookedUp] !== true) return refreshed(operation, about, properties);
  const found = await fetchOne(definition, about);
  if (found === undefined) {
    if (known) return gone(operation, about, properties);
    throw new BluedotError(
      "missing",
      `${definition.noun} ${id} does not exist in this account and region; correct the id given to ${definition.noun}.get.`,
      { status: 404 },
    );
  }
  // No inputs: a lookup has none, and those of a refresh would stand in the state without the marks of what is secret.
  return {
    id,
    props: { ...stateOf(operation, firstLook(definition, found), found, id), [lookedUp]: true },
  };
}

async function refreshed(operation: Operation, about: About, properties: JsonObject): Promise<Seen> {
  const { definition, account } = operation;
  const { id } = about;
  const declared = declaredIn(definition, properties);
  const seen = await lookAt(definition, account().catalogue, about, declared);
  const found = await lookedForAgain(operation, about, properties, seen);
  if (found === undefined) return gone(operation, about, properties);
  const aligned = align(definition.fields, declared, found, declared);
  const inputs = { ...(isObject(aligned) ? aligned : {}), ...hiddenOf(properties) };
  const props = {
    ...stateOf(operation, inputs, found, id),
    ...lastingUnsettled(properties),
    ...lastingCreated(properties),
  };
  return { id, props, inputs };
}

function gone({ account }: Operation, about: About, properties: JsonObject): Seen {
  expectGone(account(), about, properties);
  return {};
}

/** What the API holds of something declared; a list is not believed at once where it tells of drift. */
export async function lookAt(
  definition: Definition,
  catalogue: Catalogue,
  about: About,
  declared: JsonObject,
): Promise<JsonObject | undefined> {
  const { found, confirmed } = await catalogue.look(definition, about, declared);
  if (found === undefined) return undefined;
  const isAsDeclared = align(definition.fields, declared, found, declared) === declared;
  return isAsDeclared && definition.complete(found) ? found : confirmed();
}

/** Tells, in the state of what `get` found, that no program declares it. Permanent; the engine hides such names. */
const lookedUp = "__lookedUp";

/** All that the API has, for `get`; the class marks the outputs that hold secrets. */
function firstLook(definition: Definition, found: JsonObject): JsonObject {
  const known = withFallbacks(definition.fields, knownOf(definition.fields, found, "with") ?? {});
  const ofTheApi = ([key]: [string, Json]) => definition.fields.properties[key]?.role === "declared";
  return isObject(known) ? Object.fromEntries(Object.entries(known).filter(ofTheApi)) : {};
}
