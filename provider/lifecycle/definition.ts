/** What makes one resource different from another; all else is written once, beside this file. */
import type { JsonObject } from "../json";
import type { ObjectField } from "../schema/field";
import type { Session } from "../api";

export interface Definition {
  /** As users know it: `Zone`. */
  readonly noun: string;
  /** Its export in `pulumi-bluedot/handlers`. */
  readonly handler: string;
  /** Where it lives in the API: `/zones`. */
  readonly collection: string;
  /** Which list of the collection holds it: the query of that list, from its properties. */
  readonly listed: (properties: JsonObject) => Readonly<Record<string, string>>;
  readonly fields: ObjectField;
  /** Outputs that no argument gives, from what the API holds. The first of them is its id under a name of its own. */
  readonly computed: (found: JsonObject, id: string) => JsonObject;
  /** Where an answer says the id by which the API finds the object. */
  readonly idField: "_id" | "destinationId";
  /** The output that only create and read write: by it a refresh is told from a first look. */
  readonly idOutput: string;
  /** The property by which messages call it. */
  readonly title: string;
  /** What no two of them may share, where the API answers 409. Default: nothing. */
  readonly identities?: readonly Identity[];
  /** Whether an answer to POST or PUT tells all that `computed` needs. */
  readonly complete: (found: JsonObject) => boolean;
  /** Whether `shouldSync` is said with its changes. */
  readonly pushes: boolean;
  /** Refuses, with a BluedotError, a deletion that would lose what nobody asked to lose. */
  readonly guardDelete?: (about: ResourceRef, state: JsonObject) => Promise<void>;
}

/** Properties that together may belong to one object of the account only. */
export interface Identity {
  /** In messages: `its destinationId`. */
  readonly words: string;
  readonly properties: readonly string[];
}

/** A resource under way: what it is, where it is, and how the API is reached. */
export interface ResourceRef {
  readonly id: string;
  /** `Zone "cafe"`: how messages begin. */
  readonly subject: string;
  readonly session: Session;
}

export function subjectOf(definition: Definition, properties: JsonObject, id?: string): string {
  const name = properties[definition.title];
  return `${definition.noun} ${typeof name === "string" ? JSON.stringify(name) : (id ?? "")}`.trimEnd();
}

/** What those share that can be taken for each other: their list, and what messages call them by. */
export function nameOf({ listed, title }: Definition, declared: JsonObject): string {
  return JSON.stringify([listed(declared), declared[title] ?? null]);
}
