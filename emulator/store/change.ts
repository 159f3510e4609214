/** What can happen to the store: the unit of its journal. */
import { z } from "zod";

import { storedProject } from "../entities/project";
import { storedZone } from "../entities/zone";

const change = z.union([
  z.object({
    op: z.literal("put"),
    collection: z.literal("projects"),
    seq: z.int(),
    entity: storedProject,
  }),
  z.object({ op: z.literal("put"), collection: z.literal("zones"), seq: z.int(), entity: storedZone }),
  z.object({ op: z.literal("delete"), collection: z.enum(["projects", "zones"]), id: z.string() }),
  z.object({ op: z.literal("clear") }),
]);

export type Change = z.output<typeof change>;

/** What happens together is one line, so that a crash keeps all of it or nothing. */
export const changes = z.array(change);
