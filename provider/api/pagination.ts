/** A list of the API, from its first page to its last. */
import { BluedotError } from "../errors";
import type { Json } from "../json";
import type { ApiResponse, ApiRequest } from "./request";

export interface Listing {
  /** Under the base URL: `/zones`. */
  readonly path: string;
  /** Sent with each page. Default: none. */
  readonly query?: Readonly<Record<string, string>>;
  /** The resource or function that reads the list; error messages begin with it. */
  readonly subject: string;
  /** The identity of an item; an item without one is never a repetition. */
  readonly idOf: (item: Json) => string | undefined;
  /** Called after each page with the counts so far. Default: not called. */
  readonly onPage?: (pages: number, items: number) => void;
}

/** The part of a session that a list needs. */
export interface Sender {
  send(call: ApiRequest): Promise<ApiResponse>;
}

/**
 * All items of a list, each once: an item on two pages, since the list moved between them, keeps its place and has the
 * values of the later page. Undefined if the API answers that there is no such list.
 *
 * @throws BluedotError if a page fails, if the pages repeat, or if there are more than any list has: a part of a list is
 * never returned.
 * @example
 * const zones = await listAll(session, { path: "/zones", query: { projectId }, subject: "getZones", idOf });
 */
export async function listAll(session: Sender, listing: Listing): Promise<Json[] | undefined> {
  const { path, query = {}, subject, idOf, onPage } = listing;
  const items: Json[] = [];
  const places = new Map<string, number>();
  const tokens = new Set<string>();
  let token: string | undefined;
  let withoutNews = 0;
  let size = 0;
  for (let pages = 1; ; pages++) {
    const headers = token === undefined ? {} : tokenHeaders(token);
    const answer = await session.send({ method: "GET", path, query, headers, subject });
    if (answer.status === 404 && pages === 1) return undefined;
    if (!Array.isArray(answer.body)) throw unreadable(listing, pages, answer);
    const before = items.length;
    for (const item of answer.body) {
      const id = idOf(item);
      const place = (id === undefined ? undefined : places.get(id)) ?? items.length;
      if (id !== undefined) places.set(id, place);
      items[place] = item;
    }
    onPage?.(pages, items.length);

    token = answer.headers[TOKEN] ?? "";
    if (token === "" || answer.body.length === 0) return items;
    size += answer.size ?? 0;
    if (pages >= MOST.pages || items.length >= MOST.items || size >= MOST.size)
      throw endless(listing, pages, items);
    withoutNews = items.length > before ? 0 : withoutNews + 1;
    const repeated = tokens.has(token);
    if (repeated && withoutNews === 0) return items;
    if (repeated || withoutNews === MOST_WITHOUT_NEWS) throw inCircles(listing, pages);
    tokens.add(token);
  }
}

/** In lower case, as the names of headers in a response. */
const TOKEN = "x-bluedot-paginationtoken";

/** The limits of a list, so that each read ends; the size in characters. */
const MOST = { pages: 10_000, items: 1_000_000, size: 512 * 1024 * 1024 };

/** Items that are added in front during the read repeat whole pages, but not many. */
const MOST_WITHOUT_NEWS = 5;

/** The API's documents have two names for the token of a request. */
function tokenHeaders(token: string): Record<string, string> {
  return { "x-bluedot-paginationToken": token, paginationToken: token };
}

function unreadable({ subject, path }: Listing, page: number, { status }: ApiResponse): BluedotError {
  const fault = status === 404 ? "is not there (404)" : "is not a list";
  const problem = `: page ${page} of GET ${path} ${fault}, so it is not known whole`;
  return new BluedotError("unreadable", problem, { subject, status, advice: ["run again"] });
}

function endless({ subject, path }: Listing, pages: number, items: readonly Json[]): BluedotError {
  const problem = `: GET ${path} has more pages after ${pages} with ${items.length} items, which is more than is read of a list`;
  const advice = ["check bluedot:endpoint, and what stands between (a proxy)"];
  return new BluedotError("unreadable", problem, { subject, advice });
}

function inCircles({ subject, path }: Listing, pages: number): BluedotError {
  const problem = `: the pages of GET ${path} go in circles (${pages} were read), so it is not known whole`;
  return new BluedotError("unreadable", problem, { subject, advice: ["run again"] });
}
