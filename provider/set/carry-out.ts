/** Carries out a plan, and keeps of it what is done: what failed or was not begun stays to be done. */
import { BluedotError } from "../errors";
import { HalfMade } from "../lifecycle/half-made";
import { partsOf, type SetDefinition } from "./definition";
import type { Made, Objects } from "./objects";
import { watchForOutage } from "./outage";
import type { Held } from "./packed";
import { keyOf, type Plan, type Step } from "./plan";
import { eachOf } from "./pool";

export interface Tools {
  readonly objects: Objects;
  /** How many objects are worked on at once. */
  readonly atOnce: number;
  readonly isCancelled: () => boolean;
  /** Hears of each step that has ended. */
  readonly ended: (done: number, of: number) => void;
}

export interface Report {
  /** All that the set holds now. */
  readonly held: readonly Held[];
  readonly done: number;
  readonly left: number;
  /** Why, in the order in which it went wrong. */
  readonly failures: readonly Failure[];
  /** Why the rest of what is left was not begun. */
  readonly stop: BluedotError | "cancelled" | undefined;
}

export interface Failure {
  readonly key: string;
  /** The key under which the set holds the object until it is done. */
  readonly heldKey: string;
  readonly error: unknown;
}

export async function carryOut(set: SetDefinition, { kept, steps }: Plan, tools: Tools): Promise<Report> {
  const { atOnce, isCancelled, ended } = tools;
  const outages = watchForOutage();
  const failures: Failure[] = [];
  const results = new Map<Step, Held | undefined>();
  let done = 0;
  const isStopped = () => outages.outage() !== undefined || isCancelled();
  const work = async (step: Step) => {
    try {
      if (step.do === "remove" && hasFailed(step.held.key)) throw replacementFailed();
      results.set(step, await resultOf(set, step, tools.objects));
      outages.succeeded();
      done += 1;
    } catch (error) {
      results.set(step, afterFailure(step, error));
      outages.failed(error);
      failures.push({ key: keyOf(step), heldKey: heldBefore(step)?.key ?? keyOf(step), error });
    }
    ended(done + failures.length, steps.length);
  };
  const hasFailed = (key: string) => failures.some((failure) => failure.key === key);
  const removes = steps.filter((step) => step.do === "remove");
  const others = steps.filter((step) => step.do !== "remove");
  await eachOf(others, { atOnce, isStopped }, work);
  // What has come under another key of the set is let go of here, and not deleted.
  const keeps = new Set([...others.map((step) => results.get(step)), ...kept].map((one) => one?.id));
  for (const step of removes.filter(({ held }) => keeps.has(held.id))) {
    results.set(step, undefined);
    done += 1;
  }
  const toDelete = removes.filter((step) => !results.has(step));
  await eachOf(toDelete, { atOnce, isStopped }, work);
  // What could not be deleted comes first: another may have its key by now, and is the one that a program reads.
  const held = [...removes, ...others].map((step) =>
    results.has(step) ? results.get(step) : heldBefore(step),
  );
  const left = steps.length - done;
  return {
    held: [...held.filter((one) => one !== undefined), ...kept],
    done,
    left,
    failures,
    stop: left === failures.length ? undefined : (outages.outage() ?? "cancelled"),
  };
}

/** As the engine keeps what it could not replace. */
function replacementFailed(): BluedotError {
  return new BluedotError("conflict", "it is not deleted, since what comes in its place could not be made");
}

/** What the set holds of an object after the step; undefined for nothing. */
async function resultOf(set: SetDefinition, step: Step, objects: Objects): Promise<Held | undefined> {
  if (step.do === "remove") {
    await objects.remove(step.held.id, step.declared);
    return undefined;
  }
  const { id, found } = step.do === "make" ? await objects.make(step.declared) : await changed(step, objects);
  return { key: step.key, id, parts: partsOf(set, found, id), text: step.text, isWhole: true };
}

/** What was deleted meanwhile is made again. */
async function changed({ held, before, declared }: Step & { do: "change" }, objects: Objects): Promise<Made> {
  const found = await objects.change(held.id, before, declared);
  return found === undefined ? objects.make(declared) : { id: held.id, found };
}

/** What exists half is looked at again by the next run; what could not be changed or deleted is as it was. */
function afterFailure(step: Step, error: unknown): Held | undefined {
  const before = heldBefore(step);
  if (!(error instanceof HalfMade) || step.do === "remove") return before;
  const parts = before?.id === error.id ? before.parts : {};
  return { key: step.key, id: error.id, parts, text: step.text, isWhole: false };
}

function heldBefore(step: Step): Held | undefined {
  return step.do === "make" ? undefined : step.held;
}
