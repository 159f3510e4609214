/**
 * What exists already just as it is declared: made by a run that was stopped before it could record it, or by a request
 * whose answer never came. The API has no key by which a request is known again, so the list has to tell.
 */
import type { BluedotError } from "../errors";
import type { Json, JsonObject } from "../json";
import { differencesOf } from "./adoption";
import type { Listed } from "./catalogue";
import { subjectOf, type Definition } from "./definition";
import type { Operation } from "./operation";
import type { Identified } from "./wire";

/** What a list holds just as it is declared, that no resource of the program has and that was not there before. */
function twinIn(
  { definition, holdings }: Operation,
  listed: Listed,
  declared: JsonObject,
  before?: Listed,
): Identified | undefined {
  const candidates = titled(definition, listed).get(declared[definition.title]) ?? [];
  return candidates.find(
    ({ id, found }) =>
      before?.has(id) !== true &&
      !holdings.has(id) &&
      differencesOf(definition, declared, found).length === 0,
  );
}

type ByTitle = ReadonlyMap<Json | undefined, Identified[]>;

/** Ten thousand creates do not each go through ten thousand objects. */
function titled({ title }: Definition, listed: Listed): ByTitle {
  const known = indexes.get(listed);
  if (known !== undefined) return known;
  const all = [...listed].map(([id, found]) => ({ id, found }));
  const index = Map.groupBy(all, ({ found }) => found[title]);
  indexes.set(listed, index);
  return index;
}

const indexes = new WeakMap<Listed, ByTitle>();

/**
 * The twin that a run before this one left behind. Its owner may be a resource of which the engine has not told yet, so
 * that is waited for.
 */
export async function twinLeftBehind(
  operation: Operation,
  listed: Listed | undefined,
  declared: JsonObject,
): Promise<Identified | undefined> {
  const { account, holdings, warn, definition } = operation;
  if (listed === undefined || !account().configuration.adoptTwins) return undefined;
  if (twinIn(operation, listed, declared) === undefined) return undefined;
  await holdings.quiet();
  const twin = twinIn(operation, listed, declared);
  if (twin === undefined) return undefined;
  const subject = subjectOf(definition, declared);
  holdings.tookTwin(twin.id, operation.set ?? subject);
  if (operation.tookTwin !== undefined) operation.tookTwin(subject, twin.id);
  else warn(`${subject}: it exists already as ${twin.id}, ${AS_AFTER_A_STOP}`);
  return twin;
}

/** What a user is told of it. */
export const AS_AFTER_A_STOP =
  "just as it is declared here and in no other resource of this program, as after a run that was stopped; it is taken over and not made twice (with `bluedot:adoptTwins: false` it would be made).";

/** What became of a request to make something whose answer was lost. */
export type Fate =
  | { readonly made: Identified }
  /** The list shows that it did not happen. */
  | "not made"
  /** The API gives no list. */
  | "not known";

/**
 * So long a lost answer's object is waited for, in milliseconds. The gateway gives up after 29 s while the work goes
 * on; what was answered as failed is over, but a list may lag behind it.
 */
const WAITED_FOR = { late: 45_000, failed: 5_000 };
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** Looks for what a lost answer may have made until it is there, or its time is over. */
export async function fateOf(
  operation: Operation,
  declared: JsonObject,
  { before, error }: { readonly before: Listed; readonly error: BluedotError },
): Promise<Fate> {
  const { definition, account, holdings, clock } = operation;
  const { catalogue } = account();
  const since = clock.now();
  const patience = isOver(error) ? WAITED_FOR.failed : WAITED_FOR.late;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    // One that cannot be read now is asked for again: a run that came next could not wait for what is still to be done.
    const listed = await catalogue.fresh(definition, declared).catch(() => "not now" as const);
    if (listed === undefined) return "not known";
    const twin = listed === "not now" ? undefined : twinIn(operation, listed, declared, before);
    if (twin !== undefined) {
      holdings.made(twin.id);
      return { made: twin };
    }
    const left = since + patience - clock.now();
    if (left <= 0) return listed === "not now" ? "not known" : "not made";
    await clock.sleep(Math.min(pause, left));
  }
}

/** The API itself said how it ended, and works on it no longer. */
function isOver({ status, kind }: BluedotError): boolean {
  return kind !== "unanswered" && status !== undefined && status !== 504;
}
