/** A sentence of a report in Markdown: our own words as they are, names of users as code. */
import { code } from "../../map/markdown/text";
import { oneLine } from "../../map/one-line";

/** Characters of a sentence, after which it is cut. */
const longestSentence = 1_500;

/** Characters of a name, after which it is cut. */
const longestName = 120;

/**
 * What reports quote are names, and become code without their quotes. So does every other word that is not plain: a file
 * name is not quoted, and no message can forget a quote that would give a name a meaning.
 */
export function sentenceMarkdown(text: string): string {
  const parts = oneLine(text, { most: longestSentence }).split(quoted);
  return parts
    .map((part, at) => (at % 2 === 1 ? code(unquoted(part), { most: longestName }) : words(part)))
    .join("");
}

/** The texts that `JSON.stringify` writes, and commands between backticks. */
const quoted = /("(?:[^"\\]|\\.)*"|`[^`]+`)/;

function unquoted(literal: string): string {
  if (literal.startsWith("`")) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

function words(text: string): string {
  return text.replace(/[^ ]+/g, (word) => {
    const [, before = "", inner = "", after = ""] = /^(\(?)(.*?)([),;:.…]*)$/s.exec(word) ?? [];
    return inner === "" || isPlain(inner) ? word : `${before}${code(inner, { most: longestName })}${after}`;
  });
}

/** Letters of a word or digits of a number. GitHub links hexadecimal digits to a commit, and `www.` to a site. */
function isPlain(word: string): boolean {
  if (/^[\da-f]{7,}$/i.test(word)) return false;
  return /^(\p{L}+(['’]\p{L}+)?|-?\d+([.,:]\d+)*)$/u.test(word);
}
