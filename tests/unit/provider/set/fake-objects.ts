/** An API of zones in memory: it holds what a set makes, and fails where a test says so. */
import { isObject, isString, type Json, type JsonObject } from "../../../../provider/json";
import type { Objects } from "../../../../provider/set/objects";

export interface FakeObjects extends Objects {
  /** What it holds, by id; a test may change it as others would. */
  readonly all: Map<string, JsonObject>;
  /** What was asked of it, such as `make a`, `change b`, `remove c`, `look d`. */
  readonly asked: string[];
  /** What fails: the next time it is asked, or always. */
  readonly faults: Map<string, Error>;
  /** The most that were under way together. */
  most(): number;
}

export function fakeObjects(): FakeObjects {
  const all = new Map<string, JsonObject>();
  const asked: string[] = [];
  const faults = new Map<string, Error>();
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
    most: () => most,
    make: (declared) =>
      ask("make", declared, () => {
        const id = `id-${(made += 1)}`;
        const found = held(id, declared);
        all.set(id, found);
        return { id, found };
      }),
    change: (id, _before, declared) =>
      ask("change", declared, () => {
        if (!all.has(id)) return undefined;
        all.set(id, held(id, declared));
        return all.get(id);
      }),
    remove: (id, declared) =>
      ask("remove", declared, () => {
        all.delete(id);
      }),
    look: (id, declared) => ask("look", declared, () => all.get(id)),
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
