/** Text and numbers of an SVG. */
import { oneLine } from "../one-line";

/** Safe between tags and in attributes: names may hold anything. */
export function escaped(text: string): string {
  return (
    oneLine(text)
      // XML has no place for these two, not even as entities.
      .replace(/[\ufffe\uffff]/g, "\ufffd")
      .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
  );
}

/** To a tenth of a pixel, without zeros that say nothing. */
export function short(number: number): string {
  // `+ 0` makes 0 of -0.
  return String(Math.round(number * 10) / 10 + 0).replace(/^(-?)0\./, "$1.");
}
