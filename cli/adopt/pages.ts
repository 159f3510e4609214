/** Reads a list through a cache of pages, so that an interrupted run resumes at its last page. */
import { createHash } from "node:crypto";
import { z } from "zod";

import { BluedotError } from "../../provider/errors";
import type { Json } from "../../provider/json";
import type { ApiResponse, ApiRequest } from "../../provider/api";
import { listAll, type Listing, type Sender } from "../../provider/api/pagination";

/** Keeps pages between an interrupted run and the next. */
export interface PageCache {
  /** The page of a name; undefined if there is none, or if it was cut off. */
  readonly get: (name: string) => Promise<unknown>;
  readonly set: (name: string, page: object) => Promise<void>;
}

/** Like `listAll`, with cached pages instead of requests. */
export async function listCached(
  session: Sender,
  pageCache: PageCache,
  listing: Listing,
): Promise<Json[] | undefined> {
  const reader = openReader(session, pageCache, true);
  try {
    return await listAll(reader, listing);
  } catch (error) {
    const outdated =
      error instanceof BluedotError && (error.kind === "refused" || error.kind === "unreadable");
    if (!outdated || !reader.hasCached()) throw error;
    // The token of a cached page may have expired.
    return listAll(openReader(session, pageCache, false), listing);
  }
}

interface Reader extends Sender {
  /** True if a page came from the cache. */
  readonly hasCached: () => boolean;
}

function openReader(session: Sender, pageCache: PageCache, useCache: boolean): Reader {
  let isReading = useCache;
  let isHit = false;
  return {
    hasCached: () => isHit,
    async send(call) {
      const name = nameOf(call);
      const cached = isReading ? cachedPage.safeParse(await pageCache.get(name)).data : undefined;
      if (cached !== undefined) {
        isHit = true;
        return cached;
      }
      // Later pages may have changed since.
      isReading = false;
      const response = await session.send(call);
      if (response.status < 300) await pageCache.set(name, response);
      return response;
    },
  };
}

/** A key of the page: the path, the query with its pagination token, and the headers. */
function nameOf({ path, query = {}, headers = {} }: ApiRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([path, query, headers]))
    .digest("hex");
}

const cachedPage: z.ZodType<ApiResponse> = z.object({
  status: z.number(),
  // The value was parsed from JSON.
  body: z.custom<Json>(Array.isArray),
  headers: z.record(z.string(), z.string()),
});
