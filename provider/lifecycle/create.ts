/** Makes the object. From the moment the API has it, it is in the state, finished or not. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { takeOver } from "./adoption";
import { subjectOf } from "./definition";
import type { Operation } from "./operation";
import { HalfMade } from "./half-made";
import { make } from "./make";
import { argumentsOf, stateOf } from "./state";
import { fetchOne } from "./wire";

export async function create(
  operation: Operation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { definition, account, holdings } = operation;
  const adoption = holdings.toTakeOver(news);
  if (adoption !== undefined) return takeOver(operation, news, adoption);
  const declared = argumentsOf(definition, news);
  const subject = subjectOf(definition, declared);
  const { session } = account();
  const made = await make(operation, declared);
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
