/** Long work is told: after 10 s and then every 10 s, and never more than one line in 10 s for the whole process. */
import { REAL_CLOCK, type Clock } from "../clock";
import { printable } from "../printable";

export interface ProgressReporter {
  /** Says the sentence as long as the work goes on. */
  reportWhile<Result>(work: Promise<Result>, sentence: () => string): Promise<Result>;
  /** For work that begins and ends many times: what is short in between does not count as an end. */
  watch(sentence: () => string): Watch;
}

interface Watch {
  begin(): void;
  end(): void;
}

/** What a test replaces. */
export interface ProgressTools {
  readonly now: Clock["now"];
  readonly say: (line: string) => void;
  /** Must not keep the process alive. */
  readonly startTimer: (run: () => void, milliseconds: number) => void;
}

const EVERY = 10_000;
const SHORT = 1_000;

interface Work {
  readonly since: number;
  readonly sentence: () => string;
}

export function openProgress({ now, say, startTimer }: ProgressTools): ProgressReporter {
  /** Those that were told last stand last. */
  const underWay = new Set<Work>();
  let saidAt = Number.NEGATIVE_INFINITY;
  let armed = false;

  function arm(): void {
    if (armed || underWay.size === 0) return;
    armed = true;
    const oldest = [...underWay].reduce((least, { since }) => Math.min(least, since), Infinity);
    startTimer(fire, Math.max(0, Math.max(oldest, saidAt) + EVERY - now()));
  }

  function fire(): void {
    armed = false;
    const work = [...underWay].find(({ since }) => now() - since >= EVERY);
    if (work !== undefined) {
      saidAt = now();
      underWay.delete(work);
      underWay.add(work);
      say(work.sentence());
    }
    arm();
  }

  function begin(work: Work): void {
    underWay.add(work);
    arm();
  }

  return {
    async reportWhile(work, sentence) {
      const told = { since: now(), sentence };
      begin(told);
      try {
        return await work;
      } finally {
        underWay.delete(told);
      }
    },
    watch(sentence) {
      let work: Work | undefined;
      let endedAt = Number.NEGATIVE_INFINITY;
      return {
        begin() {
          if (work === undefined || now() - endedAt > SHORT) work = { since: now(), sentence };
          begin(work);
        },
        end() {
          if (work !== undefined) underWay.delete(work);
          endedAt = now();
        },
      };
    },
  };
}

/** The process's own: its lines are diagnostics of the engine. */
export const progress = openProgress({
  now: REAL_CLOCK.now,
  say: (line) => {
    console.log(printable(line));
  },
  startTimer: (run, milliseconds) => {
    setTimeout(run, milliseconds).unref();
  },
});

/**
 * Says the sentence after 10 s and then every 10 s, as long as the work goes on; never two lines of the process
 * within 10 s. The sentence is asked for each time.
 *
 * @example
 * await reportWhile(work, () => `Reading the zones of "coffee": ${count} so far`);
 */
export function reportWhile<Result>(work: Promise<Result>, sentence: () => string): Promise<Result> {
  return progress.reportWhile(work, sentence);
}
