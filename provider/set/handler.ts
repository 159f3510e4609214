/** A set as the engine wants it: the handler of one resource, which the states name. */
import type { dynamic } from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../json";
import { accountOf } from "../lifecycle/account";
import { REAL_CLOCK } from "../lifecycle/clock";
import type { Operation } from "../lifecycle/operation";
import { nameOf } from "../lifecycle/definition";
import type { Verdict } from "../lifecycle/diff";
import type { Holdings } from "../lifecycle/holdings";
import { shownOnce } from "../lifecycle/shown-once";
import type { Judgement } from "../schema/field";
import { checkSet } from "./check";
import { telling } from "../session/tell";
import { isMarked, objectIn, setSubject, sharedOf, textsIn, withKey, type SetDefinition } from "./definition";
import { diffSet } from "./diff";
import { createSet, removeSet, updateSet, type SetOperation } from "./operations";
import { counted } from "./partly-done";
import { readSet } from "./read";
import { openObjects } from "./wired";

type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

/** @param holdings those of the resource that is one of its objects: what one has, the other leaves alone */
export function setHandlerOf(set: SetDefinition, holdings: Holdings): Handler {
  let account = accountOf(() => undefined);
  const warn = (message: string) => console.warn(`warning: ${message}`);
  const ofObjects: Operation = {
    definition: set.of,
    holdings,
    account: () => account(),
    warn,
    clock: REAL_CLOCK,
  };
  /** The sets, by what messages call them, that the program marks something of as secret, or did. */
  const secret = new Set<string>();
  const operation: SetOperation = {
    set,
    open: (subject, setId) => {
      let twins = 0;
      return {
        toMake: (declared) => {
          holdings.awaits(
            subject,
            declared.map((each) => nameOf(set.of, each)),
          );
        },
        objects: openObjects({
          ...ofObjects,
          set: subject,
          setId,
          isSecret: secret.has(subject),
          tookTwin: () => (twins += 1),
        }),
        // One that waits for its next attempt leaves its place at the API to another.
        atOnce: 2 * account().configuration.maxConcurrency,
        takenOver: () => twins,
      };
    },
    tell: (message) => console.log(message),
    telling,
  };
  return {
    // The engine keeps a provider whose configure threw: complaints wait for the first use.
    configure: ({ config }) => {
      account = accountOf((key) => config.get(key));
      return Promise.resolve();
    },
    check: async (olds, news) => {
      const result = await shownOnce(judged(set, olds, news, warn));
      if ([olds, news].some(isMarked)) secret.add(setSubject(set, news));
      holdings.declared(result.inputs, Object.keys(olds).length === 0);
      if (result.failures.length === 0)
        holdings.awaits(setSubject(set, news), namesToMake(set, olds, result.inputs));
      return result;
    },
    diff: (id, olds, news) => shownOnce(compared(operation, holdings, id, { olds, news })),
    create: (news) => createSet(operation, news),
    read: (id, state) => shownOnce(readSet(operation, id, isObject(state) ? state : {})),
    update: (id, olds, news) => updateSet(operation, id, olds, news),
    delete: (id, state) => shownOnce(removeSet(operation, id, state)),
  };
}

/** Faults and warnings beyond these are counted: nobody reads thousands of lines. */
const SHOWN = 50;

/** The reason begins with the path, since the engine would show the value beside a property. */
function judged(set: SetDefinition, olds: JsonObject, news: JsonObject, warn: (message: string) => void) {
  return new Promise<{ inputs: JsonObject; failures: { property: string; reason: string }[] }>((resolve) => {
    const { inputs, failures, warnings } = checkSet(set, olds, news);
    for (const said of linesOf(warnings)) warn(`${setSubject(set, news)}: ${said}`);
    resolve({ inputs, failures: linesOf(failures).map((reason) => ({ property: "", reason })) });
  });
}

function linesOf(judgements: readonly Judgement[]): string[] {
  const lines = judgements.slice(0, SHOWN).map(({ property, reason }) => `${property}: ${reason}`);
  const more = judgements.length - lines.length;
  return more === 0 ? lines : [...lines, `and ${counted(more)} more like these`];
}

/** By what those are called that the program declares and did not before. */
function namesToMake(set: SetDefinition, olds: JsonObject, news: JsonObject): string[] {
  const before = textsIn(set, olds);
  const shared = sharedOf(set, news);
  return [...(textsIn(set, news) ?? [])].flatMap(([key, text]) => {
    const object = before?.has(key) === true ? undefined : objectIn(text);
    return object === undefined ? [] : [nameOf(set.of, { ...shared, ...withKey(set, key, object) })];
  });
}

function compared(
  { set, tell }: SetOperation,
  holdings: Holdings,
  id: string,
  { olds, news }: { readonly olds: JsonObject; readonly news: JsonObject },
) {
  return new Promise<Verdict>((resolve) => {
    const { lasting, planned, ...verdict } = diffSet(set, olds, news);
    // A refresh compares too, and plans nothing.
    if (holdings.isDeclared(news)) {
      const subject = setSubject(set, news);
      holdings.inSet(lasting, { id, subject });
      // The engine shows that a set changes, and its keys only where it is asked for a diff.
      if (planned !== undefined) tell(`${subject}: ${planned}.`);
    }
    resolve(verdict);
  });
}
