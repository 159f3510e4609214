/** The handler of a set, made from its definition; states name it. */
import type { JsonObject } from "../json";
import { printable } from "../printable";
import { progress } from "../api/progress";
import { hasMoved } from "../lifecycle/account-record";
import type { Operation } from "../lifecycle/context";
import { creationRecord } from "../lifecycle/creation-time";
import type { DiffResult } from "../lifecycle/diff";
import type { Ownership } from "../ownership/ownership";
import { guardOwner } from "../ownership/claims";
import type { Diagnostic } from "../schema/field";
import { checkSet } from "../set/check";
import { counted } from "../set/counts";
import { isMarked, setSubject, type SetDefinition } from "../set/definition";
import { diffSet } from "../set/diff";
import { openObjectClient } from "../set/object-client";
import { createSet, deleteSet, updateSet, type SetOperation } from "../set/operations";
import { readSet } from "../set/read";
import { listenForCancellation } from "./cancellation";
import { engineHandler, type CheckResult, type Handler, type ResourceOperations } from "./engine-handler";

/** @param ownership that of the resource that is one of its objects: each leaves the other's objects alone */
export function setHandlerOf(set: SetDefinition, ownership: Ownership): Handler {
  return engineHandler(set.of, ownership, (operation) => operationsOf(set, operation));
}

function operationsOf(set: SetDefinition, objectOperation: Operation): ResourceOperations {
  /** The subjects of the sets that the program marks something of as secret, or did. */
  const secret = new Set<string>();
  const operation: SetOperation = {
    set,
    open: (subject, setId) => {
      const account = objectOperation.account();
      let adopted = 0;
      return {
        client: openObjectClient({
          ...objectOperation,
          set: subject,
          setId,
          isSecret: secret.has(subject),
          adopted: () => (adopted += 1),
        }),
        // An object that waits for its next attempt leaves its place at the API to another.
        atOnce: 2 * account.configuration.maxConcurrency,
        adopted: () => adopted,
        account,
      };
    },
    log: (message) => console.log(printable(message)),
    progress,
    listen: listenForCancellation,
  };
  // Each operation may create some of its objects.
  const withCreation = (news: JsonObject) => ({ ...news, ...creationRecord(objectOperation) });
  return {
    check: (olds, news) => {
      const result = checked(set, olds, news, objectOperation.warn);
      if ([olds, news].some(isMarked)) secret.add(setSubject(set, news));
      objectOperation.ownership.claims.checked(result.inputs, Object.keys(olds).length === 0);
      return result;
    },
    diff: (id, olds, news) =>
      compared(operation, objectOperation, id, olds, news, secret.has(setSubject(set, news))),
    create: (news) => createSet(operation, withCreation(news)),
    read: (id, state) => readSet(operation, id, state),
    update: (id, olds, news) => updateSet(operation, id, olds, withCreation(news)),
    delete: (id, state) => deleteSet(operation, id, state),
  };
}

/** Faults and warnings beyond these are counted: nobody reads thousands of lines. */
const SHOWN = 50;

function checked(
  set: SetDefinition,
  olds: JsonObject,
  news: JsonObject,
  warn: Operation["warn"],
): CheckResult {
  const { inputs, failures, warnings } = checkSet(set, olds, news);
  for (const line of linesOf(warnings)) warn(`${setSubject(set, news)}: ${line}`);
  return { inputs, failures: linesOf(failures) };
}

function linesOf(diagnostics: readonly Diagnostic[]): string[] {
  const lines = diagnostics.slice(0, SHOWN).map(({ property, reason }) => `${property}: ${reason}`);
  const more = diagnostics.length - lines.length;
  return more === 0 ? lines : [...lines, `and ${counted(more)} more like these`];
}

function compared(
  { set, log }: SetOperation,
  { account, ownership }: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
  isSecret: boolean,
): DiffResult {
  const { claims } = ownership;
  const subject = setSubject(set, news);
  const isMoved = hasMoved(account, subject, olds);
  const { lasting, leaving, planned, ...result } = diffSet(set, olds, news, isSecret);
  // A refresh compares too, and plans nothing.
  if (claims.isDeclared(news)) {
    if (result.replaces.length === 0)
      guardOwner({ definition: set.of, ownership }, lasting, news, { subject, setId: id });
    // Otherwise a resource of its own could adopt an object that the set is about to delete, and a run that ends in
    // between would leave it to both.
    for (const one of leaving) claims.deleting(one, true);
    if (planned !== undefined) log(`${subject}: ${planned}.`);
  }
  return { ...result, changes: isMoved || result.changes };
}
