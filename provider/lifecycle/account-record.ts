/** The account of an object, as its state records it: an object that another account lacks is not gone. */
import type { Configuration } from "../configuration";
import { BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import type { ResourceRef } from "./definition";
import { HIDDEN } from "./hidden-state";

/** The part of an account that its record needs. */
export interface Configured {
  readonly configuration: Configuration;
}

/** The record of an object that is created or read now. */
export function accountRecord({ configuration: { baseUrl, email } }: Configured): JsonObject {
  return { [HIDDEN.account]: { endpoint: baseUrl, email } };
}

/** The recorded account, for an object that is not read now. */
export function persistedAccount(state: JsonObject): JsonObject {
  const record = state[HIDDEN.account];
  return record === undefined ? {} : { [HIDDEN.account]: record };
}

/**
 * True if the API has another address than the recorded one, and `bluedot:movedFrom` names the recorded one.
 *
 * @throws BluedotError if the addresses differ otherwise: the object is another account's, and is left alone
 */
export function hasMoved(account: () => Configured, subject: string, state: JsonObject): boolean {
  const record = recordIn(state);
  if (record === undefined) return false;
  const configuration = configurationOf(account);
  if (configuration === undefined || record.endpoint === configuration.baseUrl) return false;
  const { baseUrl, movedFrom } = configuration;
  if (movedFrom === record.endpoint) return true;
  throw otherAccount(subject, [record.endpoint, baseUrl], {
    whole:
      `${subject} was made at ${record.endpoint}, and is not looked for at ${baseUrl}, which this run is configured for. ` +
      "Set bluedot:region or bluedot:endpoint back, or use a stack of its own for another account. " +
      `Only where the same account has moved to another address: run \`pulumi up\` once with bluedot:movedFrom set to ${record.endpoint}.`,
    short: `was made at ${record.endpoint} too, and is not looked for at ${baseUrl}`,
  });
}

/** @throws BluedotError if the account that created the object may still have it */
export function expectGone(
  { configuration }: Configured,
  { id, subject }: Pick<ResourceRef, "id" | "subject">,
  state: JsonObject,
): void {
  const record = recordIn(state);
  if (record === undefined) return;
  const { baseUrl, email, movedFrom } = configuration;
  const isSame = record.endpoint === baseUrl && isSameEmail(record.email, email);
  if (isSame || movedFrom === record.endpoint || isSameEmail(movedFrom, record.email)) return;
  const notFound = `(${id}) was not found by ${email}, and was made or last seen by ${record.email}`;
  throw otherAccount(subject, [record.email, email], {
    whole:
      `${subject} ${notFound}, so it is not taken for deleted. Sign in as ${record.email} again, or use a stack of its own for another account. ` +
      `Only where both sign in to the same account: run again with bluedot:movedFrom set to ${record.email}.`,
    short: notFound,
  });
}

interface Recorded {
  readonly endpoint: string;
  readonly email: string;
}

/** Undefined for a state of a version that recorded none. */
function recordIn(state: JsonObject): Recorded | undefined {
  const record = state[HIDDEN.account];
  if (!isObject(record)) return undefined;
  const { endpoint, email } = record;
  return isString(endpoint) && isString(email) ? { endpoint, email } : undefined;
}

/** Undefined if it is incomplete: a preview without credentials has nothing to compare. */
function configurationOf(account: () => Configured): Configuration | undefined {
  try {
    return account().configuration;
  } catch (error) {
    if (error instanceof BluedotError && error.kind === "configuration") return undefined;
    throw error;
  }
}

function isSameEmail(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** The object belongs to another account, and is left alone. */
export class OtherAccount extends BluedotError {
  /** True if an earlier error of this process has given the advice. */
  readonly isRepeated: boolean;

  constructor(sentence: string, isRepeated: boolean) {
    super("conflict", sentence);
    this.isRepeated = isRepeated;
  }
}

/** The engine shows the error of each of a thousand resources, so the advice is in the first alone. */
function otherAccount(
  subject: string,
  change: readonly string[],
  { whole, short }: Readonly<Record<"whole" | "short", string>>,
): OtherAccount {
  const key = change.join(" ");
  const first = firsts.get(key) ?? subject;
  firsts.set(key, first);
  return first === subject
    ? new OtherAccount(whole, false)
    : new OtherAccount(`${subject} ${short}; see the error of ${first}.`, true);
}

const firsts = new Map<string, string>();
