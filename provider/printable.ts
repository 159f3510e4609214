/** Text that is safe to print: names may hold control sequences of a terminal, and marks of the text's direction. */

/**
 * Escapes each invisible character and each mark of direction: `\u202e`. Spaces and line ends stay, and so do the
 * joiners of emoji and of some scripts.
 *
 * @example
 * console.warn(printable(`Zone "${name}" is gone.`));
 */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(""),
  );
}

const INVISIBLE = /(?![ \n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu;

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
