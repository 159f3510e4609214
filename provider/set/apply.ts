/** Carries out a plan, and keeps of it what is done: what failed or was not begun stays to be done. */
import { BluedotError } from "../errors";
import { PartialStateError } from "../lifecycle/partial-state-error";
import { pendingAfter } from "../lifecycle/pending-update";
import { partsOf, type SetDefinition } from "./definition";
import type { CreatedObject, ObjectClient } from "./objects";
import { REFUSALS_AFTER, openCircuitBreaker, type StopReason } from "./circuit-breaker";
import type { RecordedObject } from "./state-format";
import { keyOf, type Plan, type Step } from "./plan";
import { forEachConcurrent } from "../concurrency";
import { reasonOf } from "./failure-reasons";

export interface ApplyContext {
  readonly objects: ObjectClient;
  /** How many objects are worked on at once. */
  readonly atOnce: number;
  readonly isCancelled: () => boolean;
  /** Called after each step. */
  readonly ended: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly failed: number;
  readonly of: number;
}

export interface ApplyResult {
  /** All that the set holds now. */
  readonly objects: readonly RecordedObject[];
  readonly done: number;
  readonly left: number;
  /** In the order of the plan. */
  readonly failures: readonly Failure[];
  /** The reason why the rest of what is left was not begun. */
  readonly stop: StopReason | "cancelled" | undefined;
}

export interface Failure {
  readonly key: string;
  /** The key under which the set holds the object until it is done. */
  readonly heldKey: string;
  readonly error: unknown;
  /** The same text for failures of one reason. */
  readonly reason: string;
}

export async function applyPlan(
  set: SetDefinition,
  { kept, steps }: Plan,
  tools: ApplyContext,
): Promise<ApplyResult> {
  const { atOnce, isCancelled, ended } = tools;
  const outages = openCircuitBreaker();
  const failures = new Map<Step, Failure>();
  const results = new Map<Step, RecordedObject | undefined>();
  let done = 0;
  const isStopped = () => outages.reason() !== undefined || isCancelled();
  const failed = (step: Step, error: unknown) => {
    const [key, reason] = [keyOf(step), reasonOf(error, step)];
    results.set(step, afterFailure(set, step, error));
    failures.set(step, { key, heldKey: heldBefore(step)?.key ?? key, error, reason });
    return reason;
  };
  const work = async (step: Step) => {
    try {
      results.set(step, await resultOf(set, step, tools.objects));
      outages.succeeded();
      done += 1;
    } catch (error) {
      outages.failed(error, failed(step, error));
    }
    ended({ done, failed: failures.size, of: steps.length });
  };
  const removes = steps.filter((step) => step.do === "remove");
  const others = steps.filter((step) => step.do !== "remove");
  await forEachConcurrent(spread(others), { atOnce, isStopped }, work);
  // What has come under another key of the set is let go of here, and not deleted.
  const keeps = new Set([...others.map((step) => results.get(step)), ...kept].map((one) => one?.id));
  for (const step of removes.filter(({ held }) => keeps.has(held.id))) {
    results.set(step, undefined);
    done += 1;
  }
  const notReplaced = new Set([...failures.values()].map(({ key }) => key));
  for (const step of removes.filter((step) => !results.has(step) && notReplaced.has(step.held.key)))
    failed(step, replacementFailed());
  const toDelete = removes.filter((step) => !results.has(step));
  await forEachConcurrent(spread(toDelete), { atOnce, isStopped }, work);
  // What could not be deleted comes first: another may have its key by now, and is the one that a program reads.
  const held = [...removes, ...others].map((step) =>
    results.has(step) ? results.get(step) : heldBefore(step),
  );
  const left = steps.length - done;
  return {
    objects: [...held.filter((one) => one !== undefined), ...kept],
    done,
    left,
    failures: steps.flatMap((step) => failures.get(step) ?? []),
    stop: left === failures.size ? undefined : (outages.reason() ?? "cancelled"),
  };
}

/**
 * Neighbours far apart, creations before changes: then equal refusals in a row are a sample of the whole, and a block of
 * faulty objects does not stop those after it.
 */
function spread<Each extends Step>(steps: readonly Each[]): readonly Each[] {
  if (steps.length <= REFUSALS_AFTER) return steps;
  const isCreated = ({ do: what }: Step) => what === "make";
  const place = new Map(steps.map((step, at) => [step, (at * GOLDEN) % 1]));
  return [...steps].sort(
    (a, b) => Number(isCreated(b)) - Number(isCreated(a)) || (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
}

/** Multiples of the golden ratio are spread evenly, however many they are. */
const GOLDEN = 0.618_033_988_749_894_9;

/** As the engine keeps what it could not replace. */
function replacementFailed(): BluedotError {
  return new BluedotError(
    "conflict",
    "it is not deleted, since what comes in its place could not be created",
  );
}

/** What the set holds of an object after the step; undefined for nothing. */
async function resultOf(
  set: SetDefinition,
  step: Step,
  objects: ObjectClient,
): Promise<RecordedObject | undefined> {
  if (step.do === "remove") {
    await objects.delete(step.held.id, step.declared);
    return undefined;
  }
  const { id, found } =
    step.do === "make" ? await objects.create(step.declared) : await changed(step, objects);
  return { key: step.key, id, parts: partsOf(set, found, id), text: step.text, isWhole: true };
}

/** What was deleted meanwhile is made again. */
async function changed(
  { held, before, declared }: Step & { do: "change" },
  objects: ObjectClient,
): Promise<CreatedObject> {
  const found = await objects.update(held.id, before, declared);
  return found === undefined ? objects.create(declared) : { id: held.id, found };
}

/**
 * What exists half, or may have been changed or deleted, is looked at again by the next run; what could not be changed or
 * deleted is as it was.
 */
function afterFailure({ of }: SetDefinition, step: Step, error: unknown): RecordedObject | undefined {
  const before = heldBefore(step);
  const open = step.do === "change" ? { open: pendingAfter(of, step.before, step.declared) } : {};
  if (error instanceof PartialStateError && step.do !== "remove") {
    const known = before?.id === error.id ? { parts: before.parts, ...open } : { parts: {} };
    return { key: step.key, id: error.id, text: step.text, isWhole: false, ...known };
  }
  const isLost = error instanceof BluedotError && error.maybeDone;
  return isLost && before !== undefined ? { ...before, isWhole: false, ...open } : before;
}

function heldBefore(step: Step): RecordedObject | undefined {
  return step.do === "make" ? undefined : step.held;
}
