/**
 * Existing objects that equal a new resource. Equality is no proof of ownership: only a Zone in a Project of this program
 * is adopted by default, since only an interrupted run leaves one there.
 */
import type { Configuration } from "../configuration";
import { BluedotError } from "../errors";
import { isObject, isString, stableText, type Json, type JsonObject } from "../json";
import type { Listed } from "../lifecycle/list-cache";
import { subjectOf, type Definition } from "../lifecycle/definition";
import type { Operation } from "../lifecycle/context";
import type { ApiObject } from "../lifecycle/requests";
import { align } from "../schema/align";
import { isEmpty } from "../schema/equivalent";
import { differences, type Difference } from "../schema/differences";
import { orderedFor, propertyNames } from "../schema/field";
import { inputsText, type Owner } from "./claims";
import { encode, mergeResource } from "../schema/merge";
import { tidied } from "../schema/stored-forms";

/** An object with all declared values. */
interface Match extends ApiObject {
  /** Its properties that the program does not declare. */
  readonly more: readonly string[];
}

/** The differences between the declared and the current values. */
export function differencesOf({ fields }: Definition, declared: JsonObject, found: JsonObject): Difference[] {
  return differences(orderedFor(fields, declared), [declared, align(fields, declared, found)]);
}

/** True if a POST of the declared resource would have created this object. */
export function isAsCreated(definition: Definition, declared: JsonObject, object: ApiObject): boolean {
  return matchOf(definition, declared, object)?.more.length === 0;
}

function matchOf(definition: Definition, declared: JsonObject, object: ApiObject): Match | undefined {
  if (differencesOf(definition, declared, object.found).length > 0) return undefined;
  return { ...object, more: undeclaredIn(definition, declared, object.found) };
}

/** The properties that a POST of the declared resource would not have given the object. */
function undeclaredIn({ fields }: Definition, declared: JsonObject, found: JsonObject): string[] {
  const names = propertyNames(fields);
  const created = encode(fields, declared);
  const merged = mergeResource(fields, declared, { current: found, before: undefined });
  const textOf = (value: Json | undefined) => stableText(withoutAdditions(value, names));
  return Object.keys(merged).filter((key) => {
    if (key in created) return textOf(merged[key]) !== textOf(created[key]);
    return fields.properties[key]?.accountDefault !== true && !isAddition(key, merged[key] ?? null, names);
  });
}

/** A value without the API's own additions: ids, times, empty values, and the color of a fence without one. */
function withoutAdditions(value: Json | undefined, names: ReadonlySet<string>): Json | undefined {
  if (Array.isArray(value)) return value.map((element) => withoutAdditions(element, names) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]): [string, Json][] =>
      isAddition(key, part, names) ? [] : [[key, withoutAdditions(part, names) ?? null]],
    ),
  );
}

