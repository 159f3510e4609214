/** Creates, updates and deletes a set: each makes a plan, carries it out, and records what is done of it. */
import { randomUUID } from "node:crypto";

import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { accountRecord, hasMoved, persistedAccount, type Configured } from "../lifecycle/account-record";
import type { ProgressReporter } from "../api/progress";
import { applyPlan, type Progress, type ApplyResult } from "./apply";
import { setSubject, type SetDefinition } from "./definition";
import { counted, firstOf } from "./counts";
import type { ObjectClient } from "./objects";
import { PartialFailure, summaryOf } from "./partial-failure";
import { planOf, type Plan } from "./plan";
import { recordedIn, stateOfSet, maskOf } from "./state";

/** A set of an account: what every operation is given. */
export interface SetOperation {
  readonly set: SetDefinition;
  /** Throws a BluedotError where the configuration is not complete. */
  readonly open: (subject: string, id: string) => Opened;
  readonly tell: (message: string) => void;
  /** Tells the user how far it is. */
  readonly progress: Pick<ProgressReporter, "reportWhile">;
  /** Watches, for the time of an operation, whether it is to begin nothing more. Default: it is done to its end. */
  readonly listen?: () => Cancellation;
}

export interface Cancellation {
  isAsked(): boolean;
  close(): void;
}

const NO_CANCELLATION: Cancellation = { isAsked: () => false, close: () => undefined };

/** The set's objects, for one operation. */
interface Opened {
  readonly objects: ObjectClient;
  /** How many of them are worked on at once. */
  readonly atOnce: number;
  /** Where they are. */
  readonly account: Configured;
  /** The number of objects that were adopted. Default: none is. */
  readonly adopted?: () => number;
}

export async function createSet(
  operation: SetOperation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { set, open } = operation;
  const id = randomUUID();
  const opening = open(setSubject(set, news), id);
  const report = await carryOutFor(operation, news, planOf(set, {}, [], news), opening);
  if (report.left > 0 && report.objects.length === 0) throw nothingDone(setSubject(set, news), report);
  return { id, outs: recorded(set, id, { olds: {}, news, record: accountRecord(opening.account) }, report) };
}

export async function updateSet(
  operation: SetOperation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { set, open } = operation;
  const subject = setSubject(set, news);
  const opening = open(subject, id);
  const isMoved = hasMoved(() => opening.account, subject, olds);
  // All are looked at where they are to be by now, and only then is that recorded.
  const held = recordedIn(olds).map((one) => (isMoved ? { ...one, isWhole: false } : one));
  const report = await carryOutFor(operation, news, planOf(set, olds, held, news), opening);
  const isAllSeen = held.length === 0 || (isMoved && report.left === 0);
  const record = { ...accountRecord(opening.account), ...(isAllSeen ? {} : persistedAccount(olds)) };
  return { outs: recorded(set, id, { olds, news, record }, report) };
}

/** What is left of it the engine keeps as it was; what is gone by then is no fault the next time. */
export async function removeSet(operation: SetOperation, id: string, state: JsonObject): Promise<void> {
  const { set, open } = operation;
  const subject = setSubject(set, state);
  const opening = open(subject, id);
  hasMoved(() => opening.account, subject, state);
  // `retainOnRemove` is about the objects that leave a set; the set itself takes all of its own along.
  const nothing = { ...state, [set.objects]: {}, retainOnRemove: false };
  const report = await carryOutFor(operation, state, planOf(set, state, recordedIn(state), nothing), opening);
  if (report.left > 0) throw nothingDone(subject, report, DELETE_AGAIN);
}

const DELETE_AGAIN =
  "Run the same command again to delete the rest; to keep the set instead, run `pulumi up --refresh`, which creates again what is deleted.";

async function carryOutFor(
  { set, tell, progress, listen = () => NO_CANCELLATION }: SetOperation,
  properties: JsonObject,
  plan: Plan,
  { objects, atOnce, adopted = () => 0 }: Opened,
): Promise<ApplyResult> {
  const cancellation = listen();
  const subject = setSubject(set, properties);
  try {
    let latest: Progress = { done: 0, failed: 0, of: plan.steps.length };
    const ended = (now: Progress) => {
      latest = now;
    };
    const said = () => `${subject}: ${inWords(latest)}.`;
    const isCancelled = () => cancellation.isAsked();
    const work = applyPlan(set, plan, { objects, atOnce, isCancelled, ended });
    const report = await progress.reportWhile(work, said);
    if (adopted() > 0)
      tell(
        `${subject}: ${counted(adopted())} ${set.objects} exist already as declared, and are adopted without a write.`,
      );
    const released = plan.released.map(({ key }) => key);
    if (released.length > 0)
      tell(`${subject}: lets go of ${firstOf(released)}, which stay in the account (\`retainOnRemove\`).`);
    return report;
  } finally {
    cancellation.close();
  }
}

function inWords({ done, failed, of }: Progress): string {
  return `${counted(done)} of ${counted(of)} done${failed === 0 ? "" : `, ${counted(failed)} failed`}`;
}

/** @throws PartlyDone where something is left. */
function recorded(
  set: SetDefinition,
  id: string,
  { olds, news, record }: Readonly<Record<"olds" | "news" | "record", JsonObject>>,
  report: ApplyResult,
): JsonObject {
  const outs = { ...stateOfSet(set, news, report.objects), ...record };
  if (report.left === 0) return outs;
  throw new PartialFailure(summaryOf(setSubject(set, news), report), id, {
    ...outs,
    ...maskOf(set, { olds, news }, report.objects, lostIn(report)),
  });
}

/** Of what was answered so that it may have been done. */
function lostIn({ failures }: ApplyResult): Set<string> {
  const lost = failures.filter(({ error }) => error instanceof BluedotError && error.maybeDone);
  return new Set(lost.map(({ heldKey }) => heldKey));
}

/** Of the kind of the first of the reasons, so that one who tells errors apart can. */
function nothingDone(subject: string, report: ApplyResult, advice?: string): BluedotError {
  const [first] = report.failures;
  const kind = first?.error instanceof BluedotError ? first.error.kind : "refused";
  return new BluedotError(kind, summaryOf(subject, report, advice));
}
