/** The progress of long work: a line after 10 s and then every 10 s, and one line in 10 s at most for the process. */
import { REAL_CLOCK, type Clock } from "../clock";
import { printable } from "../printable";

export type ProgressReporter = ReturnType<typeof openProgress>;

/** The parts that a test replaces. */
export interface ProgressTools {
  readonly now: Clock["now"];
  readonly show: (line: string) => void;
  /** Must not keep the process alive. */
  readonly startTimer: (run: () => void, milliseconds: number) => void;
}

const EVERY = 10_000;
const SHORT = 1_000;

interface Work {
  readonly since: number;
  readonly sentence: () => string;
}

export function openProgress({ now, show, startTimer }: ProgressTools) {
  /** In the order in which each is shown next. */
  const underWay = new Set<Work>();
  let lastLineAt = Number.NEGATIVE_INFINITY;
  let isTimerSet = false;

  function setTimer(): void {
    if (isTimerSet || underWay.size === 0) return;
    isTimerSet = true;
    const oldest = [...underWay].reduce((least, { since }) => Math.min(least, since), Infinity);
    startTimer(showNext, Math.max(0, Math.max(oldest, lastLineAt) + EVERY - now()));
  }

  function showNext(): void {
    isTimerSet = false;
    const work = [...underWay].find(({ since }) => now() - since >= EVERY);
    if (work !== undefined) {
      lastLineAt = now();
      underWay.delete(work);
      underWay.add(work);
      show(work.sentence());
    }
    setTimer();
  }

  function begin(work: Work): void {
    underWay.add(work);
    setTimer();
  }

  return {
    /**
     * Shows the sentence while the work goes on. Each line calls `sentence` again.
     *
     * @example
     * await progress.reportWhile(work, () => `Reading the zones of "coffee": ${count} so far`);
     */
    async reportWhile<Result>(work: Promise<Result>, sentence: () => string): Promise<Result> {
      const shown = { since: now(), sentence };
      begin(shown);
      try {
        return await work;
      } finally {
        underWay.delete(shown);
      }
    },
    /** For work that begins and ends many times: a short time between two parts is no end. */
    watch(sentence: () => string) {
      let work: Work | undefined;
      let endedAt = Number.NEGATIVE_INFINITY;
      return {
        begin(): void {
          if (work === undefined || now() - endedAt > SHORT) work = { since: now(), sentence };
          begin(work);
        },
        end(): void {
          if (work !== undefined) underWay.delete(work);
          endedAt = now();
        },
      };
    },
  };
}

/** The progress of the process: its lines are diagnostics of the engine. */
export const progress = openProgress({
  now: REAL_CLOCK.now,
  show: (line) => {
    console.log(printable(line));
  },
  startTimer: (run, milliseconds) => {
    setTimeout(run, milliseconds).unref();
  },
});
