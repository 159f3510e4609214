/** Text in Markdown: shown letter by letter, and without a meaning of its own, whoever wrote it. */
import { oneLine, type Length } from "../one-line";

/**
 * A text as code. In code, `@name` and `#12` notify nobody and link to nothing, and no other mark has a meaning. A text
 * with marks that end code or a cell is written as HTML with entities, which every Markdown reads alike.
 */
export function code(text: string, length: Length = {}): string {
  return codeOf(oneLine(text, length));
}

/**
 * A sentence or a phrase that may hold text of users. Parts of plain words and numbers are no reference and no mark in
 * any Markdown, and stand as they are: a comment that is all code is hard to read. Other parts are code.
 *
 * @example
 * prose("door: radius 40 → 60 m"); // "door: radius 40 → 60 m"
 * prose("#12: radius 40 → 60 m"); // "`#12`: radius 40 → 60 m"
 */
export function prose(text: string, length: Length = {}): string {
  const shown = oneLine(text, length);
  if (shown === "") return codeOf(shown);
  return shown
    .split(/(: |; | → )/)
    .map((part, at) => (at % 2 === 1 || isPlain(part) ? part : codeOf(part)))
    .join("");
}

function isPlain(part: string): boolean {
  return (
    !commit.test(part) && part.split(" ").every((token) => plainTokens.some((plain) => plain.test(token)))
  );
}

/** GitHub and GitLab link what could be the beginning of a commit's name. */
const commit = /[0-9a-f]{7}/i;

/** No token has a mark that may begin a reference, a list or a link, or has letters beside digits, as `GH-12` has. */
const plainTokens = [
  /^$/,
  /^["(]*\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*[")]*[.,…]?$/u,
  /^[+−]?\d{1,6}(?:,\d{3})*(?:\.\d{1,6})?,?$/,
  /^%$/,
  // Options and commands in sentences of our own.
  /^--[a-z]+(?:-[a-z]+)*[.,]?$/,
  /^`[a-z]+`[.,]?$/,
];

function codeOf(shown: string): string {
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

/** The number of lengths, from the first, that are together at most so much. */
export function fittingOf(lengths: readonly number[], most: number): number {
  let left = most;
  const fitting = lengths.findIndex((length) => (left -= length) < 0);
  return fitting < 0 ? lengths.length : fitting;
}
