/** Text of users on one line. */
import { printable } from "../provider/printable";

export interface Length {
  /**
   * Characters, after which the text is cut.
   *
   * @default 80
   */
  readonly most?: number;
}

/** Printable, on one line, and cut where it is long. */
export function oneLine(text: string, { most = 80 }: Length = {}): string {
  // No more is taken apart than could matter: a name may have any length.
  const line = printable(text.slice(0, 4 * most).replace(/\s+/g, " ")).trim();
  const letters = Array.from(line);
  if (letters.length <= most && text.length <= 4 * most) return line;
  return `${letters.slice(0, most - 1).join("")}…`;
}
