/** All that a store holds, as the text of its data file. */
import { z } from "zod";

import { kinds, type CollectionName, type Entities } from "../entities/kinds";
import { EmulatorError } from "../errors";
import { issueMessage } from "../messages";
import type { Row } from "./collection";

/** The rows of each collection, in the order of creation. */
export type Snapshot = { readonly [K in CollectionName]: readonly Row<Entities[K]>[] };

const format = "bluedot-emulator";
const version = 2;

const file = z.object({
  format: z.literal(format),
  version: z.literal(version),
  projects: rows("projects"),
  destinations: rows("destinations"),
  beacons: rows("beacons"),
  zones: rows("zones"),
  users: rows("users"),
});

function rows<K extends CollectionName>(collection: K): z.ZodType<Row<Entities[K]>[]> {
  const entity: z.ZodType<Entities[K]> = kinds[collection].stored;
  return z.array(z.object({ seq: z.int(), entity }));
}

export function textOf(snapshot: Snapshot): string {
  return `${JSON.stringify({ format, version, ...snapshot })}\n`;
}

/** The snapshot in the text of the file at a path. */
export function snapshotOf(text: string, path: string): Snapshot {
  const value = json(text);
  const found = file.safeParse(value, { error: issueMessage });
  if (found.success) return found.data;
  const { path: place = [], message = "" } = found.error.issues[0] ?? {};
  const reason = value === undefined ? "no JSON" : `${place.join(".")} ${message}`.trim();
  throw new EmulatorError(
    `${path} is not a whole data file of this emulator (${reason}): ` +
      "move it away, restore it from a copy of this version, or give another path.",
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
