/** Values that were changed outside this program and that an update overwrites: a warning names each. */
import { isObject, stableText, type Json, type JsonObject } from "../json";
import { align } from "../schema/align";
import { isEquivalent } from "../schema/equivalent";
import { differences, valueAt } from "../schema/differences";
import { isSecret, orderedFor, type Field } from "../schema/field";
import { isFreeText, display } from "../schema/display";
import { asStored } from "../schema/stored-forms";
import type { Definition } from "./definition";

interface Versions {
  /** The declared values before. */
  readonly before: JsonObject;
  readonly declared: JsonObject;
  readonly current: JsonObject;
  /** The body of the PUT. */
  readonly body: JsonObject;
}

/** @param marked true if the program marks any value as secret */
export function conflictsOf(definition: Definition, versions: Versions, marked: boolean): string[] {
  return [...changedElsewhere(definition, versions), ...setElsewhere(definition, versions)].map(
    ({ path, field, how, found, written, expected, secret }) => {
      const why = secret ? " (it holds a secret)" : marked ? " (it may hold a secret)" : "";
      if (why !== "" || isFreeText(field))
        return `${path}${why} was ${how} outside this program, and is written over.`;
      const known = expected === undefined ? "" : `expected ${display(field, expected)}, `;
      return `${path} was ${how} outside this program: ${known}found ${display(field, found)}, written ${display(field, written)}.`;
    },
  );
}

interface Conflict {
  readonly path: string;
  readonly field: Field;
  readonly how: "changed" | "set";
  readonly expected?: Json | undefined;
  readonly found: Json | undefined;
  readonly written: Json | undefined;
  readonly secret: boolean;
}

/** Current values that differ from those declared before, but for values that the API stores in another form. */
function changedElsewhere({ fields }: Definition, { before, current, body }: Versions): Conflict[] {
  const found = align(fields, before, current);
  const written = asStored(align(fields, before, body), found);
  return differences(orderedFor(fields, before), [asStored(before, found), found])
    .map(({ steps, ...rest }) => ({ ...rest, how: "changed" as const, written: valueAt(written, steps) }))
    .filter((one) => isOverwritten(one));
}

/** Current values of properties that the program did not declare before. */
function setElsewhere({ fields }: Definition, { before, declared, current }: Versions): Conflict[] {
  const aligned = align(fields, declared, current);
  if (!isObject(aligned)) return [];
  return Object.entries(orderedFor(fields, declared).properties).flatMap(([key, property]) => {
    const { field, role, accountDefault, apiDefault } = property;
    const [found, written] = [aligned[key], declared[key]];
    if (before[key] !== undefined || written === undefined || role !== "declared" || accountDefault === true)
      return [];
    const isConflict = [undefined, apiDefault, asStored(written, found)].every(
      (value) => !isEquivalent(field, value, found),
    );
    return isConflict ? [{ path: key, field, how: "set", found, written, secret: isSecret(property) }] : [];
  });
}

/** Not if the declared value is there already, as an interrupted run leaves it. */
function isOverwritten({ found, written }: Conflict): boolean {
  return stableText(found) !== stableText(written);
}
