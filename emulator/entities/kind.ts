/** What the emulator knows of a kind of entity; what it does with entities is written once, given this. */
import type { z } from "zod";

import type { Writing } from "./additions";

/** A value that no two entities of a kind may share. */
export interface Claim {
  /** The field that is complained of. */
  readonly field: string;
  /** The value in a form in which equals are equal. */
  readonly value: string;
  /** Which fields it is made of, when it is not that one alone. */
  readonly with?: string;
}

/** How entities of a kind are found in a collection. */
export interface Indexing<Stored> {
  /** What a path calls it by. */
  readonly keyOf: (entity: Stored) => string;
  /** The project it belongs to, if any. */
  readonly projectOf?: (entity: Stored) => string | undefined;
  /** What no other one of its kind may have. */
  readonly claimsOf?: (entity: Stored) => readonly Claim[];
}

/** A kind of entity: as it is sent (`Body`), held (`Stored`), and put there without the API (`New`). */
export interface Kind<Stored, New, Body> extends Indexing<Stored> {
  /** What one is called, such as `Zone`. */
  readonly noun: string;
  /** The field that holds its key: the server's `_id`, or an id of the user's own. */
  readonly key: "_id" | "destinationId";
  /** The body of a `POST` or `PUT`, as the API checks it. */
  readonly body: z.ZodType<Body>;
  /** What is held, checked for as much as the emulator itself needs. */
  readonly stored: z.ZodType<Stored>;
  /** What may be put there without the API. */
  readonly given: z.ZodType<New>;
  /** What to hold in place of the previous one, if any: a whole replacement. */
  readonly from: (body: Body, previous: Stored | undefined, writing: Writing) => Stored;
  /** What to hold for one that was put there without the API. */
  readonly seed: (given: New, writing: Writing) => Stored;
  /** The text that `textSearchTerm` looks into. */
  readonly searched: (entity: Stored) => string;
}
