/** Looks at what the API holds of a set. Gone is an answer; whatever else fails is an error, and the state stays. */
import { BluedotError } from "../errors";
import { isObject, stableText, type JsonObject } from "../json";
import { align } from "../schema/align";
import {
  declaredOf,
  hidden,
  objectIn,
  partsOf,
  setSubject,
  sharedOf,
  type SetDefinition,
} from "./definition";
import type { SetOperation } from "./operations";
import type { Held } from "./packed";
import { eachOf } from "./pool";
import { heldIn, namesIn, stateOfSet } from "./state";

export interface SetSeen {
  readonly id: string;
  readonly props: JsonObject;
  readonly inputs: JsonObject;
}

/**
 * The set as it is now. An object that is gone, or not whole, is no part of the arguments any more, so that the plan
 * shows that it is to be made.
 */
export async function readSet({ set, open }: SetOperation, id: string, state: JsonObject): Promise<SetSeen> {
  if (state[hidden.packed] === undefined) throw notLookedUp(set, state);
  const { objects, atOnce } = open(setSubject(set, state));
  const seen: Held[] = [];
  await eachOf(heldIn(state), { atOnce }, async (one) => {
    const declared = declaredOf(set, one.key, objectIn(one.text) ?? {}, state);
    const found = await objects.look(one.id, declared);
    if (found !== undefined) seen.push(asFound(set, one, declared, found));
  });
  const whole = seen.filter(({ isWhole }) => isWhole);
  const texts = Object.fromEntries(whole.map(({ key, text }) => [key, text]));
  return {
    id,
    props: stateOfSet(set, state, seen),
    inputs: { ...sharedOf(set, state), ...namesIn(state), [set.objects]: texts },
  };
}

/** The text stays as it was where it says the same as what was found. */
function asFound(set: SetDefinition, held: Held, declared: JsonObject, found: JsonObject): Held {
  const aligned = align(set.of.fields, declared, found, declared);
  const text = aligned === declared || !isObject(aligned) ? held.text : textOf(set, held, declared, aligned);
  return { ...held, text, parts: partsOf(set, found, held.id), isWhole: set.of.complete(found) };
}

/** Without what the program left to the set, to the key and to defaults, where that is still so. */
function textOf(set: SetDefinition, held: Held, declared: JsonObject, aligned: JsonObject): string {
  const said = objectIn(held.text) ?? {};
  const entries = Object.entries(aligned).filter(([name, value]) => name in said || value !== declared[name]);
  return stableText(Object.fromEntries(entries));
}

function notLookedUp(set: SetDefinition, state: JsonObject): BluedotError {
  return new BluedotError(
    "missing",
    `${setSubject(set, state)}: a set cannot be looked up; look its ${set.objects} up one by one.`,
  );
}
