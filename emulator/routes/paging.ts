/** Lists by page: a page in the body, the way to the next one in a header. */
import type { Context } from "hono";
import { z } from "zod";

import { checked, validationError } from "../errors";
import { parseJson } from "../json";
import type { Settings } from "../options";
import { firstAfter, type Row } from "../store/collection";

/** The header that holds the token of the next page. */
export const nextPage = "x-bluedot-paginationToken";
/** No page is longer, whatever the request's limit. */
const longestPage = 1000;

const query = z.object({
  limit: z.coerce.number().pipe(z.int().min(1)).optional(),
  offset: z.coerce.number().pipe(z.int().min(0)).optional(),
});

/** The start of a page: after an item, or after a number of items. */
const place = z.union([z.object({ after: z.number() }), z.object({ offset: z.int().min(0) })]);

type Place = z.output<typeof place>;

/** One page of the rows that are wanted, as an answer. */
export function pageOf<T>(
  c: Context,
  rows: readonly Row<T>[],
  wanted: ((entity: T) => boolean) | undefined,
  settings: Settings,
): Response {
  const { limit, offset } = checked(query, c.req.query());
  const size = Math.min(limit ?? settings.pageSize, longestPage);
  const start = sentPlace(c) ?? { offset: offset ?? 0 };
  // Only a filter makes the whole list be looked at: one page of ten thousand zones costs one page.
  const filtered = wanted === undefined ? rows : rows.filter(({ entity }) => wanted(entity));
  const from = "after" in start ? firstAfter(filtered, start.after) : start.offset;
  const page = filtered.slice(from, from + size);
  const answer = Response.json(page.map(({ entity }) => entity));
  const last = page.at(-1);
  const more = from + size < filtered.length || (settings.emptyLastPage && page.length === size);
  if (last !== undefined && more)
    answer.headers.set(
      nextPage,
      paginationToken(settings.paging === "cursor" ? { after: last.seq } : { offset: from + size }),
    );
  return answer;
}

/** The place of the token that was sent back, under the one name or the other. */
function sentPlace(c: Context): Place | undefined {
  const token = c.req.header(nextPage) ?? c.req.header("paginationToken");
  if (token === undefined || token === "") return undefined;
  const sent = placeOf(token);
  if (sent === undefined) throw validationError({ paginationToken: "is not a token of this list" });
  return sent;
}

export function placeOf(token: string): Place | undefined {
  return place.safeParse(parseJson(Buffer.from(token, "base64url").toString("utf8"))).data;
}

export function paginationToken(next: Place & { readonly page?: number }): string {
  return Buffer.from(JSON.stringify(next)).toString("base64url");
}
