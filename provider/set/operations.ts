/** Creates, updates and deletes a set: each makes a plan, applies it and records the result. */
import { randomUUID } from "node:crypto";

import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { accountRecord, hasMoved, persistedAccount, type Configured } from "../lifecycle/account-record";
import type { ProgressReporter } from "../api/progress";
import { applyPlan, type Progress, type ApplyResult } from "./apply";
import { setSubject, type SetDefinition } from "./definition";
import { counted, firstOf } from "./counts";
import type { ObjectClient } from "./object-client";
import { PartialFailure, summaryOf } from "./partial-failure";
import { planOf, type Plan } from "./plan";
import { recordedIn, stateOfSet, maskOf } from "./state";

/** The set and the account that an operation works with. */
export interface SetOperation {
  readonly set: SetDefinition;
  /** @throws BluedotError if the configuration is not complete. */
  readonly open: (subject: string, id: string) => Opened;
  readonly log: (message: string) => void;
  /** Shows the user the progress. */
  readonly progress: Pick<ProgressReporter, "reportWhile">;
  /** Watches for a cancellation during an operation. Default: operations are not cancelled. */
  readonly listen?: () => Cancellation;
}

export interface Cancellation {
  isAsked(): boolean;
  close(): void;
}

const NO_CANCELLATION: Cancellation = { isAsked: () => false, close: () => undefined };

/** The objects of the set, for one operation. */
interface Opened {
  readonly client: ObjectClient;
  /** The number of objects worked on at once. */
  readonly atOnce: number;
  /** The account that the objects are in. */
  readonly account: Configured;
  /** The number of adopted objects. Default: 0. */
  readonly adopted?: () => number;
}

export async function createSet(
  operation: SetOperation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { set, open } = operation;
  const id = randomUUID();
  const opened = open(setSubject(set, news), id);
  const result = await applyFor(operation, news, planOf(set, {}, [], news), opened);
  if (result.remaining > 0 && result.recorded.length === 0) throw failureOf(setSubject(set, news), result);
  return {
    id,
    outs: outputsOrFailure(set, id, { olds: {}, news, record: accountRecord(opened.account) }, result),
  };
}

export async function updateSet(
  operation: SetOperation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { set, open } = operation;
  const subject = setSubject(set, news);
  const opened = open(subject, id);
  const isMoved = hasMoved(() => opened.account, subject, olds);
  // All objects are read at the new address, and only then is it recorded.
  const recorded = recordedIn(olds).map((one) => (isMoved ? { ...one, isWhole: false } : one));
  const result = await applyFor(operation, news, planOf(set, olds, recorded, news), opened);
  const isAllRead = recorded.length === 0 || (isMoved && result.remaining === 0);
  const record = { ...accountRecord(opened.account), ...(isAllRead ? {} : persistedAccount(olds)) };
  return { outs: outputsOrFailure(set, id, { olds, news, record }, result) };
}

/** On a failure the engine keeps the state; the next run ignores objects that are gone already. */
export async function deleteSet(operation: SetOperation, id: string, state: JsonObject): Promise<void> {
  const { set, open } = operation;
  const subject = setSubject(set, state);
  const opened = open(subject, id);
  hasMoved(() => opened.account, subject, state);
  // `retainOnRemove` concerns objects that leave a set; with the set itself all of its objects are deleted.
  const nothing = { ...state, [set.argument]: {}, retainOnRemove: false };
  const result = await applyFor(operation, state, planOf(set, state, recordedIn(state), nothing), opened);
  if (result.remaining > 0) throw failureOf(subject, result, DELETE_AGAIN);
}

const DELETE_AGAIN =
  "Run the same command again to delete the rest; to keep the set instead, run `pulumi up --refresh`, which creates again what is deleted.";

async function applyFor(
  { set, log, progress, listen = () => NO_CANCELLATION }: SetOperation,
  properties: JsonObject,
  plan: Plan,
  { client, atOnce, adopted = () => 0 }: Opened,
): Promise<ApplyResult> {
  const cancellation = listen();
  const subject = setSubject(set, properties);
  try {
    let latest: Progress = { completed: 0, failed: 0, of: plan.steps.length };
    const onProgress = (now: Progress) => {
      latest = now;
    };
    const progressLine = () => `${subject}: ${describeProgress(latest)}.`;
    const isCancelled = () => cancellation.isAsked();
    const applied = applyPlan(set, plan, { client, atOnce, isCancelled, onProgress });
    const result = await progress.reportWhile(applied, progressLine);
    if (adopted() > 0)
      log(
        `${subject}: ${counted(adopted())} ${set.argument} exist already as declared, and are adopted without a write.`,
      );
    const released = plan.released.map(({ key }) => key);
    if (released.length > 0)
      log(`${subject}: lets go of ${firstOf(released)}, which stay in the account (\`retainOnRemove\`).`);
    return result;
  } finally {
    cancellation.close();
  }
}

function describeProgress({ completed, failed, of }: Progress): string {
  return `${counted(completed)} of ${counted(of)} done${failed === 0 ? "" : `, ${counted(failed)} failed`}`;
}

/** @throws PartialFailure if steps remain. */
function outputsOrFailure(
  set: SetDefinition,
  id: string,
  { olds, news, record }: Readonly<Record<"olds" | "news" | "record", JsonObject>>,
  result: ApplyResult,
): JsonObject {
  const outs = { ...stateOfSet(set, news, result.recorded), ...record };
  if (result.remaining === 0) return outs;
  throw new PartialFailure(summaryOf(setSubject(set, news), result), id, {
    ...outs,
    ...maskOf(set, { olds, news }, result.recorded, lostIn(result)),
  });
}

/** The recorded keys of failed steps that may have taken effect. */
function lostIn({ failures }: ApplyResult): Set<string> {
  const lost = failures.filter(({ error }) => error instanceof BluedotError && error.maybeDone);
  return new Set(lost.map(({ recordedKey }) => recordedKey));
}

/** An error of the kind of the first failure. */
function failureOf(subject: string, result: ApplyResult, advice?: string): BluedotError {
  const [first] = result.failures;
  const kind = first?.error instanceof BluedotError ? first.error.kind : "refused";
  return new BluedotError(kind, summaryOf(subject, result, advice));
}
