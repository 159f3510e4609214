/** A session that answers from a list and remembers what it was asked. */
import type { Configuration } from "../../../../provider/configuration";
import type { Json } from "../../../../provider/json";
import type { ListCache } from "../../../../provider/lifecycle/list-cache";
import type { Clock } from "../../../../provider/clock";
import type { Definition } from "../../../../provider/lifecycle/definition";
import type { Operation } from "../../../../provider/lifecycle/context";
import { openOwnership } from "../../../../provider/ownership/ownership";
import { fetchOne } from "../../../../provider/lifecycle/requests";
import type { ApiRequest } from "../../../../provider/api";

export interface StandIn {
  readonly operation: Operation;
  readonly calls: ApiRequest[];
  readonly warnings: string[];
}

/** A clock on which every wait is over at once. */
const noTime: Clock = { now: () => 0, sleep: () => Promise.resolve() };

/** No list can be had: what is asked of the API is only what an operation asks itself. */
const lists: ListCache = {
  async look(definition, about) {
    const found = await fetchOne(definition, about);
    return { found, confirmed: () => Promise.resolve(found) };
  },
  confirm: (definition, about) => fetchOne(definition, about),
  first: () => Promise.resolve(undefined),
  fresh: () => Promise.resolve(undefined),
  touched: () => undefined,
};

/** The configuration of a stack that sets no more than it must. */
export const plain: Configuration = {
  email: "dev@example.com",
  password: "",
  baseUrl: "http://127.0.0.1",
  region: undefined,
  maxConcurrency: 10,
  shouldSync: false,
  onExisting: "fail",
};

/** The record that states have of the account of such a stack. */
export const recordedAccount = { $account: { endpoint: plain.baseUrl, email: plain.email } };

/** Each request gets the next answer; an Error is thrown. */
export function standIn(
  definition: Definition,
  answers: (readonly [status: number, body?: Json] | Error)[],
  settings: Partial<Configuration> = {},
): StandIn {
  const calls: ApiRequest[] = [];
  const warnings: string[] = [];
  const configuration: Configuration = { ...plain, ...settings };
  const send = (call: ApiRequest) => {
    calls.push(call);
    const answer =
      answers[calls.length - 1] ?? new Error(`no answer is left for ${call.method} ${call.path}`);
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve({ status: answer[0], body: answer[1], headers: {} });
  };
  return {
    operation: {
      definition,
      ownership: openOwnership(),
      account: () => ({ configuration, session: { send }, lists }),
      warn: (message) => warnings.push(message),
      clock: noTime,
      timeOfDay: noTime.now,
    },
    calls,
    warnings,
  };
}

/** Returns the error with which a promise was rejected. */
export async function refusal(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It was not refused with an error.");
}
