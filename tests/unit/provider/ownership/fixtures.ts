/** A small Config API in memory for the tests of lists and ownership: pages of zones, a clock that passes as one waits. */
import type { Configuration } from "../../../../provider/configuration";
import { BluedotError } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { openListCache, type ListCache } from "../../../../provider/lifecycle/list-cache";
import type { ResourceRef } from "../../../../provider/lifecycle/definition";
import type { Clock } from "../../../../provider/clock";
import type { Operation } from "../../../../provider/lifecycle/context";
import { openOwnership, type Ownership } from "../../../../provider/ownership/ownership";
import type { ApiResponse, ApiRequest, Session } from "../../../../provider/api";
import { zone as definition } from "../../../../provider/zone/definition";
import { circle, zone } from "../samples";
import { plain } from "../lifecycle/stand-in";

interface Options {
  readonly pageSize: number;
  readonly onExisting: Configuration["onExisting"];
  /** True if the program manages the project of the zones. */
  readonly isOwnProject: boolean;
}

export interface Fixtures {
  /** By id. */
  readonly zones: Map<string, JsonObject>;
  /** Each request as `GET /zones`. */
  readonly requests: string[];
  readonly clock: Clock;
  readonly session: Session;
  readonly lists: ListCache;
  readonly ownership: Ownership;
  readonly operation: Operation;
  readonly warnings: string[];
  /** Does something in place of the answer to the next request of a kind, or before it. */
  readonly next: (
    request: string,
    act: (work: () => ApiResponse) => ApiResponse | Promise<ApiResponse>,
  ) => void;
  /** Adds a zone that exists already. */
  readonly add: (id: string, changes?: JsonObject) => JsonObject;
  /** Lets a resource of the program have it. */
  readonly hold: (id: string) => void;
  readonly about: (id: string) => ResourceRef;
}

export function openFixtures({
  pageSize = 100,
  onExisting = "fail",
  isOwnProject = true,
}: Partial<Options> = {}): Fixtures {
  let now = 1_000_000;
  const zones = new Map<string, JsonObject>();
  const requests: string[] = [];
  const acts: [request: string, act: (work: () => ApiResponse) => ApiResponse | Promise<ApiResponse>][] = [];
  const warnings: string[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds) =>
      new Promise((resolve) =>
        setImmediate(() => {
          now += milliseconds;
          resolve();
        }),
      ),
  };
  const session: Session = {
    async send(call) {
      const request = `${call.method} ${call.path}`;
      requests.push(request);
      await new Promise((resolve) => setImmediate(resolve));
      const at = acts.findIndex(([each]) => each === request);
      const [act] = at < 0 ? [] : acts.splice(at, 1);
      const work = () => answerTo(call);
      return act === undefined ? work() : act[1](work);
    },
  };
  const ok = (body: ApiResponse["body"], headers: ApiResponse["headers"] = {}): ApiResponse => ({
    status: 200,
    body,
    headers,
  });

  function answerTo({ method, path, headers, body }: ApiRequest): ApiResponse {
    const id = decodeURIComponent(path.split("/")[2] ?? "");
    if (id !== "") {
      const found = zones.get(id);
      return found === undefined
        ? { status: 404, body: { errorType: "NotFoundError" }, headers: {} }
        : ok(structuredClone(found));
    }
    if (method === "POST") {
      const made = add(`made-${zones.size + 1}`, body);
      return { status: 201, body: structuredClone(made), headers: {} };
    }
    const from = Number(headers?.["paginationToken"] ?? 0);
    const all = [...zones.values()];
    const more = all.length > from + pageSize;
    return ok(
      structuredClone(all.slice(from, from + pageSize)),
      more ? { "x-bluedot-paginationtoken": String(from + pageSize) } : {},
    );
  }

  function add(id: string, changes: JsonObject = {}): JsonObject {
    const made = zone({ ...changes, _id: id, geofeatures: [circle({ _id: `fence of ${id}` })] });
    zones.set(id, made);
    return made;
  }

  const lists = openListCache(session, clock);
  const ownership = openOwnership({
    ownerOf: () => (isOwnProject ? { subject: 'Project "coffee"' } : undefined),
  });
  const configuration = { ...plain, onExisting };
  return {
    zones,
    requests,
    clock,
    session,
    lists,
    ownership,
    warnings,
    operation: {
      definition,
      ownership,
      account: () => ({ configuration, session, lists }),
      warn: (message) => warnings.push(message),
      clock,
      timeOfDay: clock.now,
    },
    next: (request, act) => acts.push([request, act]),
    add,
    hold: (id) => {
      ownership.claims.claim(id, { subject: 'Zone "other"' });
    },
    about: (id) => ({ id, subject: `Zone ${id}`, session }),
  };
}

/** The answer is lost; what a request was for may have been done. */
export function lost(status?: number): BluedotError {
  return new BluedotError(
    status === undefined ? "unanswered" : "unavailable",
    'Zone "cafe": POST /zones was lost; it may have been created all the same.',
    { ...(status !== undefined && { status }), maybeDone: true },
  );
}
