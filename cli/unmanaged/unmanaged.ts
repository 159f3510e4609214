/** The objects of an account that no state holds. */
import { isString, type JsonObject } from "../../provider/json";
import { nounOf, type Definition } from "../../provider/lifecycle/definition";
import type { Account } from "../adopt/account";
import { compare } from "../adopt/names";
import { zone } from "../../provider/zone/definition";
import { beaconsOfZones } from "./beacons-of-zones";
import { keyOf, kinds, type Managed } from "./managed";

export interface UnmanagedObject {
  /** `zone`, `destination` … */
  readonly kind: string;
  readonly name: string;
  /** Of a destination, its `destinationId`. */
  readonly id: string;
  /** The project it belongs to. */
  readonly project?: { readonly id: string; readonly name: string };
  /** The time of its creation, where the API has it. */
  readonly createdAt?: string;
  /** True if the program looks it up, such as by `Zone.get`. */
  readonly isLookedUp: boolean;
  /** As the API has it. */
  readonly found: JsonObject;
}

export interface Comparison {
  /** By project, kind and name. */
  readonly unmanaged: readonly UnmanagedObject[];
  /** The number of objects that were looked at. */
  readonly looked: number;
}

/** @param isWhole true if projects, beacons and users are looked at too */
export function compareWith(account: Account, managed: Managed, isWhole: boolean): Comparison {
  const projects = new Map(account.projects.map((each) => [textOf(each["_id"]), textOf(each["name"])]));
  // Projects, beacons and users belong to the whole account.
  const wanted = kinds.filter(({ noun }) => isWhole || !["Project", "Beacon", "User"].includes(noun));
  const comesWithZone = beaconsOfZones(
    account.zones.filter((each) => managed.objects.has(keyIn(zone, each))),
  );
  const objects = wanted.flatMap((definition) =>
    objectsOf(account, definition)
      .filter((found) => definition.noun !== "Beacon" || !comesWithZone(found))
      .map((found) => ({ definition, found })),
  );
  const unmanaged = objects
    .filter(({ definition, found }) => !managed.objects.has(keyIn(definition, found)))
    .map(({ definition, found }) => described(definition, found, projects, managed))
    .sort(
      (a, b) =>
        compare(a.project?.name ?? "\uffff", b.project?.name ?? "\uffff") ||
        compare(a.project?.id ?? "", b.project?.id ?? "") ||
        places.indexOf(a.kind) - places.indexOf(b.kind) ||
        compare(a.name, b.name) ||
        compare(a.id, b.id),
    );
  return { unmanaged, looked: objects.length };
}

const places = kinds.map(nounOf);

/**
 * True if the account has none of the objects of a state.
 *
 * @param isWhole true if the whole account was read; otherwise only projects show whose account it is
 */
export function isOtherAccount(account: Account, states: readonly Managed[], isWhole: boolean): boolean {
  return states.some(
    (state) => (isWhole ? state.objects : state.projectIds).size > 0 && !hasSome(account, state),
  );
}

function hasSome(account: Account, { objects, projectIds }: Managed): boolean {
  return (
    account.projects.some(({ _id }) => projectIds.has(textOf(_id))) ||
    kinds.some((kind) => objectsOf(account, kind).some((found) => objects.has(keyIn(kind, found))))
  );
}

function objectsOf(account: Account, { noun }: Definition): readonly JsonObject[] {
  switch (noun) {
    case "Project":
      return account.projects;
    case "Zone":
      return account.zones;
    case "Destination":
      return account.destinations;
    case "Beacon":
      return account.beacons;
    default:
      return account.users;
  }
}

function described(
  definition: Definition,
  found: JsonObject,
  projects: ReadonlyMap<string, string>,
  { lookedUp }: Managed,
): UnmanagedObject {
  const { createdAt, projectId } = found;
  const project = isString(projectId) ? projects.get(projectId) : undefined;
  return {
    kind: nounOf(definition),
    name: textOf(found[definition.title]),
    id: textOf(found[definition.idField]),
    ...(isString(projectId) && project !== undefined && { project: { id: projectId, name: project } }),
    ...(isString(createdAt) && { createdAt }),
    isLookedUp: lookedUp.has(keyIn(definition, found)),
    found,
  };
}

function keyIn(definition: Definition, found: JsonObject): string {
  return keyOf(definition, textOf(found[definition.idField]));
}

function textOf(value: unknown): string {
  return isString(value) ? value : "";
}
