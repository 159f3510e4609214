/** The objects of a set, made, changed, deleted and looked at through the API. */
import { BluedotError } from "../errors";
import { isObject, stableText, type JsonObject } from "../json";
import { subjectOf, type About, type Operation } from "../lifecycle/definition";
import { remove } from "../lifecycle/delete";
import { HalfMade } from "../lifecycle/half-made";
import { pushFor } from "../lifecycle/push";
import { clashExplained, fetchOne, identified, pathOf } from "../lifecycle/wire";
import { encode, mergeObject } from "../schema/merge";
import type { Call } from "../session";
import type { Objects } from "./objects";

export function openObjects(operation: Operation): Objects {
  const { definition } = operation;
  const { session, configuration } = operation.account();
  const push = (declared: JsonObject) => pushFor(definition, declared, configuration);
  const whole = async (about: About, answered: JsonObject | undefined): Promise<JsonObject | undefined> => {
    if (answered !== undefined && definition.complete(answered)) return answered;
    try {
      return await fetchOne(definition, about);
    } catch (error) {
      throw new HalfMade(error, about.id, {});
    }
  };
  const send = (call: Call) =>
    session.send(call).catch((error: unknown) => {
      throw clashExplained(definition, error);
    });

  return {
    async make(declared) {
      const subject = subjectOf(definition, declared);
      const body = { ...encode(definition.fields, declared), ...push(declared) };
      const call: Call = { method: "POST", path: definition.collection, body, subject };
      const { id, found: answered } = identified(definition, call, await send(call));
      const found = await whole({ id, subject, session }, answered);
      if (found !== undefined) return { id, found };
      throw new BluedotError("unreadable", `${subject}: it was made as ${id}, but the API does not find it.`);
    },
    async change(id, before, declared) {
      const about: About = { id, subject: subjectOf(definition, declared), session };
      const held = await fetchOne(definition, about);
      if (held === undefined) return undefined;
      const merged = mergeObject(definition.fields, declared, { held, before }, declared);
      if (stableText(merged) === stableText(held)) return held;
      const body = { ...merged, ...push(declared) };
      const answer = await send({
        method: "PUT",
        path: pathOf(definition, id),
        body,
        subject: about.subject,
      });
      if (answer.status === 404) return undefined;
      return whole(about, isObject(answer.body) ? answer.body : undefined);
    },
    remove: (id, declared) => remove(operation, id, declared),
    look: (id, declared) =>
      fetchOne(definition, { id, subject: subjectOf(definition, declared, id), session }),
  };
}
