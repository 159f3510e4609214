/** A definition as the engine wants it: the handler of one resource, which the states name. */
import type { dynamic } from "@pulumi/pulumi";

import { readConfiguration } from "../configuration";
import { isObject, type JsonObject } from "../json";
import { sessionFor } from "../session";
import { check, type Checked } from "./check";
import { create } from "./create";
import type { Account, Definition, Operation } from "./definition";
import { remove } from "./delete";
import { diff } from "./diff";
import { read } from "./read";
import { shownOnce } from "./shown-once";
import { update } from "./update";

type Handler = Required<dynamic.ResourceProvider<JsonObject, JsonObject>>;

export function handlerOf(definition: Definition): Handler {
  let account = accountOf(() => undefined);
  const operation: Operation = {
    definition,
    account: () => account(),
    warn: (message) => console.warn(message),
  };
  return {
    // The engine keeps a provider whose configure threw: complaints wait for the first use.
    configure: ({ config }) => {
      account = accountOf((key) => config.get(key));
      return Promise.resolve();
    },
    check: (_olds, news) => Promise.resolve(told(check(definition, news))),
    diff: (_id, olds, news) => Promise.resolve(diff(definition, olds, news)),
    create: (news) => create(operation, news),
    read: (id, properties) => shownOnce(read(operation, id, isObject(properties) ? properties : {})),
    update: (id, olds, news) => update(operation, id, olds, news),
    delete: (id, state) => shownOnce(remove(operation, id, state)),
  };
}

/**
 * Faults as the engine is to show them. Beside a property it shows its value: a secret in clear, or `{<nil>}` for a part
 * of a property. So it is told none, and the reason begins with the path.
 */
function told({ inputs, failures }: Checked): Checked {
  return {
    inputs,
    failures: failures.map(({ property, reason }) => ({ property: "", reason: `${property}: ${reason}` })),
  };
}

/** The account that the configuration names, found once. */
function accountOf(config: (key: string) => string | undefined): () => Account {
  let account: Account | undefined;
  return () => {
    if (account === undefined) {
      const configuration = readConfiguration(config, process.env);
      account = { configuration, session: sessionFor(configuration) };
    }
    return account;
  };
}
