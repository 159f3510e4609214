/** Makes the object. From the moment the API has it, it is in the state, finished or not. */
import { BluedotError } from "../errors";
import { isString, type JsonObject } from "../json";
import { encode } from "../schema/merge";
import type { Call, Session } from "../session";
import { takeOver } from "./adoption";
import { subjectOf, type Definition, type Operation } from "./definition";
import { HalfMade } from "./half-made";
import { pushFor } from "./push";
import { argumentsOf, stateOf } from "./state";
import { clashExplained, fetchOne, identified, type Identified } from "./wire";

export async function create(
  operation: Operation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { definition, account, holdings } = operation;
  const adoption = holdings.toTakeOver(news);
  if (adoption !== undefined) return takeOver(operation, news, adoption);
  const { session, configuration } = account();
  const declared = argumentsOf(definition, news);
  const subject = subjectOf(definition, declared);
  const call: Call = {
    method: "POST",
    path: definition.collection,
    body: { ...encode(definition.fields, declared), ...pushFor(definition, declared, configuration) },
    subject,
  };
  const made = await send(definition, session, call);
  const { id } = made;
  try {
    const found = definition.complete(made.found)
      ? made.found
      : await fetchOne(definition, { id, subject, session });
    if (found === undefined)
      throw new BluedotError("unreadable", `${subject}: it was made as ${id}, but the API does not find it.`);
    return { id, outs: stateOf(definition, declared, found, id) };
  } catch (error) {
    throw new HalfMade(error, id, {
      ...stateOf(definition, declared, made.found, id),
      __provider: news["__provider"] ?? "",
    });
  }
}

/**
 * An answer that says "created" and cannot be read whole still names what it made; it is asked for by the ids that
 * stand in it, so that nothing is left behind which nobody knows of.
 */
async function send(definition: Definition, session: Session, call: Call): Promise<Identified> {
  const { idField, title } = definition;
  try {
    return identified(definition, call, await session.send(call));
  } catch (error) {
    const cut = error instanceof BluedotError && error.status === 201;
    const own = call.body?.[idField];
    const ids = !cut ? [] : isString(own) ? [own] : error.namedIds;
    for (const id of ids) {
      const found = await fetchOne(definition, { id, subject: call.subject, session }).catch(() => undefined);
      if (found?.[idField] === id && found[title] === call.body?.[title]) return { id, found };
    }
    throw clashExplained(definition, error);
  }
}
