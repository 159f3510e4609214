/** The files of tests that patterns name, in the order in which they begin. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

import type { TestFile } from "./lane";

const root = resolve(__dirname, "../..");
const cli = join(root, "tools/engine/find.ts");
const MINUTE = 60_000;

/** Returns the test files. The slowest begin first, so that no lane is left alone with one at the end. */
export function testFiles(patterns: readonly string[]): TestFile[] {
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  const paths = found.map((path) => relative(root, resolve(root, path)).split(sep).join("/"));
  const files = [...new Set(paths)].map((path) => {
    const isLong = path.endsWith(".long.ts");
    return { path, alone: needsCli(path), timeLimit: (isLong ? 30 : 10) * MINUTE, isLong };
  });
  const rank = ({ isLong, alone }: (typeof files)[number]) => (isLong ? 0 : alone ? 1 : 2);
  return files.sort((one, other) => rank(one) - rank(other));
}

/** Unit tests never start the CLI, also those of what finds it. */
function needsCli(path: string): boolean {
  return !path.startsWith("tests/unit/") && reaches(join(root, path), cli);
}

/** True if a source imports another, by itself or through what it imports. */
function reaches(source: string, target: string, seen = new Set<string>()): boolean {
  if (source === target) return true;
  if (seen.has(source)) return false;
  seen.add(source);
  return importsOf(source).some((imported) => reaches(imported, target, seen));
}

/** The TypeScript files of this repository that a source names by their path. */
function importsOf(source: string): string[] {
  const names = [...readFileSync(source, "utf8").matchAll(/\bfrom "(\.[^"]*)"/g)].map(
    ([, name]) => name ?? "",
  );
  return names.flatMap((name) => {
    const path = resolve(dirname(source), name);
    return [`${path}.ts`, join(path, "index.ts")].find((file) => existsSync(file)) ?? [];
  });
}
