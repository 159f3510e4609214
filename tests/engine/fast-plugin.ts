/** The provider's operations in this process, on an emulator without a socket and a clock that passes as it is waited for. */
import { createEmulator, type Emulator, type EmulatorOptions } from "pulumi-bluedot/emulator";

import { readConfiguration } from "../../provider/configuration";
import type { JsonObject } from "../../provider/json";
import { openListCache } from "../../provider/lifecycle/list-cache";
import type { Clock } from "../../provider/clock";
import { create } from "../../provider/lifecycle/create";
import { subjectOf } from "../../provider/lifecycle/definition";
import { deleteObject } from "../../provider/lifecycle/delete";
import { diff, type DiffResult } from "../../provider/lifecycle/diff";
import { openOwnership, type Ownership } from "../../provider/ownership/ownership";
import { guardOwner } from "../../provider/ownership/claims";
import type { Operation } from "../../provider/lifecycle/context";
import { read, type ReadResult } from "../../provider/lifecycle/read";
import { update } from "../../provider/lifecycle/update";
import { openSession } from "../../provider/api";
import type { HttpRequest, Outcome, Transport } from "../../provider/api/http";
import type { ObjectClient } from "../../provider/set/object-client";
import { openObjectClient } from "../../provider/set/object-client";
import { zone } from "../../provider/zone/definition";

interface FastClock extends Clock {
  /** Lets time pass without anybody waiting for it. */
  readonly pass: (milliseconds: number) => void;
  /** While it goes on, time does not pass. */
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** When nothing else is to be done, the time comes of whoever waits for the least. */
function fastClock(start = Date.UTC(2026, 5, 1, 12)): FastClock {
  let now = start;
  let busy = 0;
  let pumping = false;
  const sleepers: { readonly due: number; readonly wake: () => void }[] = [];
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  async function pump(): Promise<void> {
    for (let quiet = 0; sleepers.length > 0; quiet++) {
      await turn();
      if (busy > 0) quiet = 0;
      if (quiet < 3) continue;
      quiet = 0;
      const [next] = sleepers.sort((a, b) => a.due - b.due);
      sleepers.shift();
      now = Math.max(now, next?.due ?? now);
      next?.wake();
    }
    pumping = false;
  }

  return {
    now: () => now,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ due: now + milliseconds, wake });
        if (pumping) return;
        pumping = true;
        void pump();
      }),
    pass: (milliseconds) => (now += milliseconds),
    during: async (work) => {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
      }
    },
  };
}

export interface Service {
  readonly emulator: Emulator;
  readonly clock: FastClock;
  /** Carries a request to the emulator. */
  readonly carry: Transport;
}

/** @param ahead how far the machine's clock is ahead of the server's, in milliseconds */
export async function openService(options: EmulatorOptions = {}, ahead = 0): Promise<Service> {
  const clock = fastClock();
  const emulator = await createEmulator(options, {
    now: () => clock.now() - ahead,
    sleep: (milliseconds) => clock.sleep(milliseconds),
  });
  const carry = ({ method, url, headers, body }: HttpRequest) =>
    clock.during(async (): Promise<Outcome> => {
      try {
        const { pathname, search } = new URL(url);
        const init = { method, headers: { ...headers }, ...(body !== undefined && { body }) };
        const answer = await emulator.app.request(`${pathname}${search}`, init);
        return {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          text: await answer.text(),
        };
      } catch {
        return { code: "ECONNRESET", sent: true };
      }
    });
  return { emulator, clock, carry };
}

export interface Plugin {
  /** As the engine tells of a resource of the program. */
  readonly check: (olds: JsonObject, news: JsonObject) => void;
  readonly diff: (id: string, olds: JsonObject, news: JsonObject) => DiffResult;
  readonly create: (news: JsonObject) => Promise<{ id: string; outs: JsonObject }>;
  readonly read: (id: string, outputs: JsonObject) => Promise<ReadResult>;
  readonly update: (id: string, olds: JsonObject, news: JsonObject) => Promise<{ outs: JsonObject }>;
  readonly delete: (id: string, outputs: JsonObject) => Promise<void>;
  /** A ZoneSet of the same process. */
  readonly set: (id: string) => SetOfZones;
  readonly warnings: string[];
}

interface SetOfZones extends ObjectClient {
  /** The engine compares the set, which keeps the objects of these ids. */
  readonly keeps: (ids: readonly string[], inputs: JsonObject) => void;
}

export interface Surroundings {
  readonly account: { readonly email: string; readonly password: string };
  readonly clock: Clock;
  /** Default: connections to the endpoint. */
  readonly transport?: Transport;
  /** More of the stack's configuration. Default: none. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The Projects of the program. Default: every Project is one. */
  readonly projects?: Ownership["projects"];
}

const everyProject: Ownership["projects"] = { ownerOf: () => ({ subject: 'Project "coffee"' }) };

/** Opens one process of the provider, with a memory of its own. Its resources are zones. */
export function openPlugin(surroundings: Surroundings): Plugin {
  const { account, clock, transport, settings = {}, projects = everyProject } = surroundings;
  const config: Readonly<Record<string, string>> = {
    "bluedot:endpoint": "http://127.0.0.1",
    "bluedot:email": account.email,
    "bluedot:password": account.password,
    ...settings,
  };
  const warnings: string[] = [];
  const configuration = readConfiguration((key) => config[key], {});
  const { now, sleep } = clock;
  const session = openSession(configuration, {
    now,
    sleep,
    random: () => 0.5,
    warn: (message) => warnings.push(message),
    ...(transport !== undefined && { transport }),
  });
  const lists = openListCache(session, clock);
  const ownership = openOwnership(projects);
  const operation: Operation = {
    definition: zone,
    ownership,
    account: () => ({ configuration, session, lists }),
    warn: (message) => warnings.push(message),
    clock,
    timeOfDay: now,
  };
  return {
    check: (olds, news) => {
      ownership.claims.checked(news, Object.keys(olds).length === 0);
    },
    diff: (id, olds, news) => {
      guardOwner(operation, [id], news, { subject: subjectOf(zone, news) });
      return diff(zone, olds, news);
    },
    create: (news) => create(operation, news),
    read: (id, outputs) => read(operation, id, outputs),
    update: (id, olds, news) => update(operation, id, olds, news),
    delete: (id, outputs) => deleteObject(operation, id, outputs),
    set: (setId) => {
      const subject = 'ZoneSet "stores"';
      return {
        ...openObjectClient({ ...operation, set: subject, setId }),
        keeps: (ids, inputs) => guardOwner(operation, ids, inputs, { subject, setId }),
      };
    },
    warnings,
  };
}
