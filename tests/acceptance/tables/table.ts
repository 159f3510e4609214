/** The cases that a resource goes through on the real CLI, as data. */
import type { CustomResource, Output } from "@pulumi/pulumi";
import type { RunningEmulator } from "pulumi-bluedot/emulator";

/** A property with three values. */
export interface Field<Args> {
  readonly path: string;
  /** The paths that a preview names when the program changes the property. */
  readonly shown: readonly string[];
  /** The paths that a preview names when somebody else changes the property. */
  readonly drifted: readonly string[];
  readonly first: Args;
  readonly then: Args;
  readonly value: unknown;
  readonly foreign: unknown;
}

/** A property that the program declares at first and then no longer. */
interface Removal<Args> {
  readonly path: string;
  readonly declared: Args;
  /** The value in the API afterwards. */
  readonly held: unknown;
}

/** A change of the program that is not what the other tables tell of; `steps` is what `up` does about it. */
interface Change<Args> {
  readonly title: string;
  readonly first: Args;
  readonly then: Args;
  readonly steps: readonly (readonly [op: string, paths: readonly string[]])[];
}

export interface Table<Args extends object> {
  readonly noun: string;
  /** Declares one; what `at` gives it sets it apart from all others. */
  readonly make: (name: string, args: Partial<Args>, at: number) => CustomResource;
  /** Looks one up, and gives some of its outputs. */
  readonly get: (name: string, id: string) => Record<string, Output<unknown>>;
  readonly fields: readonly Field<Partial<Args>>[];
  readonly removals: readonly Removal<Partial<Args>>[];
  readonly changes: readonly Change<Partial<Args>>[];
  readonly held: (emulator: RunningEmulator) => Held;
}

/** The objects of a kind as the API holds them, by the id that the state knows. */
export interface Held {
  readonly all: () => Map<string, object>;
  readonly change: (id: string, change: (object: object) => void) => void;
  readonly delete: (id: string) => void;
}

/** One collection of the emulator; `idOf` gives what the state calls the id. */
export function heldIn<T extends object>(
  collection: {
    list: () => T[];
    update: (id: string, change: (object: T) => T | undefined) => unknown;
    delete: (id: string) => unknown;
  },
  idOf: (object: T) => string,
): Held {
  return {
    all: () => new Map(collection.list().map((object) => [idOf(object), object])),
    change: (id, change) => {
      collection.update(id, (object) => {
        change(object);
        return object;
      });
    },
    delete: (id) => {
      collection.delete(id);
    },
  };
}

/** A row of a table: `then` is what the program changes it to, `foreign` what somebody else does. */
export function field<Args, T>(
  path: string,
  [first, then, foreign]: readonly [T, T, T],
  change: (value: T) => Args,
  { shown = [path], drifted = shown }: { shown?: readonly string[]; drifted?: readonly string[] } = {},
): Field<Args> {
  return { path, shown, drifted, first: change(first), then: change(then), value: then, foreign };
}
