/** GET, merge, PUT: fields that we do not know and ids of parts survive; what others changed is not overwritten unseen. */
import { BluedotError } from "../errors";
import { isObject, stableText, type JsonObject } from "../json";
import { mergeObject } from "../schema/merge";
import type { Call } from "../session";
import { subjectOf, type About } from "./definition";
import type { Operation } from "./operation";
import { HalfMade } from "./half-made";
import { secretsOf } from "./marked";
import { overwritten } from "./overwritten";
import { pushFor } from "./push";
import { argumentsOf, stateOf } from "./state";
import { knownBefore, lastingUnsettled, leftOpen, newSecrets } from "./unsettled";
import { clashExplained, fetchOne, pathOf } from "./wire";

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
    ...provider,
  });
  const before = { ...argumentsOf(definition, olds), ...lastingUnsettled(olds) };
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
  const found = changed.found ?? (await look());
  if (found === undefined) throw gone(about);
  return { outs: stateOf(definition, declared, found, id) };
}

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
  const { definition, account, warn, isSecret = false } = operation;
  const { session, configuration, catalogue } = account();
  const { id, subject } = about;
  const held = await fetchOne(definition, about);
  if (held === undefined) return undefined;

  const before = knownBefore(definition, recorded, held);
  const body = mergeObject(definition.fields, declared, { held, before }, declared);
  const versions = { before, declared, held, body };
  for (const said of overwritten(definition, versions, isSecret)) warn(`${subject}: ${said}`);
  if (stableText(body) === stableText(held)) return { held, found: held };
  catalogue.touched(definition, id);
  const call: Call = {
    method: "PUT",
    path: pathOf(definition, id),
    body: { ...body, ...pushFor(definition, declared, configuration) },
    secrets: () => [before, declared].flatMap((version) => secretsOf(operation, version)),
    subject,
  };
  const answer = await session.send(call).catch((error: unknown) => {
    throw clashExplained(operation, error);
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
