/** Shows the progress: one changing line on a terminal, a line every few seconds in a log. */

export interface Progress {
  /** The current state; the next call may replace it. */
  readonly now: (line: string) => void;
  /** A completed step, which stays on the screen. */
  readonly done: (line: string) => void;
}

/** The output, such as `process.stderr`. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** The least milliseconds between two lines. */
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

/** Back to the line's startTime, with nothing on it. */
const clear = "\r\u001b[2K";

/** A longer one would go on in a second line, which is not cleared. */
function cut(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
