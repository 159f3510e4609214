/** A definition as the engine wants it: the handler of one resource, which the states name. */
import type { dynamic } from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../json";
import { accountOf } from "./account";
import { hindrance } from "./adoption";
import { check } from "./check";
import { REAL_CLOCK } from "./clock";
import { create } from "./create";
import { nameOf, subjectOf, type Definition } from "./definition";
import type { Operation } from "./operation";
import { remove } from "./delete";
import { diff, type Verdict } from "./diff";
import { read } from "./read";
import { openHoldings, type Holdings } from "./holdings";
import { lastingOption } from "./import-option";
import { hiding, lastingMarks } from "./marked";
import { shownOnce } from "./shown-once";
import { update } from "./update";

type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

export function handlerOf(
  definition: Definition,
  holdings: Holdings = openHoldings(definition.noun, REAL_CLOCK),
): Handler {
  let account = accountOf(() => undefined);
  const operation: Operation = {
    definition,
    holdings,
    account: () => account(),
    warn: (message) => console.warn(`warning: ${message}`),
    clock: REAL_CLOCK,
  };
  return {
    // The engine keeps a provider whose configure threw: complaints wait for the first use.
    configure: ({ config }) => {
      account = accountOf((key) => config.get(key));
      return Promise.resolve();
    },
    check: (olds, news) => shownOnce(judged(operation, olds, news)),
    diff: (id, olds, news) => shownOnce(compared(operation, id, olds, news)),
    create: (news) => create(hiding(operation, news), news),
    read: (id, properties) => shownOnce(read(operation, id, isObject(properties) ? properties : {})),
    // What was secret before may be what others changed.
    update: (id, olds, news) => update(hiding(operation, olds, news), id, olds, news),
    delete: (id, state) => shownOnce(remove(operation, id, state)),
  };
}

/**
 * Faults as the engine is to show them. Beside a property it shows its value: a secret in clear, or `{<nil>}` for a part
 * of a property. So it is told none, and the reason begins with the path.
 */
async function judged(plain: Operation, olds: JsonObject, news: JsonObject) {
  const operation = hiding(plain, olds, news);
  const { definition, holdings, warn } = operation;
  const { inputs, failures, warnings } = check(definition, news);
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`);
  holdings.checked(olds, news);
  if (Object.keys(olds).length === 0 && reasons.length === 0) {
    const reason = await hindrance(operation, { ...inputs, ...lastingOption(olds, news) });
    if (reason !== undefined) reasons.push(reason);
  }
  const whole = { ...inputs, ...lastingOption(olds, news), ...lastingMarks(plain.definition, news) };
  const isNew = Object.keys(olds).length === 0;
  holdings.declared(whole, isNew);
  if (isNew && reasons.length === 0) {
    const name = nameOf(definition, whole);
    holdings.awaits(name, [name]);
  }
  for (const { property, reason } of warnings)
    warn(`${subjectOf(definition, inputs)}: ${property}: ${reason}`);
  return {
    inputs: whole,
    failures: reasons.map((reason) => ({ property: "", reason })),
  };
}

function compared({ definition, holdings }: Operation, id: string, olds: JsonObject, news: JsonObject) {
  return new Promise<Verdict>((resolve) => {
    const verdict = diff(definition, olds, news);
    holdings.compared(id, olds, news, verdict.replaces.length > 0);
    resolve(verdict);
  });
}
