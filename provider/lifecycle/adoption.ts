/**
 * Takes over what exists already, as the option `import` of a resource asks. The engine cannot import a dynamic
 * resource itself: it creates it, and the handler finds the id in an argument that the engine hides.
 */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { align } from "../schema/align";
import { shown } from "../schema/check";
import { differences, type Difference } from "../schema/differences";
import { subjectOf, type Definition } from "./definition";
import type { Operation } from "./operation";
import { holdsUnknown } from "../schema/unknown";
import type { Adoption } from "./import-option";
import { argumentsOf, stateOf } from "./state";
import { fetchOne } from "./wire";

/**
 * Why a new resource, as far as it is declared yet, cannot take over what it asks for; undefined where it can, or asks
 * for nothing. Looks at the API, as the engine's own import does in a preview.
 */
export async function hindrance(operation: Operation, inputs: JsonObject): Promise<string | undefined> {
  const { definition, account, holdings } = operation;
  const clash = holdings.clash(inputs);
  const adoption = clash === undefined ? holdings.toTakeOver(inputs) : undefined;
  if (adoption === undefined) return clash;
  const declared = argumentsOf(definition, inputs);
  const about = { id: adoption.id, subject: subjectOf(definition, declared), session: account().session };
  const found = await fetchOne(definition, about);
  if (found === undefined) return doesNotExist(definition, adoption);
  holdings.found(adoption.id, found);
  const differing = differencesOf(definition, declared, found).filter(
    ({ expected }) => !holdsUnknown(expected),
  );
  return differing.length === 0 ? undefined : notAsDeclared(definition, adoption, differing);
}

/** The existing object as this resource, without a write; refused where it is not as declared. */
export async function takeOver(
  { definition, account, holdings }: Operation,
  news: JsonObject,
  adoption: Adoption,
): Promise<{ id: string; outs: JsonObject }> {
  const { id } = adoption;
  const declared = argumentsOf(definition, news);
  const about = { id, subject: subjectOf(definition, declared), session: account().session };
  const found = holdings.takeFound(id) ?? (await fetchOne(definition, about));
  if (found === undefined)
    throw new BluedotError("missing", doesNotExist(definition, adoption), { status: 404 });
  const differing = differencesOf(definition, declared, found);
  if (differing.length > 0)
    throw new BluedotError("conflict", notAsDeclared(definition, adoption, differing));
  holdings.taken(adoption);
  return { id, outs: stateOf(definition, declared, found, id) };
}

/** Where what was declared and what was found are not the same. */
export function differencesOf({ fields }: Definition, declared: JsonObject, found: JsonObject): Difference[] {
  return differences(fields, [declared, align(fields, declared, found, declared)], declared);
}

function doesNotExist({ noun }: Definition, { id, as }: Adoption): string {
  return `${noun} ${id} does not exist in this account and region; correct the import option of "${as}", or remove it to have the object made.`;
}

function notAsDeclared({ noun }: Definition, { id, as }: Adoption, differing: Difference[]): string {
  const rows = differing.map(({ path, expected, found, secret }) => [
    path,
    secret ? "(secret)" : shown(expected),
    secret ? "(secret)" : shown(found),
  ]);
  return (
    `${noun} ${id} is not as "${as}" declares it, and is not taken over; declare what is found, or change it in the console first.\n` +
    table([["property", "declared", "found"], ...rows])
  );
}

function table(rows: readonly string[][]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ")}`)
    .join("\n");
}
