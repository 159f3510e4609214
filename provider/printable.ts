/** Text that is fit to print: an API's names may hold orders to a terminal, and marks that turn what follows around. */

/**
 * Writes by its number each character that does not show, or that turns the direction of what follows: `\u202e`.
 * Plain spaces and line ends stay, and so do the joiners that emoji and some scripts are made with.
 *
 * @example
 * console.warn(visible(`Zone "${name}" is gone.`));
 */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, at) => numbered(character.charCodeAt(at))).join(""),
  );
}

const INVISIBLE = /(?![ \n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu;

function numbered(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
