/** Matches the declared objects of a set with its recorded ones. */
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
 * An object with an id of the program matches by that id, any other by its key. An object without a match by key matches
 * an equal object under a new key, then one of the same name: its key was changed.
 */
export function matchByKey(
  set: SetDefinition,
  recorded: readonly RecordedObject[],
  declared: readonly DeclaredObject[],
): KeyMatches {
  const { idField, title } = set.of;
  const named = (one: DeclaredObject) => withKey(set, one.key, objectIn(one.text) ?? {});
  const propertyOf = (property: string) => (one: DeclaredObject) => {
    const value = named(one)[property];
    return isString(value) ? value : "";
  };
  if (idField === "destinationId")
    return matchUnique(
      { pairs: [], added: declared, removed: recorded },
      ({ id }) => id,
      propertyOf(idField),
    );
  const key = (one: DeclaredObject) => one.key;
  const whole = (one: DeclaredObject) => stableText(named(one));
  const name = propertyOf(title);
  const byKey = matchUnique({ pairs: [], added: declared, removed: recorded }, key, key);
  return matchUnique(matchEqual(byKey, whole), name, name);
}

/** Matches objects that are equal but for the key, in their order. */
function matchEqual(all: KeyMatches, textOf: (one: DeclaredObject) => string): KeyMatches {
  const { added, removed } = all;
  if (added.length === 0 || removed.length === 0) return all;
  const candidates = Map.groupBy(removed, textOf);
  const declared = added.map((one) => [candidates.get(textOf(one))?.shift(), one] as const);
  const found = declared.flatMap(([recorded, one]): (readonly [RecordedObject, DeclaredObject])[] =>
    recorded === undefined ? [] : [[recorded, one]],
  );
  return withPairs(all, found);
}

/** Matches objects whose name occurs once on both sides. */
function matchUnique(
  all: KeyMatches,
  nameOfRecorded: (one: RecordedObject) => string,
  nameOf: (one: DeclaredObject) => string,
): KeyMatches {
  const { added, removed } = all;
  // A name costs a parsed text, and most often one side is empty.
  if (added.length === 0 || removed.length === 0) return all;
  const candidates = uniqueByName(removed, nameOfRecorded);
  const declared = uniqueByName(added, nameOf);
  const found = [...declared].flatMap(([name, one]): (readonly [RecordedObject, DeclaredObject])[] => {
    const counterpart = candidates.get(name);
    return counterpart === undefined ? [] : [[counterpart, one]];
  });
  return withPairs(all, found);
}

function withPairs({ pairs, added, removed }: KeyMatches, found: KeyMatches["pairs"]): KeyMatches {
  const [matchedRecorded, matchedDeclared] = [
    new Set(found.map(([one]) => one)),
    new Set(found.map(([, one]) => one)),
  ];
  return {
    pairs: [...pairs, ...found],
    added: added.filter((one) => !matchedDeclared.has(one)),
    removed: removed.filter((one) => !matchedRecorded.has(one)),
  };
}

function uniqueByName<One>(all: readonly One[], nameOf: (one: One) => string): Map<string, One> {
  const byName = new Map<string, One | undefined>();
  for (const one of all) {
    const name = nameOf(one);
    byName.set(name, byName.has(name) ? undefined : one);
  }
  return new Map([...byName].flatMap(([name, one]) => (one === undefined ? [] : [[name, one]])));
}
