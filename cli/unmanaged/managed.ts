/** The objects that the states of stacks hold. */
import { beacon } from "../../provider/beacon/definition";
import { destination } from "../../provider/destination/definition";
import { destinationSet } from "../../provider/destination-set/definition";
import { STATE_KEYS, typeToken } from "../../provider/dynamic/state-contract";
import { isObject, isString, type Json } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { project } from "../../provider/project/definition";
import { decodeObjects } from "../../provider/set/state-format";
import { user } from "../../provider/user/definition";
import { zone } from "../../provider/zone/definition";
import { zoneSet } from "../../provider/zone-set/definition";
import type { StateResource } from "../../plan/stack";
import { partsOf } from "../../plan/zone-resources";

/** The kinds of objects, in the order of the output. */
export const kinds: readonly Definition[] = [project, zone, destination, beacon, user];

export interface Managed {
  /** The keys of `keyOf`. */
  readonly objects: ReadonlySet<string>;
  /** Those of objects that a program looks up, which no state manages. */
  readonly lookedUp: ReadonlySet<string>;
  /** The projects that the stacks manage or have zones in. */
  readonly projectIds: ReadonlySet<string>;
}

/** A destination and a zone may have one id. */
export function keyOf({ noun }: Definition, id: string): string {
  return `${noun} ${id}`;
}

/** @throws EncryptedError if the ids of a set are encrypted, or the id of a project is */
export function managedIn(resources: readonly StateResource[]): Managed {
  const managed = resources.filter(({ isLookedUp }) => !isLookedUp);
  const own = managed.flatMap((resource) => [...objectOf(resource), ...objectsOfSet(resource)]);
  return {
    objects: new Set(own),
    lookedUp: new Set(resources.filter(({ isLookedUp }) => isLookedUp).flatMap(objectOf)),
    projectIds: new Set(managed.flatMap(projectIdOf)),
  };
}

/** The ids of a set are in an output that is always secret, and the id of a project can be. */
export class EncryptedError extends Error {
  override readonly name = "EncryptedError";
}

/** The key of the object that a resource is; none of other providers' resources, and of sets. */
function objectOf({ type, id }: StateResource): string[] {
  const definition = kinds.find(({ noun }) => typeToken(noun) === type);
  return definition === undefined || id === "" ? [] : [keyOf(definition, id)];
}

function objectsOfSet(resource: StateResource): string[] {
  const set = [zoneSet, destinationSet].find(({ noun }) => typeToken(noun) === resource.type);
  if (set === undefined) return [];
  const packed = inClear(resource.outputs[STATE_KEYS.objects]);
  if (packed === undefined)
    throw new EncryptedError(`the ids of ${set.noun} "${partsOf(resource.urn).name}" are encrypted`);
  return packed === "" ? [] : decodeObjects(packed).map(({ id }) => keyOf(set.of, id));
}

function projectIdOf(resource: StateResource): string[] {
  const { type, id, inputs } = resource;
  if (type === typeToken(project.noun)) return [id];
  const found = [zone, zoneSet].find(({ noun }) => typeToken(noun) === type);
  if (found === undefined) return [];
  const projectId = inClear(inputs["projectId"]);
  if (projectId === undefined)
    throw new EncryptedError(`the projectId of ${found.noun} "${partsOf(resource.urn).name}" is encrypted`);
  return projectId === "" ? [] : [projectId];
}

/** The text of a secret, which `--show-secrets` has in clear; undefined where it is encrypted. */
function inClear(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return "";
  if (isString(value)) return value;
  const plaintext = isObject(value) ? value["plaintext"] : undefined;
  const text: unknown = isString(plaintext) ? JSON.parse(plaintext) : undefined;
  return isString(text) ? text : undefined;
}
