/** Makes one object, once: also where the answer is lost, and where a run that was stopped has made it already. */
import { BluedotError } from "../errors";
import { isString, type JsonObject } from "../json";
import { encode } from "../schema/merge";
import type { Call } from "../session";
import { tellWhile } from "../session/tell";
import type { Listed } from "./catalogue";
import { nameOf, subjectOf } from "./definition";
import { secretsOf } from "./marked";
import type { Operation } from "./operation";
import { pushFor } from "./push";
import { fateOf, twinLeftBehind } from "./twins";
import { clashExplained, fetchOne, identified, type Identified } from "./wire";

/** A request whose answer is lost, and of which the list shows that nothing came, is sent so often. */
const MOST_SENDS = 3;

/** Those of one name one after another: else one whose answer is lost could take for its own what another has made. */
export function make(operation: Operation, declared: JsonObject): Promise<Identified> {
  const { definition, holdings, set } = operation;
  const name = nameOf(definition, declared);
  return holdings
    .oneByOne(name, () => makeOne(operation, declared))
    .catch((error: unknown) => {
      holdings.notMade(name);
      throw error;
    })
    .finally(() => {
      holdings.arrived(set ?? name, name);
    });
}

async function makeOne(operation: Operation, declared: JsonObject): Promise<Identified> {
  const { definition, account, holdings } = operation;
  const { configuration, catalogue } = account();
  const { before, twin } = await holdings.deciding(async () => {
    const before = await catalogue.first(definition, declared);
    return { before, twin: await twinLeftBehind(operation, before, declared) };
  });
  if (twin !== undefined) return twin;
  const call: Call = {
    method: "POST",
    path: definition.collection,
    body: { ...encode(definition.fields, declared), ...pushFor(definition, declared, configuration) },
    secrets: () => secretsOf(operation, declared),
    subject: subjectOf(definition, declared),
  };
  for (let sends = 1; ; sends++) {
    const made = await send(operation, call, { declared, before, isLast: sends === MOST_SENDS });
    if (made === undefined) continue;
    if (before === undefined && holdings.once(`no list of ${definition.collection}`)) {
      operation.warn(
        `The API gives no list of ${definition.noun.toLowerCase()}s, so what a run that was stopped has made is not found, and would be made a second time.`,
      );
    }
    return made;
  }
}

interface Sending {
  readonly declared: JsonObject;
  readonly before: Listed | undefined;
  readonly isLast: boolean;
}

/** Undefined where the answer was lost, and nothing came of the request. */
async function send(operation: Operation, call: Call, sending: Sending): Promise<Identified | undefined> {
  const { definition, account, holdings } = operation;
  try {
    const made = identified(definition, call, await account().session.send(call));
    holdings.made(made.id);
    return made;
  } catch (error) {
    if (!(error instanceof BluedotError) || !(error.maybeDone || error.status === 201))
      throw clashExplained(operation, error);
    const named = await namedIn(operation, call, error);
    if (named !== undefined) return named;
    const { declared, before, isLast } = sending;
    if (before === undefined) throw told(error, BY_HAND);
    const fate = await tellWhile(
      fateOf(operation, declared, { before, error }),
      () => `${call.subject}: waiting to see in the list what became of a request whose answer was lost.`,
    );
    if (typeof fate === "object") {
      const { id } = fate.made;
      if (operation.set === undefined)
        operation.warn(`${call.subject}: the answer to its creation was lost; the list has it as ${id}.`);
      return fate.made;
    }
    if (fate === "not made" && !isLast) return undefined;
    const isLookedFor = account().configuration.adoptTwins || fate === "not made";
    throw told(error, isLookedFor ? ENDINGS[fate] : BY_HAND);
  }
}

const BY_HAND = "look for it in Bluedot's console before you run again";

const ENDINGS = {
  "not made": "it was looked for and is not there, so run again",
  "not known": "the next `pulumi up` looks for it, and takes it over where it finds it",
};

function told(error: BluedotError, ending: string): BluedotError {
  const { kind, status, maybeDone, namedIds } = error;
  return new BluedotError(kind, `${error.message.replace(/\.$/, "")}: ${ending}.`, {
    ...(status !== undefined && { status }),
    maybeDone,
    namedIds,
  });
}

/** An answer that says "created" and cannot be read whole still names what it made; it is asked for by those ids. */
async function namedIn(
  { definition, account, holdings }: Operation,
  { body, subject }: Call,
  error: BluedotError,
): Promise<Identified | undefined> {
  const { idField, title } = definition;
  const { session } = account();
  const own = body?.[idField];
  const ids = error.status !== 201 ? [] : isString(own) ? [own] : error.namedIds;
  for (const id of ids) {
    const found = await fetchOne(definition, { id, subject, session }).catch(() => undefined);
    if (found?.[idField] !== id || found[title] !== body?.[title]) continue;
    holdings.made(id);
    return { id, found };
  }
  return undefined;
}
