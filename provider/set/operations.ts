/** Creates, updates and deletes a set: each makes a plan, carries it out, and records what is done of it. */
import { randomUUID } from "node:crypto";

import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { listenForCancellation, type Cancellation } from "./cancellation";
import { carryOut, type Report } from "./carry-out";
import { setSubject, type SetDefinition } from "./definition";
import type { Objects } from "./objects";
import { counted, PartlyDone, summaryOf } from "./partly-done";
import { planOf, type Plan } from "./plan";
import { heldIn, stateOfSet } from "./state";

/** A set of an account: what every operation is given. */
export interface SetOperation {
  readonly set: SetDefinition;
  /** Throws a BluedotError where the configuration is not complete. */
  readonly open: () => { readonly objects: Objects; readonly atOnce: number };
  /** Tells the user how far it is. */
  readonly tell: (message: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Default: whether the engine was asked to stop. */
  readonly listen?: () => Cancellation;
}

export async function createSet(
  operation: SetOperation,
  news: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { set } = operation;
  const report = await carryOutFor(operation, news, planOf(set, {}, [], news));
  const id = randomUUID();
  if (report.left > 0 && report.held.length === 0) throw nothingDone(setSubject(set, news), report);
  return { id, outs: recorded(set, id, news, report) };
}

export async function updateSet(
  operation: SetOperation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { set } = operation;
  const report = await carryOutFor(operation, news, planOf(set, olds, heldIn(olds), news));
  return { outs: recorded(set, id, news, report) };
}

/** What is left of it the engine keeps as it was; what is gone by then is no fault the next time. */
export async function removeSet(operation: SetOperation, state: JsonObject): Promise<void> {
  const { set } = operation;
  const nothing = { ...state, [set.objects]: {} };
  const report = await carryOutFor(operation, state, planOf(set, state, heldIn(state), nothing));
  if (report.left > 0) throw nothingDone(setSubject(set, state), report);
}

async function carryOutFor(
  { set, open, tell, now, listen = listenForCancellation }: SetOperation,
  properties: JsonObject,
  plan: Plan,
): Promise<Report> {
  const cancellation = listen();
  const progress = progressOf(setSubject(set, properties), tell, now);
  try {
    const tools = { ...open(), isCancelled: () => cancellation.isAsked(), ended: progress };
    return await carryOut(set, plan, tools);
  } finally {
    cancellation.close();
  }
}

/** @throws PartlyDone where something is left. */
function recorded(set: SetDefinition, id: string, news: JsonObject, report: Report): JsonObject {
  const outs = stateOfSet(set, news, report.held);
  if (report.left === 0) return outs;
  const { __provider = "" } = news;
  throw new PartlyDone(summaryOf(setSubject(set, news), report), id, { ...outs, __provider });
}

/** Of the kind of the first of the reasons, so that one who tells errors apart can. */
function nothingDone(subject: string, report: Report): BluedotError {
  const [first] = report.failures;
  const kind = first?.error instanceof BluedotError ? first.error.kind : "refused";
  return new BluedotError(kind, summaryOf(subject, report));
}

const TOLD_EVERY = 10_000;

function progressOf(subject: string, tell: (message: string) => void, now: () => number) {
  let told = now();
  return (done: number, of: number): void => {
    if (now() - told < TOLD_EVERY || done === of) return;
    told = now();
    tell(`${subject}: ${counted(done)} of ${counted(of)} done.`);
  };
}
