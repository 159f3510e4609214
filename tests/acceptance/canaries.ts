/** Secrets that nothing else looks like, and the search for them in whatever is written or printed. */
import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";

/** A value of its own, with what JSON, a URL and HTML write in another way. */
export function canary(what: string): string {
  return `${what} "ä\\&<${randomUUID()}>`;
}

/** Finds secrets by name in a text, in whatever form. */
export type Search = (text: string) => string[];

/** The names of the secrets that a text holds: as they are, escaped, or in base64, also amid other bytes. */
export function searchFor(secrets: Readonly<Record<string, string>>): Search {
  const forms = Object.entries(secrets).map(([name, secret]) => ({ name, forms: formsOf(secret) }));
  return (text) =>
    forms.flatMap(({ name, forms: own }) => (own.some((form) => text.includes(form)) ? [name] : []));
}

function formsOf(secret: string): string[] {
  const once = JSON.stringify(secret).slice(1, -1);
  const twice = JSON.stringify(once).slice(1, -1);
  const ascii = [once, twice].map(escapedByGo);
  return [secret, once, twice, ...ascii, encodeURIComponent(secret), ...inBase64(secret), ...inBase64(once)];
}

/** Go's JSON writes these of HTML's characters by their numbers. */
function escapedByGo(json: string): string {
  return json.replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}

/** Base64 writes three bytes at a time: wherever the secret stands, one of three cuts is its own. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((skip) => {
    const bytes = Buffer.from(secret).subarray(skip);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
    return [whole.toString("base64"), whole.toString("base64url")];
  });
}

/** `file: secret` for every secret that a file below the folder holds, compressed ones opened. */
export async function searchFolder(folder: string, search: Search): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const found = await Promise.all(
    files.map(async (file) =>
      search(textOf(await readFile(file))).map((name) => `${relative(folder, file)}: ${name}`),
    ),
  );
  return found.flat();
}

function textOf(bytes: Buffer): string {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString("utf8");
}
