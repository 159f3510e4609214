/** Puts what was measured between the marks of docs/performance.md, and leaves the words around it as they are. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

const file = join(__dirname, "../docs/performance.md");

/** @param parts what stands between `<!-- bench: <name> -->` and `<!-- end -->`, by name */
export async function writeDocument(parts: ReadonlyMap<string, string>): Promise<void> {
  let text = await readFile(file, "utf8");
  for (const [name, part] of parts) text = withPart(text, name, part);
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}

function withPart(text: string, name: string, part: string): string {
  const [before, rest] = halves(text, `<!-- bench: ${name} -->`);
  const [, after] = halves(rest, END);
  return `${before}<!-- bench: ${name} -->\n\n${part}\n\n${END}${after}`;
}

const END = "<!-- end -->";

function halves(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`docs/performance.md has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
