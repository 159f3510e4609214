/** The data that makes one resource different from another; the operations are written once, beside this file. */
import type { JsonObject } from "../json";
import type { ObjectField } from "../schema/field";
import type { Session } from "../api";

export interface Definition {
  /** Its name for users: `Zone`. */
  readonly noun: string;
  /** Its export in `pulumi-bluedot/handlers`. */
  readonly handler: string;
  /** Its path in the API: `/zones`. */
  readonly collection: string;
  /** The query of the list that holds an object, from its properties. */
  readonly listed: (properties: JsonObject) => Readonly<Record<string, string>>;
  readonly fields: ObjectField;
  /** Outputs that are no arguments, from the current object. The first is its id under a name of its own. */
  readonly computed: (found: JsonObject, id: string) => JsonObject;
  /** The field of an answer that holds the object's id. */
  readonly idField: "_id" | "destinationId";
  /** The output that only create and read write: a state without it is that of a first `get`. */
  readonly idOutput: string;
  /** The property that names it in messages. */
  readonly title: string;
  /** Unique keys: the API answers 409 for a second object. Default: none. */
  readonly identities?: readonly Identity[];
  /** True if an answer to POST or PUT has all values that `computed` needs. */
  readonly complete: (found: JsonObject) => boolean;
  /** True if its requests carry `shouldSync`. */
  readonly pushes: boolean;
  /** Throws a BluedotError if a delete would lose objects that nobody asked to delete. */
  readonly guardDelete?: (about: ResourceRef, state: JsonObject) => Promise<void>;
}

/** Properties that together may belong to one object of the account only. */
export interface Identity {
  /** In messages: `its destinationId`. */
  readonly words: string;
  readonly properties: readonly string[];
}

/** A resource in an operation. */
export interface ResourceRef {
  readonly id: string;
  /** `Zone "cafe"`: messages begin with it. */
  readonly subject: string;
  readonly session: Session;
}

export function subjectOf(definition: Definition, properties: JsonObject, id?: string): string {
  const name = properties[definition.title];
  return `${definition.noun} ${typeof name === "string" ? JSON.stringify(name) : (id ?? "")}`.trimEnd();
}

/** The noun within a sentence: `zone`, and `webhook template` of a `WebhookTemplate`. */
export function nounOf({ noun }: Pick<Definition, "noun">): string {
  return noun.replace(/\B(?=[A-Z])/g, " ").toLowerCase();
}

/** The list and the name, by which an object may be mistaken for another. */
export function nameOf({ listed, title }: Definition, declared: JsonObject): string {
  return JSON.stringify([listed(declared), declared[title] ?? null]);
}
