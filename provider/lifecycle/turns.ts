/**
 * Whose turn it is, in one process: the engine tells of one resource after another, and works on some of them at once,
 * so that who may take something over, or delete it, is known only when it has told of all.
 */
import type { Clock } from "./clock";

export interface Turns {
  /** Hears that the engine tells of a resource. */
  heard(): void;
  /** Does what is called by one name one after another. */
  oneByOne<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Does what decides whether a resource takes something over. */
  deciding<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits until the engine has told of no other resource for a while. */
  quiet(): Promise<void>;
  /** Hears the names of what a resource or a set is about to make, in place of what it was said to be about to make. */
  awaits(owner: string, names: Iterable<string>): void;
  /** Hears that one of them is made, or will not be. */
  arrived(owner: string, name: string): void;
  /** Hears that one of that name could not be made, nor taken over. */
  notMade(name: string): void;
  /** Whether that is so: what has the name may still be taken over, by the next run. */
  isNotMade(name: string): boolean;
  /**
   * Waits until nobody but `owner` is about to make anything, which could take over what exists; false where somebody
   * does so only later, as where the engine works on one resource at a time.
   */
  decided(owner: string): Promise<boolean>;
}

/** The engine tells of one resource after another; nothing for so long, in milliseconds, is the end of them. */
const QUIET = 300;
/** But that end is not waited for longer, in milliseconds. */
const LONGEST_QUIET = 30_000;
/** What is to be made and does not end in that time, in milliseconds, waits for us: a lost answer takes less. */
const STANDSTILL = 60_000;

export function openTurns(clock: Clock): Turns {
  const queues = new Map<string, Promise<void>>();
  const awaited = new Map<string, Set<string>>();
  const failed = new Set<string>();
  let lastHeard = 0;
  let lastArrival = 0;
  let waitingSince: number | undefined;
  let deciding = 0;
  /** @param last when something was heard last */
  const untilQuiet = async (last: () => number) => {
    const begun = clock.now();
    for (let left = QUIET; left > 0 && clock.now() - begun < LONGEST_QUIET;) {
      left = last() + QUIET - clock.now();
      if (left > 0) await clock.sleep(left);
    }
  };

  return {
    heard: () => {
      lastHeard = clock.now();
    },
    oneByOne(name, work) {
      const before = queues.get(name);
      const result = before === undefined ? work() : before.then(work);
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      queues.set(name, ended);
      void ended.then(() => {
        if (queues.get(name) === ended) queues.delete(name);
      });
      return result;
    },
    async deciding(work) {
      deciding += 1;
      try {
        return await work();
      } finally {
        deciding -= 1;
      }
    },
    quiet: () => untilQuiet(() => lastHeard),
    awaits(owner, names) {
      awaited.set(owner, new Set(names));
    },
    arrived(owner, name) {
      lastArrival = clock.now();
      awaited.get(owner)?.delete(name);
    },
    notMade: (name) => {
      failed.add(name);
    },
    isNotMade: (name) => failed.has(name),
    async decided(owner) {
      const isBusy = () => [...awaited].some(([who, names]) => who !== owner && names.size > 0);
      for (;;) {
        // When one is made, the engine goes on to tell of the next.
        await untilQuiet(() => Math.max(lastHeard, lastArrival));
        if (deciding === 0 && !isBusy()) return true;
        waitingSince ??= clock.now();
        const isStill = clock.now() - Math.max(waitingSince, lastArrival) > STANDSTILL;
        if (deciding === 0 && isStill) return false;
        await clock.sleep(QUIET / 10);
      }
    },
  };
}
