/** The values that several entities are made of, with the limits the API puts on them. */
import { z } from "zod";

/** The form of every id: a lower-case UUID, version 4. */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const id = z.string().regex(idPattern, "must be a lower-case UUID (version 4)");

export const text = z.string().min(1, "must not be empty");

export const email = z.string().regex(/^[^\s@]+@[^\s@]+$/, "must be an email address");

export const point = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export type Point = z.output<typeof point>;

export const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/, "must be written #RRGGBB");

export const customData = z
  .record(z.string(), z.string())
  .refine((pairs) => Object.keys(pairs).length <= 20, "must not hold more than 20 pairs");
