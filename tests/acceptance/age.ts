/** Makes a backend's states say that all in them was created long ago: what is gone then is believed at once. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export async function age(stateFolder: string): Promise<void> {
  const stacks = join(stateFolder, ".pulumi/stacks");
  for (const file of await readdir(stacks, { recursive: true })) {
    if (!file.endsWith(".json")) continue;
    const path = join(stacks, file);
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replaceAll(/"__created": *\d+/g, '"__created": 0'));
  }
}
