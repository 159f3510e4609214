/** The edge to the engine: every handler has the same account, warnings, state keys and errors. */
import type { dynamic } from "@pulumi/pulumi";

import { REAL_CLOCK } from "../clock";
import { isObject, type JsonObject } from "../json";
import { printable } from "../printable";
import { accountOf, type Operation } from "../lifecycle/context";
import { isHidden } from "../lifecycle/hidden-state";
import type { Definition } from "../lifecycle/definition";
import type { DiffResult } from "../lifecycle/diff";
import { PartialStateError } from "../lifecycle/partial-state-error";
import type { ReadResult } from "../lifecycle/read";
import type { Ownership } from "../ownership/ownership";
import { withoutDuplicateLog } from "./dedupe-errors";
import { STATE_KEYS } from "./state-contract";

export type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

export interface CheckResult {
  readonly inputs: JsonObject;
  /** Each reason begins with the path of a property. */
  readonly failures: readonly string[];
}

/** The operations on a resource, with hidden values under the names of the layers below. */
export interface ResourceOperations {
  check(olds: JsonObject, news: JsonObject): CheckResult | Promise<CheckResult>;
  diff(id: string, olds: JsonObject, news: JsonObject): DiffResult;
  create(news: JsonObject): Promise<{ id: string; outs: JsonObject }>;
  read(id: string, state: JsonObject): Promise<ReadResult>;
  update(id: string, olds: JsonObject, news: JsonObject): Promise<{ outs: JsonObject }>;
  delete(id: string, state: JsonObject): Promise<void>;
}

export function engineHandler(
  definition: Definition,
  ownership: Ownership,
  operationsOf: (operation: Operation) => ResourceOperations,
): Handler {
  let account = accountOf(() => undefined);
  const operations = operationsOf({
    definition,
    ownership,
    account: () => account(),
    warn: (message) => console.warn(printable(`warning: ${message}`)),
    clock: REAL_CLOCK,
  });
  return {
    // The engine keeps a provider whose configure threw: errors wait for the first use.
    configure: ({ config }) => {
      account = accountOf((key) => config.get(key));
      return Promise.resolve();
    },
    check: (olds, news) =>
      withoutDuplicateLog(async () => {
        const { inputs, failures } = await operations.check(fromState(olds), fromState(news));
        return { inputs: { ...toState(inputs), ...providerOf(news) }, failures: failures.map(checkFailure) };
      }),
    diff: (id, olds, news) =>
      withoutDuplicateLog(() => operations.diff(id, fromState(olds), fromState(news))),
    create: async (news) => {
      const { id, outs } = await recordingPartialState(news, operations.create(fromState(news)));
      return { id, outs: toState(outs) };
    },
    read: (id, state) =>
      withoutDuplicateLog(async () => {
        const { props, inputs, ...rest } = await operations.read(id, fromState(isObject(state) ? state : {}));
        return {
          ...rest,
          ...(props !== undefined && { props: toState(props) }),
          ...(inputs !== undefined && { inputs: toState(inputs) }),
        };
      }),
    update: async (id, olds, news) => {
      const work = operations.update(id, fromState(olds), fromState(news));
      return { outs: toState((await recordingPartialState(news, work)).outs) };
    },
    delete: (id, state) => withoutDuplicateLog(() => operations.delete(id, fromState(state))),
  };
}

/** The engine would show the value of a named property: a secret in clear, or `{<nil>}` for a part of a property. */
function checkFailure(reason: string): { property: string; reason: string } {
  return { property: "", reason: printable(reason) };
}

/** The engine records the properties of such an error as they are. */
async function recordingPartialState<Result>(news: JsonObject, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PartialStateError)
      Object.assign(error, {
        properties: { ...toState(error.properties), [STATE_KEYS.provider]: "", ...providerOf(news) },
      });
    throw error;
  }
}

/** Properties as the engine gives them, for the layers below. Hidden keys of a later version are left out. */
export function fromState(properties: JsonObject): JsonObject {
  return renamed(properties, (key) => (key.startsWith("__") ? nameOfKey.get(key) : key));
}

/** Properties of the layers below, as the engine records them. */
export function toState(properties: JsonObject): JsonObject {
  return renamed(properties, (name) => (isHidden(name) ? keyOfName.get(name) : name));
}

/** The string that names the handler, which the layers below do not see. */
function providerOf(properties: JsonObject): JsonObject {
  const provider = properties[STATE_KEYS.provider];
  return provider === undefined ? {} : { [STATE_KEYS.provider]: provider };
}

function renamed(properties: JsonObject, nameOf: (key: string) => string | undefined): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(properties)) {
    const name = nameOf(key);
    if (name !== undefined) result[name] = value;
  }
  return result;
}

const pairs = Object.entries(STATE_KEYS).map(([name, key]) => [`$${name}`, key] as const);
const keyOfName: ReadonlyMap<string, string> = new Map(pairs);
const nameOfKey: ReadonlyMap<string, string> = new Map(
  pairs.filter(([name]) => isHidden(name)).map(([name, key]) => [key, name]),
);
