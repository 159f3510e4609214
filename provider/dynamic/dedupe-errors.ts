/**
 * The process that runs the handlers prints an error of check, diff, read and delete, and the engine shows it again. The
 * first of the two is left out.
 */
export async function withoutDuplicateLog<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) leaveOut(`${String(error)}: ${error.stack ?? ""}`);
    throw error;
  }
}

const leftOut = new Set<string>();

function leaveOut(line: string): void {
  if (leftOut.size === 0) {
    const print = console.error;
    console.error = (...parts: unknown[]) => {
      if (!leftOut.has(parts.join(" "))) print(...parts);
    };
  }
  leftOut.add(line);
}
