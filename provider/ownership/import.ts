/**
 * The option `import`. The engine cannot import a dynamic resource: it creates one, with the option in a hidden argument.
 */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { subjectOf, type Definition } from "../lifecycle/definition";
import { importOf, type ImportRequest } from "./imports";
import type { Operation } from "../lifecycle/context";
import { argumentsOf, stateOf } from "../lifecycle/state";
import { fetchOne } from "../lifecycle/requests";
import type { Difference } from "../schema/differences";
import { display } from "../schema/display";
import { holdsUnknown } from "../schema/unknown";
import { differencesOf, ownerFor } from "./existing";

/** The import that a new resource has to do, if any. */
export function toImport({ ownership }: Operation, inputs: JsonObject): ImportRequest | undefined {
  const request = importOf(inputs);
  return request === undefined || ownership.imports.isDone(request) ? undefined : request;
}

/**
 * The reason why a new resource cannot import its object, as far as its inputs are known. Reads the object, as the
 * engine's own import does in a preview.
 */
export async function importBlocker(operation: Operation, inputs: JsonObject): Promise<string | undefined> {
  const { definition, ownership } = operation;
  const request = toImport(operation, inputs);
  if (request === undefined) return undefined;
  const found = await importable(operation, argumentsOf(definition, inputs), request);
  if (found instanceof BluedotError) return found.message;
  ownership.imports.keep(request.id, found);
  return undefined;
}

/** Records the existing object as this resource, without a write; fails if a declared value differs. */
export async function importObject(
  operation: Operation,
  news: JsonObject,
  request: ImportRequest,
): Promise<{ id: string; outs: JsonObject }> {
  const { definition, ownership } = operation;
  const { id } = request;
  const declared = argumentsOf(definition, news);
  const found = await importable(operation, declared, request, ownership.imports.take(id));
  if (found instanceof BluedotError) throw found;
  ownership.claims.claim(id, ownerFor(operation, declared));
  return { id, outs: stateOf(operation, declared, found, id) };
}

/**
 * The object to import, or the error that refuses it.
 *
 * @param kept the object as the check of this run has read it. Default: it is read
 */
async function importable(
  operation: Operation,
  declared: JsonObject,
  request: ImportRequest,
  kept?: JsonObject,
): Promise<JsonObject | BluedotError> {
  const { definition, account, ownership } = operation;
  const { id, as } = request;
  if (ownership.imports.ask(request) !== as || ownership.claims.ownerOf(id) !== undefined)
    return new BluedotError("conflict", inTheStack(definition.noun, request));
  const about = { id, subject: subjectOf(definition, declared), session: account().session };
  const found = kept ?? (await fetchOne(definition, about));
  if (found === undefined)
    return new BluedotError("missing", doesNotExist(definition, request), { status: 404 });
  const differing = differencesOf(definition, declared, found).filter(
    ({ expected }) => !holdsUnknown(expected),
  );
  return differing.length === 0
    ? found
    : new BluedotError("conflict", notAsDeclared(definition, request, differing));
}

/**
 * @throws BluedotError if the option names another object than the recorded one, or a new resource of the program asks
 *   for the object of this one
 */
export function guardImports(
  { definition: { noun }, ownership }: Operation,
  id: string,
  { olds, news }: { readonly olds: JsonObject; readonly news: JsonObject },
): void {
  const request = importOf(news);
  if (request !== undefined && request.id !== id && importOf(olds)?.id !== request.id) {
    throw new BluedotError(
      "conflict",
      `"${request.as}" is in the stack already as ${noun} ${id}, but its option \`import\` names ${request.id}; remove the option, or take the resource out of the state first (\`pulumi state delete\`).`,
    );
  }
  const asker = ownership.imports.askerOf(id);
  if (asker !== undefined && asker !== request?.as)
    throw new BluedotError("conflict", inTheStack(noun, { id, as: asker }));
}

function inTheStack(noun: string, { id, as }: ImportRequest): string {
  return `${noun} ${id} belongs to another resource of the stack, and "${as}" cannot import it; remove the option \`import\` of "${as}", use the option \`aliases\` where it was only renamed, or take the other resource out of the program and the state (\`pulumi state delete\`).`;
}

function doesNotExist({ noun }: Definition, { id, as }: ImportRequest): string {
  return `${noun} ${id} does not exist in this account and region; correct the import option of "${as}", or remove it to have the object created.`;
}

function notAsDeclared({ noun }: Definition, { id, as }: ImportRequest, differing: Difference[]): string {
  const rows = differing.map(({ path, field, expected, found, secret }) => [
    path,
    secret ? "(secret)" : display(field, expected),
    secret ? "(secret)" : display(field, found),
  ]);
  return (
    `${noun} ${id} is not as "${as}" declares it, and is not imported; declare its current values, or change it in the console first.\n` +
    table([["property", "declared", "current"], ...rows])
  );
}

function table(rows: readonly string[][]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ")}`)
    .join("\n");
}
