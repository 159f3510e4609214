/** The definition of a kind of entity; the code for entities works for any. */
import type { z } from "zod";

import type { Writing } from "./additions";

/** A value that no two entities of a kind may share. */
export interface Claim {
  /** The field that is complained of. */
  readonly field: string;
  /** The value in a form in which equals are equal. */
  readonly value: string;
  /** The other fields of the value, if there are any. */
  readonly with?: string;
}

/** The keys of entities of a kind in a collection. */
export interface Indexing<Stored> {
  /** The id in a path. */
  readonly keyOf: (entity: Stored) => string;
  /** The project it belongs to, if any. */
  readonly projectOf?: (entity: Stored) => string | undefined;
  /** The values that are unique in its kind. */
  readonly claimsOf?: (entity: Stored) => readonly Claim[];
}

/** A kind of entity: as it is sent (`Body`), held (`Stored`), and put there without the API (`New`). */
export interface Kind<Stored, New, Body> extends Indexing<Stored> {
  /** The name of an entity in messages, such as `Zone`; one of two words is `Webhook template`. */
  readonly noun: string;
  /** The field that holds its key: the server's `_id`, or an id of the user's own. */
  readonly key: "_id" | "destinationId";
  /** The body of a `POST` or `PUT`, as the API checks it. */
  readonly body: z.ZodType<Body>;
  /** The stored entity, validated as far as the emulator needs it. */
  readonly stored: z.ZodType<Stored>;
  /** The entity as a test may add it, without the API. */
  readonly given: z.ZodType<New>;
  /** The entity to store for a body; it replaces the previous one. */
  readonly from: (body: Body, previous: Stored | undefined, writing: Writing) => Stored;
  /** The entity to store for one that was added without the API. */
  readonly seed: (given: New, writing: Writing) => Stored;
  /** The text that `textSearchTerm` looks into. */
  readonly searched: (entity: Stored) => string;
}
