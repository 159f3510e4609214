/** A definition as the engine wants it: the handler of one resource, which the states name. */
import type { dynamic } from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../json";
import { visible } from "../visible";
import { accountOf } from "./account";
import { guardImports, importBlocker } from "../ownership/import";
import { openOwnership, type Ownership } from "../ownership/ownership";
import { guardOwner } from "../ownership/shared";
import { hasMoved } from "./account-record";
import { check } from "./check";
import { REAL_CLOCK } from "../clock";
import { create } from "./create";
import { subjectOf, type Definition } from "./definition";
import type { Operation } from "./operation";
import { remove } from "./delete";
import { diff, type Verdict } from "./diff";
import { read } from "./read";
import { lastingOption } from "./import-option";
import { hiding, lastingMarks } from "./marked";
import { shownOnce } from "./shown-once";
import { update } from "./update";

type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

export function handlerOf(definition: Definition, ownership: Ownership = openOwnership()): Handler {
  let account = accountOf(() => undefined);
  const operation: Operation = {
    definition,
    ownership,
    account: () => account(),
    warn: (message) => console.warn(visible(`warning: ${message}`)),
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
    read: (id, properties) => {
      const known = isObject(properties) ? properties : {};
      return shownOnce(read(hiding(operation, known), id, known));
    },
    // What was secret before may be what others changed.
    update: (id, olds, news) => update(hiding(operation, olds, news), id, olds, news),
    delete: (id, state) => shownOnce(remove(hiding(operation, state), id, state)),
  };
}

/**
 * Faults as the engine is to show them. Beside a property it shows its value: a secret in clear, or `{<nil>}` for a part
 * of a property. So it is told none, and the reason begins with the path.
 */
async function judged(plain: Operation, olds: JsonObject, news: JsonObject) {
  const operation = hiding(plain, olds, news);
  const { definition, ownership, warn } = operation;
  const isNew = Object.keys(olds).length === 0;
  const { inputs, failures, warnings } = check(definition, news);
  const whole = { ...inputs, ...lastingOption(olds, news), ...lastingMarks(plain.definition, news) };
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`);
  ownership.claims.checked(whole, isNew);
  if (!isNew) ownership.imports.done(whole);
  else if (reasons.length === 0) {
    const blocker = await importBlocker(operation, whole);
    if (blocker !== undefined) reasons.push(blocker);
  }
  for (const { property, reason } of warnings)
    warn(`${subjectOf(definition, inputs)}: ${property}: ${reason}`);
  return {
    inputs: whole,
    failures: reasons.map((reason) => ({ property: "", reason: visible(reason) })),
  };
}

function compared(operation: Operation, id: string, olds: JsonObject, news: JsonObject) {
  return new Promise<Verdict>((resolve) => {
    const { definition, account } = operation;
    const isMoved = hasMoved(account, subjectOf(definition, olds, id), olds);
    const verdict = diff(definition, olds, news, isMoved);
    guardImports(operation, id, { olds, news });
    if (verdict.replaces.length === 0)
      guardOwner(operation, [id], news, { subject: subjectOf(definition, news) });
    resolve(verdict);
  });
}
