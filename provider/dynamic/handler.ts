/** The handler of a resource, made from its definition; states name it. */
import { check } from "../lifecycle/check";
import type { Operation } from "../lifecycle/context";
import { create } from "../lifecycle/create";
import { hasMoved } from "../lifecycle/account-record";
import { subjectOf, type Definition } from "../lifecycle/definition";
import { deleteObject } from "../lifecycle/delete";
import { diff, type DiffResult } from "../lifecycle/diff";
import { persistedImport } from "../ownership/imports";
import { read } from "../lifecycle/read";
import { withSecretFields, persistedSecretPaths } from "../lifecycle/redaction";
import { update } from "../lifecycle/update";
import type { JsonObject } from "../json";
import { guardImports, importBlocker } from "../ownership/import";
import { openOwnership, type Ownership } from "../ownership/ownership";
import { guardOwner } from "../ownership/claims";
import { engineHandler, type CheckResult, type Handler } from "./engine-handler";

export function handlerOf(definition: Definition, ownership: Ownership = openOwnership()): Handler {
  return engineHandler(definition, ownership, (operation) => ({
    check: (olds, news) => checked(operation, olds, news),
    diff: (id, olds, news) => compared(operation, id, olds, news),
    create: (news) => create(withSecretFields(operation, news), news),
    read: (id, state) => read(withSecretFields(operation, state), id, state),
    // Old secrets may appear in values that were changed outside Pulumi.
    update: (id, olds, news) => update(withSecretFields(operation, olds, news), id, olds, news),
    delete: (id, state) => deleteObject(withSecretFields(operation, state), id, state),
  }));
}

async function checked(plain: Operation, olds: JsonObject, news: JsonObject): Promise<CheckResult> {
  const operation = withSecretFields(plain, olds, news);
  const { definition, ownership, warn } = operation;
  const isNew = Object.keys(olds).length === 0;
  const { inputs: declared, failures, warnings } = check(definition, news);
  const inputs = {
    ...declared,
    ...persistedImport(olds, news),
    ...persistedSecretPaths(plain.definition, news),
  };
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`);
  ownership.claims.checked(inputs, isNew);
  if (!isNew) ownership.imports.done(inputs);
  else if (reasons.length === 0) {
    const blocker = await importBlocker(operation, inputs);
    if (blocker !== undefined) reasons.push(blocker);
  }
  for (const { property, reason } of warnings)
    warn(`${subjectOf(definition, declared)}: ${property}: ${reason}`);
  return { inputs, failures: reasons };
}

function compared(operation: Operation, id: string, olds: JsonObject, news: JsonObject): DiffResult {
  const { definition, account } = operation;
  const isMoved = hasMoved(account, subjectOf(definition, olds, id), olds);
  const result = diff(definition, olds, news, isMoved);
  guardImports(operation, id, { olds, news });
  if (result.replaces.length === 0)
    guardOwner(operation, [id], news, { subject: subjectOf(definition, news) });
  return result;
}
