/**
 * The owners of objects in this run. A state owns the object whose id it holds; a claim keeps other resources of the
 * program from adopting or deleting it in the same run.
 */
import { BluedotError } from "../errors";
import { stableText, type JsonObject } from "../json";
import { withoutHidden } from "../lifecycle/hidden-state";

/** The resource that has an object. */
export interface Owner {
  /** Its name in messages: `Zone "cafe"`. */
  readonly subject: string;
  /** The id of a set: a set that is still to be deleted may have the same subject. */
  readonly setId?: string | undefined;
  /** The inputs of a resource, as text: two resources may have the same name. */
  readonly inputs?: string;
  /** The time of a create in this run, in seconds since 1970. */
  readonly since?: number;
}

export type Claims = ReturnType<typeof openClaims>;

interface ObjectRecord {
  owner?: Owner | undefined;
  isDeleting?: boolean;
}

export function openClaims() {
  const objects = new Map<string, ObjectRecord>();
  /** The objects that resources of the program were compared with, by the text of their inputs. */
  const declared = new Map<string, string[]>();
  const recordOf = (id: string): ObjectRecord => {
    const record = objects.get(id) ?? {};
    objects.set(id, record);
    return record;
  };

  return {
    /** The engine checks a resource of the program; `isNew` if none is recorded, or the recorded one is replaced. */
    checked(inputs: JsonObject, isNew: boolean) {
      const text = inputsText(inputs);
      const ids = declared.get(text) ?? [];
      declared.set(text, ids);
      // A compared resource that is checked again as new is being replaced: its object is to be deleted.
      if (isNew) for (const id of ids.splice(0)) recordOf(id).owner = undefined;
    },
    /** True if the program declares these inputs. A refresh also compares resources no longer declared. */
    isDeclared: (inputs: JsonObject) => declared.has(inputsText(inputs)),
    /**
     * The engine compares a resource with its objects, and keeps them.
     *
     * @returns an object that another resource of the program has too, and that resource
     */
    compared(
      ids: readonly string[],
      inputs: JsonObject,
      owner: Owner,
    ): { id: string; other: Owner } | undefined {
      const known = declared.get(inputsText(inputs));
      if (known === undefined) return undefined;
      const one = owner.setId === undefined ? { ...owner, inputs: inputsText(inputs) } : owner;
      for (const id of ids) {
        const record = recordOf(id);
        if (record.owner !== undefined && !isSame(record.owner, one)) return { id, other: record.owner };
        record.owner = one;
        known.push(id);
      }
      return undefined;
    },
    /** A resource creates, adopts, imports or keeps the object. */
    claim: (id: string, owner: Owner) => {
      recordOf(id).owner = owner;
    },
    release: (id: string) => {
      recordOf(id).owner = undefined;
    },
    /** The resource of the program that has the object. */
    ownerOf: (id: string) => objects.get(id)?.owner,
    /** Marks an object that is about to be deleted, so that no resource adopts it; `false` undoes that. */
    deleting: (id: string, isSo: boolean) => {
      recordOf(id).isDeleting = isSo;
    },
    isDeleting: (id: string) => objects.get(id)?.isDeleting === true,
  };
}

function isSame(one: Owner, other: Owner): boolean {
  return one.subject === other.subject && one.setId === other.setId && one.inputs === other.inputs;
}

/** Hidden arguments are left out: a replace does not have them. */
export function inputsText(inputs: JsonObject): string {
  return stableText(withoutHidden(inputs));
}

/** The part of an operation that the guard needs. */
interface Guarded {
  readonly definition: { readonly noun: string };
  readonly ownership: { readonly claims: Claims };
}

/**
 * The resource keeps its objects from now on.
 *
 * @throws BluedotError if another resource of the program has one of them too: an adoption leaves it in both states if the run
 *   ends before the old owner releases it
 */
export function guardOwner(
  { definition: { noun }, ownership: { claims } }: Guarded,
  ids: readonly string[],
  inputs: JsonObject,
  owner: Owner,
): void {
  const shared = claims.compared(ids, inputs, owner);
  if (shared === undefined) return;
  const { id, other } = shared;
  throw new BluedotError(
    "conflict",
    `${owner.subject}: its ${noun} ${id} belongs to ${other.subject} of this program too; remove one of the two from the program and from the state (\`pulumi state delete\`, which deletes nothing in the account), and run again.`,
    { objectId: id },
  );
}
