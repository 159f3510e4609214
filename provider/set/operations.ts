/** Creates, updates and deletes a set: each makes a plan, carries it out, and records what is done of it. */
import { randomUUID } from "node:crypto";

import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { AS_AFTER_A_STOP } from "../lifecycle/twins";
import type { Telling } from "../session/tell";
import { listenForCancellation, type Cancellation } from "./cancellation";
import { carryOut, type Report } from "./carry-out";
import { setSubject, type SetDefinition } from "./definition";
import type { Objects } from "./objects";
import { counted, PartlyDone, summaryOf } from "./partly-done";
import { planOf, type Plan } from "./plan";
import { heldIn, stateOfSet, veilOf } from "./state";

/** A set of an account: what every operation is given. */
export interface SetOperation {
  readonly set: SetDefinition;
  /**
   * Throws a BluedotError where the configuration is not complete.
   *
   * @param id undefined for a set that is made
   */
  readonly open: (subject: string, id?: string) => Opened;
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
  /** Hears what is about to be made, and at the end that nothing is. Default: nobody does. */
  readonly toMake?: (declared: readonly JsonObject[]) => void;
  /** How many existed already and were taken over. Default: nobody counts. */
  readonly takenOver?: () => number;
}

export async function createSet(
  operation: SetOperation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { set } = operation;
  const report = await carryOutFor(operation, news, planOf(set, {}, [], news));
  const id = randomUUID();
  if (report.left > 0 && report.held.length === 0) throw nothingDone(setSubject(set, news), report);
  return { id, outs: recorded(set, id, { olds: {}, news }, report) };
}

export async function updateSet(
  operation: SetOperation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { set } = operation;
  const report = await carryOutFor(operation, news, planOf(set, olds, heldIn(olds), news), id);
  return { outs: recorded(set, id, { olds, news }, report) };
}

/** What is left of it the engine keeps as it was; what is gone by then is no fault the next time. */
export async function removeSet(operation: SetOperation, id: string, state: JsonObject): Promise<void> {
  const { set } = operation;
  const nothing = { ...state, [set.objects]: {} };
  const report = await carryOutFor(operation, state, planOf(set, state, heldIn(state), nothing), id);
  if (report.left > 0) throw nothingDone(setSubject(set, state), report, DELETE_AGAIN);
}

const DELETE_AGAIN =
  "Run the same command again to delete the rest; to keep the set instead, run `pulumi up --refresh`, which makes again what is deleted.";

async function carryOutFor(
  { set, open, tell, telling, listen = listenForCancellation }: SetOperation,
  properties: JsonObject,
  plan: Plan,
  id?: string,
): Promise<Report> {
  const cancellation = listen();
  const subject = setSubject(set, properties);
  try {
    const { objects, atOnce, toMake = () => undefined, takenOver = () => 0 } = open(subject, id);
    toMake(plan.steps.flatMap((step) => (step.do === "make" ? [step.declared] : [])));
    let progress = { done: 0, of: plan.steps.length };
    const ended = (done: number, of: number) => {
      progress = { done, of };
    };
    const said = () => `${subject}: ${counted(progress.done)} of ${counted(progress.of)} done.`;
    const isCancelled = () => cancellation.isAsked();
    const work = carryOut(set, plan, { objects, atOnce, isCancelled, ended });
    const report = await telling.tellWhile(work, said);
    toMake([]);
    const twins = takenOver();
    if (twins > 0)
      tell(`${subject}: ${counted(twins)} ${set.objects} exist already, each ${AS_AFTER_A_STOP}`);
    return report;
  } finally {
    cancellation.close();
  }
}

/** @throws PartlyDone where something is left. */
function recorded(
  set: SetDefinition,
  id: string,
  { olds, news }: { readonly olds: JsonObject; readonly news: JsonObject },
  report: Report,
): JsonObject {
  const outs = stateOfSet(set, news, report.held);
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
