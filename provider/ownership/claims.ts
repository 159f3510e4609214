/**
 * Which object belongs to which resource of the program, as far as the engine has told this process. A state owns the
 * object whose id it holds; a claim keeps other resources from adopting it or deleting it in the same run.
 */
import { stableText, type JsonObject } from "../json";
import { isHidden } from "../lifecycle/hidden-state";

/** The resource that has an object. */
export interface Owner {
  /** As messages call it: `Zone "cafe"`. */
  readonly subject: string;
  /** The id of the set that has it; a set that is still to be deleted may have the same subject. */
  readonly setId?: string | undefined;
  /** Its inputs as text: two resources may have the same name. Default: the id of the set tells it. */
  readonly inputs?: string;
  /** Where it created the object in this run: since when, in seconds since 1970. */
  readonly since?: number;
}

/** An object and the other resource that has it. */
interface Shared {
  readonly id: string;
  readonly other: Owner;
}

export interface Claims {
  /** The engine checks a resource of the program; `isNew` where it has none recorded, or replaces the recorded one. */
  checked(inputs: JsonObject, isNew: boolean): void;
  /** Whether a resource of the program has these inputs: a refresh compares also what the program no longer declares. */
  isDeclared(inputs: JsonObject): boolean;
  /**
   * The engine compares a resource with its objects, and keeps them.
   *
   * @returns an object that another resource of the program has too
   */
  compared(ids: readonly string[], inputs: JsonObject, owner: Owner): Shared | undefined;
  /** A resource creates, adopts, imports or keeps the object. */
  claim(id: string, owner: Owner): void;
  release(id: string): void;
  /** The resource of the program that has the object. */
  ownerOf(id: string): Owner | undefined;
  /** The object is about to be deleted, so that no resource adopts it; `false` takes that back. */
  deleting(id: string, isSo: boolean): void;
  isDeleting(id: string): boolean;
}

interface ObjectRecord {
  owner?: Owner | undefined;
  isDeleting?: boolean;
}

export function openClaims(): Claims {
  const objects = new Map<string, ObjectRecord>();
  /** The objects that resources of the program were compared with, by the text of their inputs. */
  const declared = new Map<string, string[]>();
  const recordOf = (id: string): ObjectRecord => {
    const record = objects.get(id) ?? {};
    objects.set(id, record);
    return record;
  };

  return {
    checked(inputs, isNew) {
      const text = inputsText(inputs);
      const ids = declared.get(text) ?? [];
      declared.set(text, ids);
      // A resource that was compared and is checked as new is being replaced: its object is to be deleted.
      if (isNew) for (const id of ids.splice(0)) recordOf(id).owner = undefined;
    },
    isDeclared: (inputs) => declared.has(inputsText(inputs)),
    compared(ids, inputs, owner) {
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
    claim: (id, owner) => {
      recordOf(id).owner = owner;
    },
    release: (id) => {
      recordOf(id).owner = undefined;
    },
    ownerOf: (id) => objects.get(id)?.owner,
    deleting: (id, isSo) => {
      recordOf(id).isDeleting = isSo;
    },
    isDeleting: (id) => objects.get(id)?.isDeleting === true,
  };
}

function isSame(one: Owner, other: Owner): boolean {
  return one.subject === other.subject && one.setId === other.setId && one.inputs === other.inputs;
}

/** Without the hidden arguments, which the engine adds after the check and which a replace leaves out. */
export function inputsText(inputs: JsonObject): string {
  return stableText(Object.fromEntries(Object.entries(inputs).filter(([key]) => !isHidden(key))));
}
