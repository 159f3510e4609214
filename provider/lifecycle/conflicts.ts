/** What an update writes over that somebody else has put there, and that no preview has shown: told, a sentence each. */
import { isObject, stableText, type Json, type JsonObject } from "../json";
import { align } from "../schema/from-api";
import { isEquivalent } from "../schema/equivalent";
import { differences, valueAt } from "../schema/differences";
import { isSecret, type Field } from "../schema/field";
import { isFreeText, display } from "../schema/display";
import { asStored } from "../schema/stored-forms";
import type { Definition } from "./definition";

interface Versions {
  /** What the program declared before. */
  readonly before: JsonObject;
  readonly declared: JsonObject;
  /** What the API holds. */
  readonly held: JsonObject;
  /** What it is to hold. */
  readonly body: JsonObject;
}

/** @param marked whether the program marks something as secret, no matter what */
export function conflictsOf(definition: Definition, versions: Versions, marked: boolean): string[] {
  return [...changedElsewhere(definition, versions), ...setElsewhere(definition, versions)].map(
    ({ path, field, how, found, written, expected, secret }) => {
      if (secret) return `${path} (it holds a secret) was ${how} outside this program, and is written over.`;
      if (marked)
        return `${path} (it may hold a secret) was ${how} outside this program, and is written over.`;
      if (isFreeText(field)) return `${path} was ${how} outside this program, and is written over.`;
      const known = expected === undefined ? "" : `expected ${display(field, expected)}, `;
      return `${path} was ${how} outside this program: ${known}found ${display(field, found)}, written ${display(field, written)}.`;
    },
  );
}

interface Overwritten {
  readonly path: string;
  readonly field: Field;
  readonly how: "changed" | "set";
  readonly expected?: Json | undefined;
  readonly found: Json | undefined;
  readonly written: Json | undefined;
  readonly secret: boolean;
}

/** Where the API no longer holds what was declared before, as far as it stores that as it was sent. */
function changedElsewhere({ fields }: Definition, { before, held, body }: Versions): Overwritten[] {
  const found = align(fields, before, held, before);
  const written = asStored(align(fields, before, body, before), found);
  return differences(fields, [asStored(before, found), found], before)
    .map(({ steps, ...rest }) => ({ ...rest, how: "changed" as const, written: valueAt(written, steps) }))
    .filter((one) => isWrittenOver(one));
}

/** Where the API holds something that the program declares only now. */
function setElsewhere({ fields }: Definition, { before, declared, held }: Versions): Overwritten[] {
  const seen = align(fields, declared, held, declared);
  if (!isObject(seen)) return [];
  return Object.entries(fields.properties).flatMap(([key, property]) => {
    const { field, role, accountDefault: ofAccount, apiDefault } = property;
    const [found, written] = [seen[key], declared[key]];
    if (before[key] !== undefined || written === undefined || role !== "declared" || ofAccount === true)
      return [];
    const saysSomething = [undefined, apiDefault, asStored(written, found)].every(
      (value) => !isEquivalent(field, value, found, declared),
    );
    return saysSomething
      ? [{ path: key, field, how: "set", found, written, secret: isSecret(property) }]
      : [];
  });
}

/** A run that was stopped before it could record what it did has left what is declared now. */
function isWrittenOver({ found, written }: Overwritten): boolean {
  return stableText(found) !== stableText(written);
}
