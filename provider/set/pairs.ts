/** Which declared object of a set is one that it holds already. */
import { isString, stableText } from "../json";
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
 * that stands just as it is under a new key, or whose name alone does, has got another key.
 */
export function pairUp(set: SetDefinition, held: readonly Held[], declared: readonly Declared[]): Pairing {
  const { idField, title } = set.of;
  const named = (one: Declared) => withKey(set, one.key, objectIn(one.text) ?? {});
  const propertyOf = (property: string) => (one: Declared) => {
    const value = named(one)[property];
    return isString(value) ? value : "";
  };
  if (idField === "destinationId")
    return pairBy({ pairs: [], added: declared, removed: held }, ({ id }) => id, propertyOf(idField));
  const key = (one: Declared) => one.key;
  const whole = (one: Declared) => stableText(named(one));
  const name = propertyOf(title);
  const byKey = pairBy({ pairs: [], added: declared, removed: held }, key, key);
  return pairBy(pairAlike(byKey, whole), name, name);
}

/** Those that are the same but for the key, the first with the first. */
function pairAlike(all: Pairing, textOf: (one: Declared) => string): Pairing {
  const { added, removed } = all;
  if (added.length === 0 || removed.length === 0) return all;
  const theirs = Map.groupBy(removed, textOf);
  const ours = added.map((one) => [theirs.get(textOf(one))?.shift(), one] as const);
  const found = ours.flatMap(([held, one]): (readonly [Held, Declared])[] =>
    held === undefined ? [] : [[held, one]],
  );
  return withPairs(all, found);
}

/** Those whose name occurs once on both sides. */
function pairBy(all: Pairing, nameOfHeld: (one: Held) => string, nameOf: (one: Declared) => string): Pairing {
  const { added, removed } = all;
  // To find a name its text is parsed, and most often one side is empty.
  if (added.length === 0 || removed.length === 0) return all;
  const theirs = onlyOnes(removed, nameOfHeld);
  const ours = onlyOnes(added, nameOf);
  const found = [...ours].flatMap(([name, one]): (readonly [Held, Declared])[] => {
    const counterpart = theirs.get(name);
    return counterpart === undefined ? [] : [[counterpart, one]];
  });
  return withPairs(all, found);
}

function withPairs({ pairs, added, removed }: Pairing, found: Pairing["pairs"]): Pairing {
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
