/** A definition as the engine wants it: the handler of one resource, which the states name. */
import type { dynamic } from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../json";
import { printable } from "../printable";
import { accountOf } from "../lifecycle/account";
import { guardImports, importBlocker } from "../ownership/import";
import { openOwnership, type Ownership } from "../ownership/ownership";
import { guardOwner } from "../ownership/shared";
import { hasMoved } from "../lifecycle/account-record";
import { check } from "../lifecycle/check";
import { REAL_CLOCK } from "../clock";
import { create } from "../lifecycle/create";
import { subjectOf, type Definition } from "../lifecycle/definition";
import type { Operation } from "../lifecycle/context";
import { remove } from "../lifecycle/delete";
import { diff, type DiffResult } from "../lifecycle/diff";
import { read } from "../lifecycle/read";
import { persistedImport } from "../lifecycle/import-option";
import { withSecretFields, persistedSecretPaths } from "../lifecycle/redaction";
import { withoutDuplicateLog } from "./dedupe-errors";
import { update } from "../lifecycle/update";

type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

export function handlerOf(definition: Definition, ownership: Ownership = openOwnership()): Handler {
  let account = accountOf(() => undefined);
  const operation: Operation = {
    definition,
    ownership,
    account: () => account(),
    warn: (message) => console.warn(printable(`warning: ${message}`)),
    clock: REAL_CLOCK,
  };
  return {
    // The engine keeps a provider whose configure threw: complaints wait for the first use.
    configure: ({ config }) => {
      account = accountOf((key) => config.get(key));
      return Promise.resolve();
    },
    check: (olds, news) => withoutDuplicateLog(judged(operation, olds, news)),
    diff: (id, olds, news) => withoutDuplicateLog(compared(operation, id, olds, news)),
    create: (news) => create(withSecretFields(operation, news), news),
    read: (id, properties) => {
      const known = isObject(properties) ? properties : {};
      return withoutDuplicateLog(read(withSecretFields(operation, known), id, known));
    },
    // What was secret before may be what others changed.
    update: (id, olds, news) => update(withSecretFields(operation, olds, news), id, olds, news),
    delete: (id, state) => withoutDuplicateLog(remove(withSecretFields(operation, state), id, state)),
  };
}

/**
 * Faults as the engine is to show them. Beside a property it shows its value: a secret in clear, or `{<nil>}` for a part
 * of a property. So it is told none, and the reason begins with the path.
 */
async function judged(plain: Operation, olds: JsonObject, news: JsonObject) {
  const operation = withSecretFields(plain, olds, news);
  const { definition, ownership, warn } = operation;
  const isNew = Object.keys(olds).length === 0;
  const { inputs, failures, warnings } = check(definition, news);
  const whole = {
    ...inputs,
    ...persistedImport(olds, news),
    ...persistedSecretPaths(plain.definition, news),
  };
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
    failures: reasons.map((reason) => ({ property: "", reason: printable(reason) })),
  };
}

function compared(operation: Operation, id: string, olds: JsonObject, news: JsonObject) {
  return new Promise<DiffResult>((resolve) => {
    const { definition, account } = operation;
    const isMoved = hasMoved(account, subjectOf(definition, olds, id), olds);
    const verdict = diff(definition, olds, news, isMoved);
    guardImports(operation, id, { olds, news });
    if (verdict.replaces.length === 0)
      guardOwner(operation, [id], news, { subject: subjectOf(definition, news) });
    resolve(verdict);
  });
}
