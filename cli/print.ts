/** Standard output of the commands that report. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Resolves when all is written. A reader that has enough of it, such as `head`, is no error.
 *
 * @throws an error if it cannot be written, such as to a full disk
 */
export async function print(text: string): Promise<void> {
  try {
    await pipeline(Readable.from([text]), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
}
