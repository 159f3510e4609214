/** The outcome of a POST whose answer was lost: the API has no idempotency key. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import type { Listed } from "../lifecycle/list-cache";
import { subjectOf } from "../lifecycle/definition";
import type { Operation } from "../lifecycle/context";
import type { ApiObject } from "../lifecycle/requests";
import { isAsCreated, named } from "./existing";

export type Outcome =
  | { readonly created: ApiObject }
  /** The list shows that nothing was created. */
  | "not created"
  /** The API gives no list, or not in time. */
  | "unknown";

/**
 * The time in milliseconds that a lost object has to appear. The gateway gives up after 29 s while the work goes on; a
 * request that was answered as failed is over, but a list may lag behind it.
 */
const PATIENCE = { unanswered: 45_000, failed: 5_000 };
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/**
 * Reads fresh lists until the object is there, or its time is over.
 *
 * @throws BluedotError if an object of the name is new but differs: it may be ours, edited meanwhile
 */
export async function resolveLostCreate(
  operation: Operation,
  declared: JsonObject,
  { before, error }: { readonly before: Listed; readonly error: BluedotError },
): Promise<Outcome> {
  const { definition, account, clock } = operation;
  const { lists } = account();
  const since = clock.now();
  const patience = isOver(error) ? PATIENCE.failed : PATIENCE.unanswered;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    // A list that fails is read again: the next run could not wait for work under way.
    const listed = await lists.fresh(definition, declared).catch(() => "not now" as const);
    if (listed === undefined) return "unknown";
    const created = listed === "not now" ? undefined : createdSince(operation, declared, { before, listed });
    if (created !== undefined) return { created };
    const left = since + patience - clock.now();
    if (left <= 0) return listed === "not now" ? "unknown" : "not created";
    await clock.sleep(Math.min(pause, left));
  }
}

/** The objects of the name that are new since the first list. */
export function addedSince(
  { definition, ownership: { claims } }: Operation,
  declared: JsonObject,
  { before, listed }: { readonly before: Listed; readonly listed: Listed },
): ApiObject[] {
  return named(definition, listed, declared).filter(
    ({ id }) => (!before.has(id) || claims.isDeleting(id)) && claims.ownerOf(id) === undefined,
  );
}

function createdSince(
  operation: Operation,
  declared: JsonObject,
  lists: { readonly before: Listed; readonly listed: Listed },
): ApiObject | undefined {
  const { definition } = operation;
  const added = addedSince(operation, declared, lists);
  const created = added.find((object) => isAsCreated(definition, declared, object));
  const [edited] = added;
  if (created !== undefined || edited === undefined) return created;
  throw new BluedotError(
    "conflict",
    `${subjectOf(definition, declared)}: the answer to its creation was lost, and ${edited.id} has appeared since with its name but other properties, so it is not created again; delete ${edited.id}, or make it as declared, and run again.`,
    { objectId: edited.id },
  );
}

/** A 500 is from the API itself, which works on the request no longer; another 5xx may be from a gateway. */
function isOver({ status, kind }: BluedotError): boolean {
  return kind !== "unanswered" && status === 500;
}
