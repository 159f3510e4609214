/** Looks at what the API holds. Gone is an answer; whatever else fails is an error, and the state stays. */
import { BluedotError } from "../errors";
import { isObject, type JsonObject } from "../json";
import { align, project } from "../schema/align";
import { subjectOf, type Definition, type Operation } from "./definition";
import { argumentsOf, stateOf } from "./state";
import { fetchOne } from "./wire";

export interface Seen {
  readonly id?: string;
  readonly props?: JsonObject;
  readonly inputs?: JsonObject;
}

export async function read(operation: Operation, id: string, properties: JsonObject): Promise<Seen> {
  const { definition, account } = operation;
  const known = properties[definition.idOutput] !== undefined;
  const subject = subjectOf(definition, properties, id);
  const found = await fetchOne(definition, { id, subject, session: account().session });
  if (found === undefined) {
    if (known) return {};
    throw new BluedotError(
      "missing",
      `${definition.noun} ${id} does not exist in this account and region; correct the id given to ${definition.noun}.get.`,
      { status: 404 },
    );
  }
  const inputs = known ? declaredOf(definition, properties, found) : firstLook(definition, found, "without");
  const whole = known ? inputs : firstLook(definition, found, "with");
  return { id, props: stateOf(definition, whole, found, id), inputs };
}

/** What was declared, as the API now has it. */
function declaredOf(definition: Definition, properties: JsonObject, found: JsonObject): JsonObject {
  const declared = argumentsOf(definition, properties);
  const aligned = align(definition.fields, declared, found, declared);
  return isObject(aligned) ? aligned : {};
}

/** All that the API has, for `get`; the class marks the outputs that hold secrets. */
function firstLook(definition: Definition, found: JsonObject, secrets: "with" | "without"): JsonObject {
  const projected = project(definition.fields, found, secrets);
  return isObject(projected) ? projected : {};
}
