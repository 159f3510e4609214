/** Applies a plan and records the completed steps; the next run does the failed and the remaining ones. */
import { BluedotError } from "../errors";
import { PartialStateError } from "../lifecycle/partial-state-error";
import { pendingAfter } from "../lifecycle/pending-update";
import { partsOf, type SetDefinition } from "./definition";
import type { ApiObject } from "../lifecycle/requests";
import type { ObjectClient } from "./object-client";
import { REFUSALS_AFTER, openCircuitBreaker, type StopReason } from "./circuit-breaker";
import type { RecordedObject } from "./state-format";
import { keyOf, type Plan, type Step } from "./plan";
import { forEachConcurrent } from "../concurrency";
import { reasonOf } from "./failure-reasons";

export interface ApplyContext {
  readonly client: ObjectClient;
  /** The number of objects worked on at once. */
  readonly atOnce: number;
  readonly isCancelled: () => boolean;
  /** Called after each step. */
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly completed: number;
  readonly failed: number;
  readonly of: number;
}

export interface ApplyResult {
  /** All objects of the set after the run. */
  readonly recorded: readonly RecordedObject[];
  readonly completed: number;
  readonly remaining: number;
  /** In the order of the plan. */
  readonly failures: readonly Failure[];
  /** The reason why some steps were not begun. */
  readonly stop: StopReason | "cancelled" | undefined;
}

export interface Failure {
  readonly key: string;
  /** The key under which the object is recorded until the step succeeds. */
  readonly recordedKey: string;
  readonly error: unknown;
  /** A text that is equal for failures of one reason. */
  readonly reason: string;
}

export async function applyPlan(
  set: SetDefinition,
  { kept, steps }: Plan,
  context: ApplyContext,
): Promise<ApplyResult> {
  const { atOnce, isCancelled, onProgress } = context;
  const breaker = openCircuitBreaker();
  const failures = new Map<Step, Failure>();
  const results = new Map<Step, RecordedObject | undefined>();
  let completed = 0;
  const isStopped = () => breaker.reason() !== undefined || isCancelled();
  const recordFailure = (step: Step, error: unknown) => {
    const [key, reason] = [keyOf(step), reasonOf(error, step)];
    results.set(step, afterFailure(set, step, error));
    failures.set(step, { key, recordedKey: recordedBefore(step)?.key ?? key, error, reason });
    return reason;
  };
  const applyStep = async (step: Step) => {
    try {
      results.set(step, await resultOf(set, step, context.client));
      breaker.succeeded();
      completed += 1;
    } catch (error) {
      breaker.failed(error, recordFailure(step, error));
    }
    onProgress({ completed, failed: failures.size, of: steps.length });
  };
  const deletes = steps.filter((step) => step.do === "delete");
  const others = steps.filter((step) => step.do !== "delete");
  await forEachConcurrent(spread(others), { atOnce, isStopped }, applyStep);
  // An object that another key of the set has taken over is released here and not deleted.
  const keptIds = new Set([...others.map((step) => results.get(step)), ...kept].map((one) => one?.id));
  for (const step of deletes.filter(({ recorded }) => keptIds.has(recorded.id))) {
    results.set(step, undefined);
    completed += 1;
  }
  const notReplaced = new Set([...failures.values()].map(({ key }) => key));
  for (const step of deletes.filter((step) => !results.has(step) && notReplaced.has(step.recorded.key)))
    recordFailure(step, replacementFailed());
  const toDelete = deletes.filter((step) => !results.has(step));
  await forEachConcurrent(spread(toDelete), { atOnce, isStopped }, applyStep);
  // Objects that could not be deleted come first: if another has the key now, a program reads the last one.
  const recorded = [...deletes, ...others].map((step) =>
    results.has(step) ? results.get(step) : recordedBefore(step),
  );
  const remaining = steps.length - completed;
  return {
    recorded: [...recorded.filter((one) => one !== undefined), ...kept],
    completed,
    remaining,
    failures: steps.flatMap((step) => failures.get(step) ?? []),
    stop: remaining === failures.size ? undefined : (breaker.reason() ?? "cancelled"),
  };
}

/**
 * Creates before updates, and neighbours far apart: equal refusals in a row are then a sample of the whole plan, and a
 * block of faulty objects does not stop the ones after it.
 */
function spread<Each extends Step>(steps: readonly Each[]): readonly Each[] {
  if (steps.length <= REFUSALS_AFTER) return steps;
  const isCreated = (step: Step) => step.do === "create";
  const place = new Map(steps.map((step, at) => [step, (at * GOLDEN) % 1]));
  return [...steps].sort(
    (a, b) => Number(isCreated(b)) - Number(isCreated(a)) || (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
}

/** Multiples of the golden ratio are spread evenly, in any number. */
const GOLDEN = 0.618_033_988_749_894_9;

/** The old object stays, as the engine keeps a resource that it could not replace. */
function replacementFailed(): BluedotError {
  return new BluedotError(
    "conflict",
    "it is not deleted, since what comes in its place could not be created",
  );
}

/** Applies a step. Gives the record of its object, undefined after a delete. */
async function resultOf(
  set: SetDefinition,
  step: Step,
  client: ObjectClient,
): Promise<RecordedObject | undefined> {
  if (step.do === "delete") {
    await client.delete(step.recorded.id, step.declared);
    return undefined;
  }
  const { id, found } =
    step.do === "create" ? await client.create(step.declared) : await updateOrCreate(step, client);
  return { key: step.key, id, parts: partsOf(set, found, id), text: step.text, isWhole: true };
}

/** An object that was deleted outside the program is created again. */
async function updateOrCreate(
  { recorded, before, declared }: Step & { do: "update" },
  client: ObjectClient,
): Promise<ApiObject> {
  const found = await client.update(recorded.id, before, declared);
  return found === undefined ? client.create(declared) : { id: recorded.id, found };
}

/**
 * The record of an object after a failed step: as before, but that the next run reads an object that is not complete, or
 * whose update or delete may have taken effect.
 */
function afterFailure({ of }: SetDefinition, step: Step, error: unknown): RecordedObject | undefined {
  const before = recordedBefore(step);
  const pending = step.do === "update" ? { pending: pendingAfter(of, step.before, step.declared) } : {};
  if (error instanceof PartialStateError && step.do !== "delete") {
    const details = before?.id === error.id ? { parts: before.parts, ...pending } : { parts: {} };
    return { key: step.key, id: error.id, text: step.text, isWhole: false, ...details };
  }
  const isLost = error instanceof BluedotError && error.maybeDone;
  return isLost && before !== undefined ? { ...before, isWhole: false, ...pending } : before;
}

function recordedBefore(step: Step): RecordedObject | undefined {
  return step.do === "create" ? undefined : step.recorded;
}
