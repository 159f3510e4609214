/** Which declared object of a set is one that it holds already. */
import { isString, stableText } from "../json";
import { objectIn, withKey, type SetDefinition } from "./definition";
import type { RecordedObject } from "./state-format";

/** An object as the program declares it. */
export interface DeclaredObject {
  readonly key: string;
  readonly text: string;
}

export interface KeyMatches {
  readonly pairs: readonly (readonly [RecordedObject, DeclaredObject])[];
  readonly added: readonly DeclaredObject[];
  readonly removed: readonly RecordedObject[];
}

/**
 * An object whose id is the program's own is known by that id, and any other by its key; one whose key is gone, and
 * that stands just as it is under a new key, or whose name alone does, has got another key.
 */
export function matchByKey(
  set: SetDefinition,
  held: readonly RecordedObject[],
  declared: readonly DeclaredObject[],
): KeyMatches {
  const { idField, title } = set.of;
  const named = (one: DeclaredObject) => withKey(set, one.key, objectIn(one.text) ?? {});
  const propertyOf = (property: string) => (one: DeclaredObject) => {
    const value = named(one)[property];
    return isString(value) ? value : "";
  };
  if (idField === "destinationId")
    return pairBy({ pairs: [], added: declared, removed: held }, ({ id }) => id, propertyOf(idField));
  const key = (one: DeclaredObject) => one.key;
  const whole = (one: DeclaredObject) => stableText(named(one));
  const name = propertyOf(title);
  const byKey = pairBy({ pairs: [], added: declared, removed: held }, key, key);
  return pairBy(pairAlike(byKey, whole), name, name);
}

/** Those that are the same but for the key, the first with the first. */
function pairAlike(all: KeyMatches, textOf: (one: DeclaredObject) => string): KeyMatches {
  const { added, removed } = all;
  if (added.length === 0 || removed.length === 0) return all;
  const theirs = Map.groupBy(removed, textOf);
  const ours = added.map((one) => [theirs.get(textOf(one))?.shift(), one] as const);
  const found = ours.flatMap(([held, one]): (readonly [RecordedObject, DeclaredObject])[] =>
    held === undefined ? [] : [[held, one]],
  );
  return withPairs(all, found);
}

/** Those whose name occurs once on both sides. */
function pairBy(
  all: KeyMatches,
  nameOfHeld: (one: RecordedObject) => string,
  nameOf: (one: DeclaredObject) => string,
): KeyMatches {
  const { added, removed } = all;
  // To find a name its text is parsed, and most often one side is empty.
  if (added.length === 0 || removed.length === 0) return all;
  const theirs = onlyOnes(removed, nameOfHeld);
  const ours = onlyOnes(added, nameOf);
  const found = [...ours].flatMap(([name, one]): (readonly [RecordedObject, DeclaredObject])[] => {
    const counterpart = theirs.get(name);
    return counterpart === undefined ? [] : [[counterpart, one]];
  });
  return withPairs(all, found);
}

function withPairs({ pairs, added, removed }: KeyMatches, found: KeyMatches["pairs"]): KeyMatches {
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
