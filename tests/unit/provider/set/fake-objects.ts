/** An API of zones in memory: it holds what a set makes, and fails where a test says so. */
import { isObject, isString, type Json, type JsonObject } from "../../../../provider/json";
import { PartialStateError } from "../../../../provider/lifecycle/partial-state-error";
import type { ObjectClient } from "../../../../provider/set/object-client";

export interface FakeObjects extends ObjectClient {
  /** The objects of the API, by id. A test may change them as others would. */
  readonly all: Map<string, JsonObject>;
  /** The requests to the API, such as `make a`, `change b`, `remove c`, `look d`. */
  readonly asked: string[];
  /** The errors of requests, by request. Such a request fails before it is carried out. */
  readonly faults: Map<string, Error>;
  /** The ids of what exists already and is adopted, by name. */
  readonly existing: Map<string, string>;
  /** The requests that are carried out and yet not finished. */
  readonly unfinished: Set<string>;
  /** The most that were under way together. */
  most(): number;
}

export function fakeObjects(): FakeObjects {
  const all = new Map<string, JsonObject>();
  const asked: string[] = [];
  const faults = new Map<string, Error>();
  const existing = new Map<string, string>();
  const unfinished = new Set<string>();
  let made = 0;
  let underWay = 0;
  let most = 0;

  async function ask<Answer>(what: string, { name }: JsonObject, answer: () => Answer): Promise<Answer> {
    const words = `${what} ${text(name)}`;
    asked.push(words);
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    const fault = faults.get(words) ?? faults.get(what);
    if (fault !== undefined) throw fault;
    return answer();
  }

  return {
    all,
    asked,
    faults,
    existing,
    unfinished,
    most: () => most,
    create: (declared) =>
      ask("make", declared, () => {
        const own = declared["destinationId"];
        const existingId = existing.get(text(declared["name"]));
        const id = existingId ?? (isString(own) && own !== "" ? own : `id-${(made += 1)}`);
        const found = held(id, declared);
        all.set(id, found);
        if (unfinished.has(`make ${text(declared["name"])}`))
          throw new PartialStateError("no answer", id, {});
        return { id, found };
      }),
    update: (id, _before, declared) =>
      ask("change", declared, () => {
        if (!all.has(id)) return undefined;
        all.set(id, held(id, declared));
        if (unfinished.has(`change ${text(declared["name"])}`))
          throw new PartialStateError("no answer", id, {});
        return all.get(id);
      }),
    delete: (id, declared) =>
      ask("remove", declared, () => {
        all.delete(id);
      }),
    read: (id, declared) => ask("look", declared, () => all.get(id)),
  };
}

/** As the API would hold it, with an id for each geofeature. */
function held(id: string, declared: JsonObject): JsonObject {
  const geofeatures = Array.isArray(declared["geofeatures"]) ? declared["geofeatures"].filter(isObject) : [];
  return {
    ...declared,
    _id: id,
    geofeatures: geofeatures.map((one) => ({ ...one, _id: `${id} ${text(one["name"])}` })),
  };
}

function text(name: Json | undefined): string {
  return isString(name) ? name : "";
}
