/** Explains a refusal: the API says seldom which object is in the way, or that the project no longer exists. */
import type { ApiRequest } from "../api";
import { BluedotError } from "../errors";
import { isString, type Json, type JsonObject } from "../json";
import type { Identity } from "../lifecycle/definition";
import type { Operation } from "../lifecycle/context";

/** The error of a refused create, with its reason where one can be found. */
export async function explainRefusal(
  operation: Operation,
  refused: { readonly call: ApiRequest; readonly declared: JsonObject; readonly error: unknown },
): Promise<unknown> {
  const { call, declared, error } = refused;
  return (
    (await projectGone(operation, call, error)) ?? (await withConflictAdvice(operation, declared, error))
  );
}

/**
 * The error of a 409, with the id of the object that has the identity already, and with advice.
 *
 * @param own the id of the object that is updated. Default: one is created
 */
export async function withConflictAdvice(
  operation: Operation,
  declared: JsonObject,
  error: unknown,
  own?: string,
): Promise<unknown> {
  const { identities, idField, noun } = operation.definition;
  if (identities === undefined || !(error instanceof BluedotError) || error.status !== 409) return error;
  const found = await holderOf(operation, identities, declared, own);
  const id = found?.object[idField];
  const words = (found === undefined ? identities : [found.identity]).map(({ words }) => words).join(", or ");
  const advice = isString(id)
    ? `${noun} ${id} has ${words}; ${ways(operation, id)}`
    : `No two may share ${words}; ${ways(operation)}`;
  return error.withAdvice(advice, ". ");
}

/** The list is read only after a 409. */
async function holderOf(
  { definition, account }: Operation,
  identities: readonly Identity[],
  declared: JsonObject,
  own: string | undefined,
): Promise<{ identity: Identity; object: JsonObject } | undefined> {
  const listed = await account()
    .lists.fresh(definition, declared)
    .catch(() => undefined);
  for (const object of listed?.values() ?? []) {
    const identity = identities.find((each) => isShared(each, declared, object));
    if (identity !== undefined && object[definition.idField] !== own) return { identity, object };
  }
  return undefined;
}

function isShared({ properties }: Identity, one: JsonObject, other: JsonObject): boolean {
  const valuesOf = (of: JsonObject) => properties.map((property) => valueOf(of[property]));
  const [ours, theirs] = [valuesOf(one), valuesOf(other)];
  return ours.every((value, at) => value !== undefined && value === theirs[at]);
}

/** Ids and addresses ignore case, and a MAC address ignores its separators. */
function valueOf(value: Json | undefined): Json | undefined {
  return isString(value) ? value.toLowerCase().replace(/[:-]/g, "") : value;
}

function ways({ definition: { noun }, ownership: { claims }, set }: Operation, id?: string): string {
  const owner = id === undefined ? undefined : claims.ownerOf(id)?.subject;
  if (owner !== undefined)
    return `${owner} of this program has it: where the two exchange it, give one of them another in a run of its own first; where ${owner} gets another, let this one depend on it (\`dependsOn\`) and run again`;
  if (set !== undefined)
    return `to manage the existing one in this set, declare it just as it is and run \`pulumi up --config bluedot:onExisting=adopt\`, or declare a ${noun} of its own with the option \`import\``;
  return `to manage the existing one here, give this resource the option \`import${id === undefined ? "` with its id" : `: "${id}"\``}`;
}

/**
 * The error of a refusal because the project no longer exists, which the API seldom says; undefined if it has another
 * reason, or the project cannot be read now.
 */
async function projectGone(
  { account }: Operation,
  { body, subject }: ApiRequest,
  refusal: unknown,
): Promise<BluedotError | undefined> {
  const projectId = body?.["projectId"];
  if (!isString(projectId) || !(refusal instanceof BluedotError) || !REFUSED.has(refusal.status))
    return undefined;
  const path = `/projects/${encodeURIComponent(projectId)}`;
  const project = await account()
    .session.send({ method: "GET", path, subject })
    .catch(() => undefined);
  if (project?.status !== 404) return undefined;
  return new BluedotError(
    "missing",
    `${subject}: its project ${projectId} does not exist in this account and region; if this program declares the ` +
      "project, run `pulumi up --refresh` to make it again, else correct `projectId`.",
    { status: 404 },
  );
}

/** The statuses that may mean a reference to a missing object. */
const REFUSED: ReadonlySet<number | undefined> = new Set([400, 404, 409, 422]);
