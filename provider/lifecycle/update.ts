/** GET, merge, PUT: fields that we do not know and ids of parts survive; what others changed is not overwritten unseen. */
import { BluedotError } from "../errors";
import { isObject, stableText, type JsonObject } from "../json";
import { align } from "../schema/align";
import { shown } from "../schema/check";
import { differences, valueAt } from "../schema/differences";
import { mergeObject } from "../schema/merge";
import type { Call } from "../session";
import { subjectOf, type About, type Definition, type Operation } from "./definition";
import { HalfMade } from "./half-made";
import { pushFor } from "./push";
import { argumentsOf, stateOf } from "./state";
import { clashExplained, fetchOne, pathOf } from "./wire";

export async function update(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { definition, account, warn } = operation;
  const { session, configuration, catalogue } = account();
  const declared = argumentsOf(definition, news);
  const before = argumentsOf(definition, olds);
  const about: About = { id, subject: subjectOf(definition, declared), session };
  const held = await fetchOne(definition, about);
  if (held === undefined) throw gone(about);

  const body = mergeObject(definition.fields, declared, { held, before }, declared);
  for (const message of foreignChanges(definition, { before, held, body }, about.subject)) warn(message);
  if (stableText(body) === stableText(held)) return { outs: stateOf(definition, declared, held, id) };
  catalogue.touched(definition, id);
  const call: Call = {
    method: "PUT",
    path: pathOf(definition, id),
    body: { ...body, ...pushFor(definition, declared, configuration) },
    subject: about.subject,
  };
  const answer = await session.send(call).catch((error: unknown) => {
    throw clashExplained(definition, error);
  });
  if (answer.status === 404) throw gone(about);
  try {
    const put = isObject(answer.body) && definition.complete(answer.body) ? answer.body : undefined;
    const found = put ?? (await fetchOne(definition, about));
    if (found === undefined) throw gone(about);
    return { outs: stateOf(definition, declared, found, id) };
  } catch (error) {
    throw new HalfMade(error, id, {
      ...stateOf(definition, declared, held, id),
      __provider: news["__provider"] ?? "",
    });
  }
}

/** Where the API no longer holds what we last knew it to hold, in what was declared: a sentence each. */
function foreignChanges(
  { fields }: Definition,
  { before, held, body }: { before: JsonObject; held: JsonObject; body: JsonObject },
  subject: string,
): string[] {
  const written = align(fields, before, body, before);
  return differences(fields, [before, align(fields, before, held, before)], before).map(
    ({ path, steps, expected, found, secret }) =>
      secret
        ? `${subject}: ${path} (it holds a secret) was changed outside this program, and is written over.`
        : `${subject}: ${path} was changed outside this program: expected ${shown(expected)}, found ${shown(found)}, written ${shown(valueAt(written, steps))}.`,
  );
}

function gone({ subject, id }: About): BluedotError {
  return new BluedotError(
    "missing",
    `${subject} (${id}) no longer exists; run \`pulumi up --refresh\` to make it again.`,
    { status: 404 },
  );
}