function isAddition(key: string, value: Json, names: ReadonlySet<string>): boolean {
  if (isEmpty(value) || key === "_id" || key === "color") return true;
  return !names.has(key) && isString(value) && (UUID.test(value) || TIME.test(value));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The listed object with all declared values that belongs to no resource of the program. */
function matchIn(
  { definition, ownership: { claims } }: Operation,
  listed: Listed,
  declared: JsonObject,
): Match | undefined {
  const matches = named(definition, listed, declared).flatMap((object) =>
    claims.ownerOf(object.id) === undefined && !claims.isDeleting(object.id)
      ? (matchOf(definition, declared, object) ?? [])
      : [],
  );
  return matches.find(({ more }) => more.length === 0) ?? matches[0];
}

/** The listed objects with the name of the declared resource. */
export function named({ title }: Definition, listed: Listed, declared: JsonObject): readonly ApiObject[] {
  const index =
    indexes.get(listed) ??
    Map.groupBy(
      [...listed].map(([id, found]): ApiObject => ({ id, found })),
      ({ found }) => keyOf(found[title]),
    );
  // Ten thousand creates do not each walk ten thousand objects.
  indexes.set(listed, index);
  return index.get(keyOf(declared[title])) ?? [];
}

/** A name as an API may store it. */
function keyOf(name: Json | undefined): Json | undefined {
  return isString(name) ? tidied(name) : name;
}

const indexes = new WeakMap<Listed, ReadonlyMap<Json | undefined, ApiObject[]>>();

function decide(
  { more }: Pick<Match, "more">,
  onExisting: Configuration["onExisting"],
  isInOwnProject: boolean,
): "create" | "adopt" | "fail" {
  if (onExisting !== "fail") return onExisting;
  return isInOwnProject && more.length === 0 ? "adopt" : "fail";
}

/**
 * Adopts an equal object for the new resource; undefined if a new one is to be created.
 *
 * @throws BluedotError of kind `exists` if a person has to decide
 */
export async function adoptExisting(
  operation: Operation,
  listed: Listed | undefined,
  declared: JsonObject,
): Promise<ApiObject | undefined> {
  const { definition, account, ownership } = operation;
  const { claims, projects } = ownership;
  const { projectId } = definition.listed(declared);
  const isInOwnProject = projectId !== undefined && projects?.ownerOf(projectId) !== undefined;
  const match = listed && matchIn(operation, listed, declared);
  if (match === undefined) return undefined;
  const { onExisting } = account().configuration;
  if (decide(match, onExisting, isInOwnProject) === "create") return undefined;
  const subject = subjectOf(definition, declared);
  // Claimed before the GET, so that no other resource adopts it meanwhile.
  claims.claim(match.id, ownerFor(operation, declared));
  let adopted: Match | undefined;
  try {
    const current = await confirmed(operation, match, declared);
    if (current !== undefined && decide(current, onExisting, isInOwnProject) === "fail")
      throw exists(operation, current, declared);
    adopted = current;
  } finally {
    if (adopted === undefined) claims.release(match.id);
  }
  if (adopted === undefined) return undefined;
  if (operation.adopted !== undefined) operation.adopted(subject, adopted.id);
  else operation.warn(`${subject}: ${adoptedAs(adopted)}`);
  return adopted;
}

/** The claim of the resource, or of the set that it is an object of. */
export function ownerFor({ definition, set, setId }: Operation, declared: JsonObject): Owner {
  return set === undefined
    ? { subject: subjectOf(definition, declared), inputs: inputsText(declared) }
    : { subject: set, setId };
}

/** A list may lag behind a delete or an update. */
async function confirmed(
  { definition, account }: Operation,
  { id, found: listed }: Match,
  declared: JsonObject,
): Promise<Match | undefined> {
  const { session, lists } = account();
  const about = { id, subject: subjectOf(definition, declared), session };
  const found = await lists.confirm(definition, about, listed);
  return found && matchOf(definition, declared, { id, found });
}

function adoptedAs({ id, more }: Match): string {
  const besides =
    more.length === 0 ? "" : ` It also has ${inWords(more)}, which the program does not declare.`;
  return `it exists already as ${id}, as declared, and is adopted without a write.${besides}`;
}

/** The message names the object, its age and the ways on, one a line. */
function exists(
  { definition, set }: Operation,
  { id, found, more }: Match,
  declared: JsonObject,
): BluedotError {
  const { noun } = definition;
  const since = isString(found["createdAt"]) ? `, created ${found["createdAt"]}` : "";
  const besides = more.length === 0 ? "" : ` (and has ${inWords(more)}, which the program does not declare)`;
  const name = declared[definition.title];
  const another = isString(name)
    ? `give it a name of its own, such as \`${name}-\${pulumi.getStack()}\`, or create one more with`
    : "create one more with";
  const byImport = set === undefined ? `, or the option \`import: "${id}"\` for this one` : "";
  return new BluedotError(
    "exists",
    [
      `${subjectOf(definition, declared)} is not created, since the account has a ${noun} that is as declared${besides}: ${id}${since}. This stack did not record it.`,
      `  It is left from an interrupted run of this stack: \`pulumi up --config bluedot:onExisting=adopt\`, and \`pulumi config rm bluedot:onExisting\` afterwards.`,
      `  This stack is to manage it from now on, and to delete it one day: the same${byImport}.`,
      `  It belongs to another stack or person: ${another} \`pulumi up --config bluedot:onExisting=create\`.`,
    ].join("\n"),
    { objectId: id },
  );
}

function inWords(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
