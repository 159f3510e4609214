/** One run that is stopped in its middle, and the one `pulumi up` after it that has to put all right. */
import { setTimeout as sleep } from "node:timers/promises";

import type { Passing } from "../proxy";
import { titleOf, type Point, type Stop } from "./points";
import type { Running } from "./processes";
import type { Harness } from "./harness";
import type { Subject } from "./subjects";

interface Trial {
  readonly subject: Subject;
  readonly point: Point;
  /** True if a preview with a refresh, after the second run, must find no changes. */
  readonly preview: boolean;
}

/** Returns the faults after a trial. There are none if all is as after one run that nobody has stopped. */
async function faultsOf(harness: Harness, trial: Trial): Promise<string[]> {
  await harness.reset();
  await harness.declare(trial.subject.program);
  const { faults, end } = await stopAt(harness, trial.point);
  try {
    return [...faults, ...(await faultsOfNext(harness, trial))];
  } finally {
    await end();
  }
}

async function faultsOfNext(harness: Harness, { subject, point, preview }: Trial): Promise<string[]> {
  // The lock of a run that was killed stays, and its user has to take it away.
  if (leavesLock(point.stop)) await harness.run("cancel", "--yes");
  const { code, printed } = await finish(harness);
  if (code !== 0) return [`the next up ended with exit code ${String(code)}:\n${printed}`];

  const { objects, count } = subject;
  const held = heldBy(harness, subject);
  const known = subject.ids(await harness.state());
  const counts: [what: string, is: number, wanted: number][] = [
    ["projects in the account", harness.emulator.projects.size(), 1],
    [`${objects} in the account`, held.size, count],
    [`${objects} in the state`, known.length, count],
    [`${objects} that both have`, new Set(known.filter((id) => held.has(id))).size, count],
  ];
  const faults = counts.flatMap(([what, is, wanted]) =>
    is === wanted ? [] : [`${what}: ${is}, not ${wanted}`],
  );
  const look = preview ? await harness.run("preview", "--refresh", "--expect-no-changes") : undefined;
  return look === undefined || look.code === 0 ? faults : [...faults, `the next preview:\n${look.printed}`];
}

/** One more `up`; where it stops at an object that a person has to decide about, another one that adopts it. */
async function finish(harness: Harness): Promise<Awaited<ReturnType<Harness["run"]>>> {
  const next = await harness.run("up", "--yes", "--skip-preview");
  if (next.code === 0 || !/the account has a (Project|Destination) that is as declared/.test(next.printed))
    return next;
  const adopting = await harness.run("up", "--yes", "--skip-preview", "--config", "bluedot:onExisting=adopt");
  await harness.run("config", "rm", "bluedot:onExisting");
  return adopting;
}

/** The ids of the objects in the account. */
function heldBy({ emulator }: Harness, { objects }: Subject): ReadonlySet<string> {
  return objects === "zones"
    ? new Set(emulator.zones.list().map(({ _id }) => _id))
    : new Set(emulator.destinations.list().map(({ destinationId }) => destinationId));
}

interface Stopped {
  /** The faults in how the run ended. */
  readonly faults: string[];
  /** Ends what lives on of it. */
  readonly end: () => Promise<void>;
}

/** Runs `pulumi up` up to that point. */
export async function stopAt(harness: Harness, point: Point): Promise<Stopped> {
  let stopped: Promise<void> | undefined;
  const underWay = new Set<Promise<unknown>>();
  const stop = () => (stopped = stops[point.stop](running));
  const pass = passingAt(point, stop);
  harness.guard((request, work) => {
    const passed = pass(request, work);
    underWay.add(passed);
    return passed;
  });
  const running = harness.begin("up", "--yes", "--skip-preview");
  const code = await running.code;
  const survivors = point.stop === "orphaned" ? [] : await running.survivors();
  await stopped;
  // The API carries out a request that has arrived, although no client waits for the answer.
  const passed = await Promise.allSettled(underWay);
  harness.guard((_request, work) => work());
  const faults = [
    ...(stopped === undefined ? [`it ended before it was stopped:\n${running.printed()}`] : []),
    ...(!leavesLock(point.stop) && code === null ? ["it died of the signal"] : []),
    ...passed.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : [])),
    ...(survivors.length > 0 ? [`${survivors.length} of its processes lived on`] : []),
  ];
  return { faults, end: running.kill };
}

function leavesLock(stop: Stop): boolean {
  return stop === "killed" || stop === "orphaned";
}

function passingAt({ request: which, moment }: Point, stop: () => Promise<void>): Passing {
  let arrived = 0;
  return async (_request, work) => {
    arrived += 1;
    if (arrived !== which) return await work();
    switch (moment) {
      case "before its work":
        await stop();
        return new Response(null, { status: 503 });
      case "in its work": {
        await stop();
        const answer = await work();
        if (!answer.ok) throw new Error(`The request was not carried out: ${answer.status}.`);
        return answer;
      }
      case "before its answer": {
        const answer = await work();
        await stop();
        return answer;
      }
      case "after its answer":
        void sleep(AFTER).then(stop);
        return await work();
    }
  };
}

/** The time, in milliseconds, in which an answer reaches the clients that wait for it. */
const AFTER = 5;

/** Each resolves when nobody waits for the answer any more, but where the run goes on until it has come. */
const stops: Record<Stop, (running: Running) => Promise<void>> = {
  killed: (running) => running.kill(),
  orphaned: (running) => {
    running.orphan();
    return Promise.resolve();
  },
  interrupted: (running) => {
    running.interrupt();
    return Promise.resolve();
  },
  "interrupted twice": async (running) => {
    running.interrupt();
    await running.prints(/press \^C again/);
    running.interrupt();
    await running.code;
  },
};

/**
 * Tries each, one after another.
 *
 * @returns what is wrong, by the point at which the run was stopped; nothing of those after which all is right
 */
export async function faultsAt(
  harness: Harness,
  subject: Subject,
  points: readonly Point[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [at, point] of points.entries()) {
    const faults = await faultsOf(harness, { subject, point, preview: at % PREVIEWED === 0 });
    if (faults.length > 0) found[titleOf(point)] = faults;
  }
  return found;
}

/** A preview takes as long as the run before it, so that only every so many are looked at by one too. */
const PREVIEWED = 5;
