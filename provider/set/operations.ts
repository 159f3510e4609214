/** Creates, updates and deletes a set: each makes a plan, carries it out, and records what is done of it. */
import { randomUUID } from "node:crypto";

import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { accountRecord, hasMoved, lastingRecord, type Configured } from "../lifecycle/account-record";
import type { Telling } from "../session/tell";
import { listenForCancellation, type Cancellation } from "./cancellation";
import { carryOut, type Progress, type Report } from "./carry-out";
import { setSubject, type SetDefinition } from "./definition";
import { counted, firstOf } from "./listing";
import type { Objects } from "./objects";
import { PartlyDone, summaryOf } from "./partly-done";
import { planOf, type Plan } from "./plan";
import { heldIn, stateOfSet, veilOf } from "./state";

/** A set of an account: what every operation is given. */
export interface SetOperation {
  readonly set: SetDefinition;
  /** Throws a BluedotError where the configuration is not complete. */
  readonly open: (subject: string, id: string) => Opened;
  readonly tell: (message: string) => void;
  /** Tells the user how far it is. */
  readonly telling: Pick<Telling, "tellWhile">;
  /** Default: whether the engine was asked to stop. */
  readonly listen?: () => Cancellation;
}

/** The set's objects, for one operation. */
interface Opened {
  readonly objects: Objects;
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
  if (report.left > 0 && report.held.length === 0) throw nothingDone(setSubject(set, news), report);
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
  const held = heldIn(olds).map((one) => (isMoved ? { ...one, isWhole: false } : one));
  const report = await carryOutFor(operation, news, planOf(set, olds, held, news), opening);
  const isAllSeen = held.length === 0 || (isMoved && report.left === 0);
  const record = { ...accountRecord(opening.account), ...(isAllSeen ? {} : lastingRecord(olds)) };
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
  const report = await carryOutFor(operation, state, planOf(set, state, heldIn(state), nothing), opening);
  if (report.left > 0) throw nothingDone(subject, report, DELETE_AGAIN);
}

const DELETE_AGAIN =
  "Run the same command again to delete the rest; to keep the set instead, run `pulumi up --refresh`, which creates again what is deleted.";

async function carryOutFor(
  { set, tell, telling, listen = listenForCancellation }: SetOperation,
  properties: JsonObject,
  plan: Plan,
  { objects, atOnce, adopted = () => 0 }: Opened,
): Promise<Report> {
  const cancellation = listen();
  const subject = setSubject(set, properties);
  try {
    let progress: Progress = { done: 0, failed: 0, of: plan.steps.length };
    const ended = (now: Progress) => {
      progress = now;
    };
    const said = () => `${subject}: ${inWords(progress)}.`;
    const isCancelled = () => cancellation.isAsked();
    const work = carryOut(set, plan, { objects, atOnce, isCancelled, ended });
    const report = await telling.tellWhile(work, said);
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
  report: Report,
): JsonObject {
  const outs = { ...stateOfSet(set, news, report.held), ...record };
  if (report.left === 0) return outs;
  const { __provider = "" } = news;
  throw new PartlyDone(summaryOf(setSubject(set, news), report), id, {
    ...outs,
    ...veilOf(set, { olds, news }, report.held, lostIn(report)),
    __provider,
  });
}

/** Of what was answered so that it may have been done. */
function lostIn({ failures }: Report): Set<string> {
  const lost = failures.filter(({ error }) => error instanceof BluedotError && error.maybeDone);
  return new Set(lost.map(({ heldKey }) => heldKey));
}

/** Of the kind of the first of the reasons, so that one who tells errors apart can. */
function nothingDone(subject: string, report: Report, advice?: string): BluedotError {
  const [first] = report.failures;
  const kind = first?.error instanceof BluedotError ? first.error.kind : "refused";
  return new BluedotError(kind, summaryOf(subject, report, advice));
}
