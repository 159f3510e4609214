/** GET, merge, PUT: fields that we do not know and ids of parts survive; what others changed is not overwritten unseen. */
import { BluedotError } from "../errors";
import { stableText, type JsonObject } from "../json";
import { withConflictAdvice } from "../ownership/conflict";
import { mergeObject } from "../schema/merge";
import type { Call } from "../session";
import { lastingCreated, lookedForAgain } from "./created";
import { expectGone, hasMoved, lastingRecord } from "./account-record";
import { subjectOf, type About } from "./definition";
import type { Operation } from "./operation";
import { HalfMade } from "./half-made";
import { secretsOf } from "./marked";
import { overwritten } from "./overwritten";
import { pushFor } from "./push";
import { argumentsOf, stateOf } from "./state";
import { warnOfStored } from "./stored";
import { knownBefore, lastingUnsettled, leftOpen, unsettledIn } from "./unsettled";
import { answerTo, fetchOne, pathOf } from "./wire";

export async function update(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { definition, account } = operation;
  const declared = argumentsOf(definition, news);
  const subject = subjectOf(definition, declared);
  hasMoved(account, subject, olds);
  const about: About = { id, subject, session: account().session };
  const open = (state: JsonObject) => ({
    ...leftOpen(definition, { olds, declared }, state),
    ...lastingCreated(olds),
    __provider: news["__provider"] ?? "",
  });
  const before = {
    ...argumentsOf(definition, olds),
    ...lastingUnsettled(olds),
    ...lastingCreated(olds),
    ...lastingRecord(olds),
  };
  const changed = await change(operation, about, { before, declared }).catch((error: unknown) => {
    const isLost = error instanceof BluedotError && error.maybeDone;
    const state = isLost ? open(olds) : {};
    // A program that goes back, and a refresh that its sentence asks for, have to see what it may have written.
    throw isLost && unsettledIn(state).length > 0 ? new HalfMade(error, id, state, "") : error;
  });
  if (changed === undefined) throw gone(about);
  const look = () =>
    fetchOne(definition, about).catch((error: unknown) => {
      throw new HalfMade(error, id, open(stateOf(operation, declared, changed.held, id)));
    });
  const found = changed.found ?? (await lookedForAgain(operation, about, olds, await look()));
  if (found === undefined) throw gone(about);
  warnOfStored(operation, about, declared, found);
  return { outs: { ...stateOf(operation, declared, found, id), ...lastingCreated(olds) } };
}

/** So long after a look, in milliseconds, others are not expected to have changed anything. */
const STILL_SO = 1_000;

export interface Versions {
  /** What the program declared before. */
  readonly before: JsonObject;
  readonly declared: JsonObject;
}

export interface Changed {
  /** What the API held before. */
  readonly held: JsonObject;
  /** What it holds now; undefined where its answer does not tell all that outputs need. */
  readonly found: JsonObject | undefined;
}

/** Makes an object what is declared now; undefined where it no longer exists. */
export async function change(
  operation: Operation,
  about: About,
  { before: recorded, declared }: Versions,
): Promise<Changed | undefined> {
  const { definition, account, warn, clock, isSecret = false } = operation;
  const { session, configuration, catalogue } = account();
  const { id, subject } = about;
  const held = await lookedForAgain(operation, about, recorded, await fetchOne(definition, about));
  if (held === undefined) {
    expectGone(account(), about, recorded);
    return undefined;
  }
  let seenAt = clock.now();

  const before = knownBefore(definition, recorded, held);
  const told = new Set<string>();
  const mergedWith = (held: JsonObject): JsonObject => {
    const body = mergeObject(definition.fields, declared, { held, before }, declared);
    const said = overwritten(definition, { before, declared, held, body }, isSecret);
    for (const sentence of said.filter((each) => !told.has(each))) warn(`${subject}: ${sentence}`);
    for (const sentence of said) told.add(sentence);
    return body;
  };
  const body = mergedWith(held);
  if (stableText(body) === stableText(held)) return { held, found: held };
  const push = pushFor(definition, declared, configuration);
  catalogue.touched(definition, id);
  const call: Call = {
    method: "PUT",
    path: pathOf(definition, id),
    body: { ...body, ...push },
    renewed: async () => {
      if (clock.now() - seenAt < STILL_SO) return undefined;
      const now = await fetchOne(definition, about);
      seenAt = clock.now();
      return now && { ...mergedWith(now), ...push };
    },
    secrets: () => [before, declared].flatMap((version) => secretsOf(operation, version)),
    subject,
  };
  const answer = await session.send(call).catch(async (error: unknown) => {
    throw await withConflictAdvice(operation, declared, error, id);
  });
  if (answer.status === 404) {
    expectGone(account(), about, recorded);
    return undefined;
  }
  const found = answerTo(definition, call, id, answer);
  return { held, found: found !== undefined && definition.complete(found) ? found : undefined };
}

function gone({ subject, id }: About): BluedotError {
  return new BluedotError(
    "missing",
    `${subject} (${id}) no longer exists; run \`pulumi up --refresh\` to make it again.`,
    { status: 404 },
  );
}
