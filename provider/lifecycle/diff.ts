/** Compares the declared and the recorded properties. No network. */
import type { JsonObject } from "../json";
import { changedProperties } from "../schema/equivalent";
import type { Definition } from "./definition";
import { hasNewSecrets } from "./redaction";
import { pendingPaths } from "./pending-update";

export interface DiffResult {
  /**
   * False: no change. True: a change that the arguments do not show. Undefined: the engine finds the changes in the
   * arguments.
   */
  readonly changes: boolean | undefined;
  readonly replaces: string[];
}

/** @param isMoved true if the state has to record another address. Default: false */
export function diff(
  definition: Definition,
  olds: JsonObject,
  news: JsonObject,
  isMoved = false,
): DiffResult {
  const changed = changedProperties(definition.fields, olds, news);
  const pending = new Set(pendingPaths(olds).map(([key]) => key));
  const isUpdateNeeded = isMoved || pending.size > 0 || hasNewSecrets(definition, olds, news);
  const replaces = changed.filter(([, property]) => property.replaces === true).map(([key]) => key);
  // The engine keeps the arguments from before a lost update.
  const isShown = changed.some(([key]) => !pending.has(key));
  return { changes: isShown ? undefined : isUpdateNeeded, replaces };
}
