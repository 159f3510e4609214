/**
 * The owners of objects in this run. A state owns the object whose id it holds; a claim keeps other resources of the
 * program from adopting or deleting it in the same run.
 */
import { stableText, type JsonObject } from "../json";
import { isHidden } from "../lifecycle/hidden-state";

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

/** An object and the other resource that has it. */
interface Shared {
  readonly id: string;
  readonly other: Owner;
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
     * @returns an object that another resource of the program has too
     */
    compared(ids: readonly string[], inputs: JsonObject, owner: Owner): Shared | undefined {
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
  return stableText(Object.fromEntries(Object.entries(inputs).filter(([key]) => !isHidden(key))));
}
