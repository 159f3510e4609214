/** A destination, also called a store: its id is the user's own. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

import { addedFields, type Writing } from "./additions";
import { customData, email, id, point, text } from "./fields";
import type { Kind } from "./kind";

/** The body of `POST /destinations` and `PUT /destinations/{destinationId}`. Other fields are kept. */
const destinationBody = z.looseObject({
  _id: z.string().optional(),
  destinationId: text,
  name: text,
  address: z.string().optional(),
  location: point.optional(),
  email: email.optional(),
  customData: customData.optional(),
  projectId: id.optional(),
});

export type DestinationBody = z.output<typeof destinationBody>;

const storedDestination = z.looseObject({
  _id: z.string().optional(),
  destinationId: z.string(),
  name: z.string(),
  address: z.string().optional(),
  location: point.optional(),
  email: z.string().optional(),
  customData: z.record(z.string(), z.string()).optional(),
  projectId: z.string().optional(),
});

/** A destination as the emulator holds it; it has an `_id` only with the addition `destinationObjectId`. */
export type StoredDestination = z.output<typeof storedDestination>;

/** A destination to put into the emulator directly. */
export type NewDestination = z.input<typeof storedDestination>;

export const destinationKind: Kind<StoredDestination, NewDestination, DestinationBody> = {
  noun: "Destination",
  key: "destinationId",
  keyOf: ({ destinationId }) => destinationId,
  projectOf: ({ projectId }) => projectId,
  claimsOf: ({ destinationId }) => [{ field: "destinationId", value: destinationId }],
  body: destinationBody,
  stored: storedDestination,
  given: storedDestination,
  from: (body, previous, writing) => ({
    ...objectId(previous?._id, writing),
    ...(writing.additions.includes("emptyLists") ? { customData: {} } : {}),
    ...body,
    ...addedFields(writing, previous),
  }),
  seed: (given, writing) => ({
    ...objectId(given._id, writing),
    ...given,
    ...addedFields(writing, given),
  }),
  searched: ({ destinationId, name, address = "" }) => `${name}\n${destinationId}\n${address}`,
};

function objectId(known: string | undefined, { additions }: Writing): { _id?: string } {
  if (known !== undefined) return { _id: known };
  return additions.includes("destinationObjectId") ? { _id: randomUUID() } : {};
}
