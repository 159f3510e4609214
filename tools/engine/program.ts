/** A program of this repository in a sandbox, as its user would have it: its own folder, and packages by name. */
import { cp, symlink } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

import type { Sandbox } from "./sandbox";

const root = resolve(__dirname, "../..");

/**
 * Copies files and folders of the repository into the sandbox, so that the settings which the CLI writes beside a
 * program do not land in the repository.
 *
 * @param paths below the repository's root, such as `examples/first-zone`
 * @returns the folder that now stands for the repository's root
 */
export async function copyProgram(sandbox: Sandbox, paths: readonly string[]): Promise<string> {
  const folder = join(sandbox.folder, "repository");
  for (const path of paths) {
    await cp(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => basename(source) !== "node_modules",
    });
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}
