/** How far it is: one line that changes on a terminal, now and then a line in a log. */

export interface Progress {
  /** Where it is; the next call may take its place. */
  readonly now: (line: string) => void;
  /** What is done, and stays to be read. */
  readonly done: (line: string) => void;
}

/** Where it is written, such as `process.stderr`. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** A log gets one line in so many milliseconds, a terminal a new one as often as an eye can follow. */
const pauses = { log: 5000, terminal: 100 };

export function openProgress(screen: Screen, clock: () => number = () => performance.now()): Progress {
  const terminal = screen.isTTY === true;
  const pause = terminal ? pauses.terminal : pauses.log;
  let last = clock();
  return {
    now(line) {
      if (clock() - last < pause) return;
      last = clock();
      screen.write(terminal ? `${clear}${cut(line, (screen.columns ?? 80) - 1)}` : `${line}\n`);
    },
    done(line) {
      screen.write(`${terminal ? clear : ""}${line}\n`);
    },
  };
}

/** Back to the line's beginning, with nothing on it. */
const clear = "\r\u001b[2K";

/** A longer one would go on in a second line, which is not cleared. */
function cut(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
