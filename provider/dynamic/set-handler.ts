/** A set as the engine wants it: the handler of one resource, which the states name. */
import type { dynamic } from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../json";
import { printable } from "../printable";
import { accountOf } from "../lifecycle/account";
import { hasMoved } from "../lifecycle/account-record";
import { REAL_CLOCK } from "../clock";
import { creationRecord } from "../lifecycle/creation-time";
import type { Account, Operation } from "../lifecycle/context";
import type { DiffResult } from "../lifecycle/diff";
import { withoutDuplicateLog } from "./dedupe-errors";
import type { Ownership } from "../ownership/ownership";
import { guardOwner } from "../ownership/shared";
import type { Diagnostic } from "../schema/field";
import { listenForCancellation } from "./cancellation";
import { checkSet } from "../set/check";
import { progress } from "../api/progress";
import { isMarked, setSubject, type SetDefinition } from "../set/definition";
import { diffSet } from "../set/diff";
import { counted } from "../set/counts";
import { createSet, removeSet, updateSet, type SetOperation } from "../set/operations";
import { readSet } from "../set/read";
import { openObjectClient } from "../set/object-client";

type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

/** @param ownership that of the resource that is one of its objects: each leaves alone what the other has */
export function setHandlerOf(set: SetDefinition, ownership: Ownership): Handler {
  let account = accountOf(() => undefined);
  const warn = (message: string) => console.warn(printable(`warning: ${message}`));
  const ofObjects: Operation = {
    definition: set.of,
    ownership,
    account: () => account(),
    warn,
    clock: REAL_CLOCK,
  };
  // Each operation may create some of its objects.
  const stamped = (news: JsonObject) => ({ ...news, ...creationRecord(ofObjects) });
  /** The sets, by what messages call them, that the program marks something of as secret, or did. */
  const secret = new Set<string>();
  const operation: SetOperation = {
    set,
    open: (subject, setId) => {
      let adopted = 0;
      return {
        objects: openObjectClient({
          ...ofObjects,
          set: subject,
          setId,
          isSecret: secret.has(subject),
          adopted: () => (adopted += 1),
        }),
        // One that waits for its next attempt leaves its place at the API to another.
        atOnce: 2 * account().configuration.maxConcurrency,
        adopted: () => adopted,
        account: account(),
      };
    },
    tell: (message) => console.log(printable(message)),
    progress,
    listen: listenForCancellation,
  };
  return {
    // The engine keeps a provider whose configure threw: complaints wait for the first use.
    configure: ({ config }) => {
      account = accountOf((key) => config.get(key));
      return Promise.resolve();
    },
    check: async (olds, news) => {
      const result = await withoutDuplicateLog(judged(set, olds, news, warn));
      if ([olds, news].some(isMarked)) secret.add(setSubject(set, news));
      ownership.claims.checked(result.inputs, Object.keys(olds).length === 0);
      return result;
    },
    diff: (id, olds, news) =>
      withoutDuplicateLog(
        compared(operation, ownership, id, {
          olds,
          news,
          isSecret: secret.has(setSubject(set, news)),
          account: () => account(),
        }),
      ),
    create: (news) => createSet(operation, stamped(news)),
    read: (id, state) => withoutDuplicateLog(readSet(operation, id, isObject(state) ? state : {})),
    update: (id, olds, news) => updateSet(operation, id, olds, stamped(news)),
    delete: (id, state) => withoutDuplicateLog(removeSet(operation, id, state)),
  };
}

/** Faults and warnings beyond these are counted: nobody reads thousands of lines. */
const SHOWN = 50;

/** The reason begins with the path, since the engine would show the value beside a property. */
function judged(set: SetDefinition, olds: JsonObject, news: JsonObject, warn: (message: string) => void) {
  return new Promise<{ inputs: JsonObject; failures: { property: string; reason: string }[] }>((resolve) => {
    const { inputs, failures, warnings } = checkSet(set, olds, news);
    for (const said of linesOf(warnings)) warn(`${setSubject(set, news)}: ${said}`);
    resolve({
      inputs,
      failures: linesOf(failures).map((reason) => ({ property: "", reason: printable(reason) })),
    });
  });
}

function linesOf(judgements: readonly Diagnostic[]): string[] {
  const lines = judgements.slice(0, SHOWN).map(({ property, reason }) => `${property}: ${reason}`);
  const more = judgements.length - lines.length;
  return more === 0 ? lines : [...lines, `and ${counted(more)} more like these`];
}

function compared(
  { set, tell }: SetOperation,
  ownership: Ownership,
  id: string,
  {
    olds,
    news,
    isSecret,
    account,
  }: {
    readonly olds: JsonObject;
    readonly news: JsonObject;
    readonly isSecret: boolean;
    readonly account: () => Account;
  },
) {
  return new Promise<DiffResult>((resolve) => {
    const isMoved = hasMoved(account, setSubject(set, news), olds);
    const { lasting, leaving, planned, ...verdict } = diffSet(set, olds, news, isSecret);
    // A refresh compares too, and plans nothing.
    if (ownership.claims.isDeclared(news)) {
      const subject = setSubject(set, news);
      if (verdict.replaces.length === 0)
        guardOwner({ definition: set.of, ownership }, lasting, news, { subject, setId: id });
      // Else a resource of its own could adopt what the set is about to delete, and a run that ends in between would
      // leave it to both.
      for (const one of leaving) ownership.claims.deleting(one, true);
      if (planned !== undefined) tell(`${subject}: ${planned}.`);
    }
    resolve({ ...verdict, changes: isMoved || verdict.changes });
  });
}
