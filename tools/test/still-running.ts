/** Reports a file or check that takes long, which prints nothing itself until it ends. */

const MINUTE = 60_000;

/** Prints a line after each minute of the work. */
export async function reportWhileRunning<Result>(
  name: string,
  work: Promise<Result>,
  { every = MINUTE, print = (line: string) => console.error(line) } = {},
): Promise<Result> {
  let minutes = 0;
  const timer = setInterval(() => {
    minutes += 1;
    print(`… still runs: ${name}, ${minutes} min`);
  }, every);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
