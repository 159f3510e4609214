/** A set of zones over the fake API, as the engine would keep it from one operation to the next. */
import type { JsonObject } from "../../../../provider/json";
import { createSet, deleteSet, updateSet, type SetOperation } from "../../../../provider/set/operations";
import { PartialFailure } from "../../../../provider/set/partial-failure";
import { openProgress } from "../../../../provider/api/progress";
import { readSet, type SetReadResult } from "../../../../provider/set/read";
import { recordedIn } from "../../../../provider/set/state";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { plain } from "../lifecycle/stand-in";
import { circle } from "../samples";
import { fakeObjects, type FakeObjects } from "./fake-objects";

export const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";

export interface StandIn {
  readonly api: FakeObjects;
  readonly logged: string[];
  /** The run is cancelled once the API has been asked so often. */
  cancelAfter: number;
  /** The milliseconds that pass from one object to the next. */
  tick: number;
  /** Does the work of `pulumi up`. Returns the error if it fails. */
  readonly up: (zones: JsonObject) => Promise<Error | undefined>;
  readonly refresh: () => Promise<SetReadResult>;
  readonly destroy: () => Promise<Error | undefined>;
  /** Key → id, as recorded; undefined where nothing is. */
  readonly recorded: () => Record<string, string> | undefined;
  readonly state: () => JsonObject | undefined;
}

export function openStandIn(atOnce = 4, set = zoneSet): StandIn {
  const api = fakeObjects();
  const logged: string[] = [];
  let recorded: { id: string; state: JsonObject } | undefined;
  const operation: SetOperation = {
    set,
    open: () => ({ client: api, atOnce, account: { configuration: plain } }),
    log: (message) => logged.push(message),
    progress: openProgress({
      now: () => now,
      show: (line) => logged.push(line),
      startTimer: (run, milliseconds) => (timers = [...timers, { at: now + milliseconds, run }]),
    }),
    listen: () => ({
      isAsked: () => {
        pass(standIn.tick);
        return api.asked.length >= standIn.cancelAfter;
      },
      close: () => undefined,
    }),
  };
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const pass = (milliseconds: number) => {
    now += milliseconds;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  const attempt = async (work: () => Promise<void>): Promise<Error | undefined> => {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error instanceof PartialFailure) recorded = { id: error.id, state: error.properties };
      return error;
    }
  };
  const standIn: StandIn = {
    api,
    logged,
    cancelAfter: Infinity,
    tick: 0,
    up: (zones) =>
      attempt(async () => {
        const news = { projectId, [set.argument]: zones, $name: "stores" };
        if (recorded === undefined) {
          const { id, outs } = await createSet(operation, news);
          recorded = { id, state: outs };
        } else {
          const { outs } = await updateSet(operation, recorded.id, recorded.state, news);
          recorded = { ...recorded, state: outs };
        }
      }),
    refresh: async () => {
      const seen = await readSet(operation, recorded?.id ?? "", recorded?.state ?? {});
      recorded = { id: seen.id, state: seen.props };
      return seen;
    },
    destroy: () =>
      attempt(async () => {
        await deleteSet(operation, recorded?.id ?? "", recorded?.state ?? {});
        recorded = undefined;
      }),
    recorded: () =>
      recorded && Object.fromEntries(recordedIn(recorded.state).map(({ key, id }) => [key, id])),
    state: () => recorded?.state,
  };
  return standIn;
}

/** The text of a zone. */
export function zone(changes: JsonObject = {}): string {
  return JSON.stringify({ minimumRetriggerTime: 600, geofeatures: [circle()], ...changes });
}

/** Returns `count` zones, by the keys `store-1`, `store-2` … */
export function network(count: number, changes: JsonObject = {}): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`store-${at + 1}`, zone(changes)]));
}
