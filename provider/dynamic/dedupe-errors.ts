/**
 * The process that runs the handlers prints what check, diff, read and delete throw, and then gives it to the engine,
 * which shows it as the error it is. The first time is left out.
 */
export async function withoutDuplicateLog<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error) leaveOut(`${String(error)}: ${error.stack ?? ""}`);
    throw error;
  }
}

const leftOut = new Set<string>();

function leaveOut(line: string): void {
  if (leftOut.size === 0) {
    const print = console.error;
    console.error = (...said: unknown[]) => {
      if (!leftOut.has(said.join(" "))) print(...said);
    };
  }
  leftOut.add(line);
}
