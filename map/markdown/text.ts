/** Text of users in Markdown: shown letter by letter, and without a meaning of its own. */
import { oneLine, type Length } from "../one-line";

/**
 * A text as code. In code, `@name` and `#12` notify nobody and link to nothing, and no other mark has a meaning. A text
 * with marks that end code or a cell is written as HTML with entities, which every Markdown reads alike.
 */
export function code(text: string, length: Length = {}): string {
  const shown = oneLine(text, length);
  if (shown === "") return "(empty)";
  if (!/[`|\\]/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</code>`;
}

/**
 * As many lines as fit into so many characters, each with its line end. A last line says how many others there are;
 * none at all where not even that fits.
 */
export function fitLines(lines: readonly string[], most: number, more: (count: number) => string): string[] {
  const lengths = lines.map(({ length }) => length + 1);
  if (fittingOf(lengths, most) === lines.length) return [...lines];
  const left = most - more(lines.length).length - 1;
  if (left < 0) return [];
  const fitting = fittingOf(lengths, left);
  return [...lines.slice(0, fitting), more(lines.length - fitting)];
}

/** How many of the lengths, from the first, are together at most so much. */
export function fittingOf(lengths: readonly number[], most: number): number {
  let left = most;
  const fitting = lengths.findIndex((length) => (left -= length) < 0);
  return fitting < 0 ? lengths.length : fitting;
}
