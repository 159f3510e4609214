/** Which declared object of a set is one that it holds already. */
import { isString } from "../json";
import { objectIn, withKey, type SetDefinition } from "./definition";
import type { Held } from "./packed";

/** An object as the program declares it. */
export interface Declared {
  readonly key: string;
  readonly text: string;
}

export interface Pairing {
  readonly pairs: readonly (readonly [Held, Declared])[];
  readonly added: readonly Declared[];
  readonly removed: readonly Held[];
}

/**
 * An object whose id is the program's own is known by that id, and any other by its key; one whose key is gone, and
 * whose name alone stands under a new key, has got another key.
 */
export function pairUp(set: SetDefinition, held: readonly Held[], declared: readonly Declared[]): Pairing {
  const { idField, title } = set.of;
  const propertyOf = (property: string) => (one: Declared) => {
    const value = withKey(set, one.key, objectIn(one.text) ?? {})[property];
    return isString(value) ? value : "";
  };
  if (idField === "destinationId")
    return pairBy({ pairs: [], added: declared, removed: held }, ({ id }) => id, propertyOf(idField));
  const key = (one: Declared) => one.key;
  const name = propertyOf(title);
  return pairBy(pairBy({ pairs: [], added: declared, removed: held }, key, key), name, name);
}

/** Those whose name occurs once on both sides. */
function pairBy(all: Pairing, nameOfHeld: (one: Held) => string, nameOf: (one: Declared) => string): Pairing {
  const { pairs, added, removed } = all;
  // To find a name its text is parsed, and most often one side is empty.
  if (added.length === 0 || removed.length === 0) return all;
  const theirs = onlyOnes(removed, nameOfHeld);
  const ours = onlyOnes(added, nameOf);
  const found = [...ours].flatMap(([name, one]): (readonly [Held, Declared])[] => {
    const counterpart = theirs.get(name);
    return counterpart === undefined ? [] : [[counterpart, one]];
  });
  const [takenHeld, taken] = [new Set(found.map(([one]) => one)), new Set(found.map(([, one]) => one))];
  return {
    pairs: [...pairs, ...found],
    added: added.filter((one) => !taken.has(one)),
    removed: removed.filter((one) => !takenHeld.has(one)),
  };
}

function onlyOnes<One>(all: readonly One[], nameOf: (one: One) => string): Map<string, One> {
  const byName = new Map<string, One | undefined>();
  for (const one of all) {
    const name = nameOf(one);
    byName.set(name, byName.has(name) ? undefined : one);
  }
  return new Map([...byName].flatMap(([name, one]) => (one === undefined ? [] : [[name, one]])));
}
