/** A list of the API read so that a reading that was stopped goes on at the page where it was. */
import { createHash } from "node:crypto";
import { z } from "zod";

import { BluedotError } from "../../provider/errors";
import type { Json } from "../../provider/json";
import type { ApiResponse, ApiRequest } from "../../provider/api";
import { listAll, type Listing, type Sender } from "../../provider/api/pagination";

/** Where pages are kept between a reading that was stopped and the next. */
export interface Shelf {
  /** What was kept under a name; undefined where nothing was, or not whole. */
  readonly take: (name: string) => Promise<unknown>;
  readonly keep: (name: string, page: object) => Promise<void>;
}

/** As `listAll`, with the pages that were kept in place of those of the API. */
export async function listKept(session: Sender, shelf: Shelf, listing: Listing): Promise<Json[] | undefined> {
  const reader = openReader(session, shelf, true);
  try {
    return await listAll(reader, listing);
  } catch (error) {
    const outdated =
      error instanceof BluedotError && (error.kind === "refused" || error.kind === "unreadable");
    if (!outdated || !reader.hasTaken()) throw error;
    // The token of a page that was kept need not be good for ever.
    return listAll(openReader(session, shelf, false), listing);
  }
}

interface Reader extends Sender {
  /** Whether a page came from the shelf. */
  readonly hasTaken: () => boolean;
}

function openReader(session: Sender, shelf: Shelf, takes: boolean): Reader {
  let taking = takes;
  let taken = false;
  return {
    hasTaken: () => taken,
    async send(call) {
      const name = nameOf(call);
      const kept = taking ? keptPage.safeParse(await shelf.take(name)).data : undefined;
      if (kept !== undefined) {
        taken = true;
        return kept;
      }
      // The pages after this one may have moved since.
      taking = false;
      const answer = await session.send(call);
      if (answer.status < 300) await shelf.keep(name, answer);
      return answer;
    },
  };
}

/** The same for the same page: the list and what it is read with, pagination token included. */
function nameOf({ path, query = {}, headers = {} }: ApiRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([path, query, headers]))
    .digest("hex");
}

const keptPage: z.ZodType<ApiResponse> = z.object({
  status: z.number(),
  // It was parsed from JSON, which gives nothing else.
  body: z.custom<Json>(Array.isArray),
  headers: z.record(z.string(), z.string()),
});
