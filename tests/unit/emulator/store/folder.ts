/** A folder for one test, gone after it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function inFolder(test: (data: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "emulator-"));
  try {
    await test(join(folder, "bluedot.json"), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
