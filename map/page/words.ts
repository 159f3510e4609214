/** Phrases and figures of the page. */
import type { PlainGeofeature } from "../../geometry/plain-zone";

/** `circle, radius 60 m` */
export function shapeInWords(shape: PlainGeofeature): string {
  switch (shape.type) {
    case "circle":
      return `circle, radius ${metres(shape.radius)}`;
    case "boundingBox":
      return "bounding box";
    case "polygon":
      return `polygon, ${shape.vertices.length} vertices`;
    case "geoline":
      return `geoline, ${shape.vertices.length} vertices`;
    case "beacon":
      return "beacon, not drawn";
  }
}

export function metres(length: number): string {
  return length >= 10_000
    ? `${(length / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} km`
    : `${length.toLocaleString("en", { maximumFractionDigits: 1 })} m`;
}

/** One line of at most so many letters, cut between code points. */
export function shortened(text: string, most: number): string {
  // Names may be of any length: no more of them than could matter is taken apart.
  const letters = Array.from(text.slice(0, most * 4).replace(/\s+/gu, " "));
  return letters.length > most || text.length > most * 4
    ? `${letters.slice(0, most - 1).join("")}…`
    : letters.join("");
}

/** The round length that a scale bar shows, at most so many metres. */
export function scaleLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
}

/** Degrees between two lines of the graticule, so that lines are at least so many degrees apart. */
export function graticuleStep(least: number): number {
  const steps = [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30];
  return steps.find((step) => step >= least) ?? 45;
}

/** `144.95° E` */
export function degreesInWords(
  degrees: number,
  step: number,
  letters: readonly [plus: string, minus: string],
): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  const letter = degrees === 0 ? "" : ` ${degrees > 0 ? letters[0] : letters[1]}`;
  return `${Math.abs(degrees).toFixed(decimals)}°${letter}`;
}
