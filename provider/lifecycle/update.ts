/** GET, merge, PUT: fields that we do not know and ids of parts survive; what others changed is not overwritten unseen. */
import { BluedotError } from "../errors";
import { isObject, stableText, type JsonObject } from "../json";
import { withConflictAdvice } from "../ownership/conflict";
import { mergeObject } from "../schema/merge";
import type { Call } from "../session";
import { lastingCreated, lookedForAgain } from "./created";
import { subjectOf, type About } from "./definition";
import type { Operation } from "./operation";
import { HalfMade } from "./half-made";
import { secretsOf } from "./marked";
import { overwritten } from "./overwritten";
import { pushFor } from "./push";
import { argumentsOf, stateOf } from "./state";
import { warnOfStored } from "./stored";
import { knownBefore, lastingUnsettled, leftOpen, newSecrets } from "./unsettled";
import { fetchOne, pathOf } from "./wire";

export async function update(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { definition, account } = operation;
  const declared = argumentsOf(definition, news);
  const about: About = { id, subject: subjectOf(definition, declared), session: account().session };
  const secrets = newSecrets(definition, olds, declared);
  const provider = { __provider: news["__provider"] ?? "" };
  const open = (state: JsonObject) => ({
    ...leftOpen(definition, secrets, [olds, declared], state),
    ...lastingCreated(olds),
    ...provider,
  });
  const before = { ...argumentsOf(definition, olds), ...lastingUnsettled(olds), ...lastingCreated(olds) };
  const changed = await change(operation, about, { before, declared }).catch((error: unknown) => {
    // The refresh that its sentence asks for would bring the secrets in clear.
    const isLost = error instanceof BluedotError && error.maybeDone && secrets.length > 0;
    throw isLost ? new HalfMade(error, id, open(olds), "") : error;
  });
  if (changed === undefined) throw gone(about);
  const look = () =>
    fetchOne(definition, about).catch((error: unknown) => {
      throw new HalfMade(error, id, open(stateOf(definition, declared, changed.held, id)));
    });
  const found = changed.found ?? (await lookedForAgain(operation, about, olds, await look()));
  if (found === undefined) throw gone(about);
  warnOfStored(operation, about, declared, found);
  return { outs: { ...stateOf(definition, declared, found, id), ...lastingCreated(olds) } };
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
  if (held === undefined) return undefined;
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
    throw await withConflictAdvice(operation, { ...declared, [definition.idOutput]: id }, error);
  });
  if (answer.status === 404) return undefined;
  const isWhole = isObject(answer.body) && definition.complete(answer.body);
  return { held, found: isWhole ? answer.body : undefined };
}

function gone({ subject, id }: About): BluedotError {
  return new BluedotError(
    "missing",
    `${subject} (${id}) no longer exists; run \`pulumi up --refresh\` to make it again.`,
    { status: 404 },
  );
}
