/** Takes the object away. That it is already gone is success. */
import type { JsonObject } from "../json";
import { subjectOf, type About } from "./definition";
import type { Operation } from "./operation";
import { inQuotes } from "./holdings";
import { adoptionOf } from "./import-option";
import { pushFor } from "./push";
import { pathOf } from "./wire";

/** @param set the id of the set that has it so far, and lets go of it; undefined for a resource of its own */
export async function remove(
  operation: Operation,
  id: string,
  state: JsonObject,
  set?: string,
): Promise<void> {
  const { definition, account, holdings, warn } = operation;
  const keeper = holdings.keeperOf(id, set);
  const own = adoptionOf(state)?.as;
  if (keeper !== undefined && (own === undefined || keeper !== inQuotes(own))) {
    warn(`${subjectOf(definition, state, id)}: it is not deleted, since ${keeper} has taken it over.`);
    return;
  }
  const { session, configuration, catalogue } = account();
  const about: About = { id, subject: subjectOf(definition, state, id), session };
  await definition.guardDelete?.(about, state);
  catalogue.touched(definition, id);
  const { shouldSync } = pushFor(definition, state, configuration);
  await session.send({
    method: "DELETE",
    path: pathOf(definition, id),
    ...(shouldSync === true && { query: { shouldSync: "true" } }),
    subject: about.subject,
  });
}
