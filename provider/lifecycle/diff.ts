/** Whether the program asks for something else than the state records. No network. */
import type { JsonObject } from "../json";
import { changedProperties } from "./changed-properties";
import type { Definition } from "./definition";
import { hasNewSecrets } from "./redaction";
import { pendingPaths } from "./pending-update";

export interface DiffResult {
  /**
   * Undefined lets the engine find out from the arguments what to show; false is a true no-op, and true is for what the
   * arguments do not show.
   */
  readonly changes: boolean | undefined;
  readonly replaces: string[];
}

/** @param isMoved whether the state has another address to record. Default: it has not */
export function diff(
  definition: Definition,
  olds: JsonObject,
  news: JsonObject,
  isMoved = false,
): DiffResult {
  const changed = changedProperties(definition, olds, news);
  const open = new Set(pendingPaths(olds).map(([key]) => key));
  const isToBeDone = isMoved || open.size > 0 || hasNewSecrets(definition, olds, news);
  const replaces = changed.filter(([, property]) => property.replaces === true).map(([key]) => key);
  // The engine compares arguments, and those of a lost update are not the ones that it keeps.
  const isShown = changed.some(([key]) => !open.has(key));
  return { changes: isShown ? undefined : isToBeDone, replaces };
}
