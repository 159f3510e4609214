/** Writes a file that is whole or not there. */
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** @throws an error of a sentence */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message.replace(/,[^,]*$/, "") : String(error);
    throw new Error(`${path} cannot be written: ${reason}`, { cause: error });
  }
}
