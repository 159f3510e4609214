/** The file of a map: never somebody's own. */
import { open, stat } from "node:fs/promises";

import { marker } from "../../map/words";

/** The marker stands before this byte of every map. */
const head = 4096;

/** The forms of the marker in a map: Markdown and SVG, HTML, GeoJSON. The words alone stand in many files, such as a README. */
const forms = [
  `<!-- ${marker} -->`,
  `<meta name="generator" content="${marker}">`,
  `"generator":"${marker}"`,
];

/** @throws an error if a file is there that is no map, unless `force` is true. */
export async function refuseToOverwrite(path: string, force: boolean): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw inWords(path, error);
  });
  if (found === undefined) return;
  if (!found.isFile()) throw new Error(`${path} is not a file; choose another one with --out.`);
  if (force || (await isMap(path))) return;
  throw new Error(
    `${path} exists and was not written by this command; choose another file with --out, or overwrite it with --force.`,
  );
}

async function isMap(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw inWords(path, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head), 0, head, 0);
    const text = buffer.toString("utf8", 0, bytesRead);
    // An empty file holds nothing to lose, such as one that `mktemp` made.
    return bytesRead === 0 || forms.some((form) => text.includes(form));
  } finally {
    await file.close();
  }
}

/** Says an error of the file system in a sentence. */
function inWords(path: string, error: unknown): Error {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  return new Error(`${path} cannot be written (${code}); choose another file with --out.`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
