/** Writes the names of zones beside them, where there are few enough to be read. */
import type { Theme } from "./theme";
import type { View } from "./view";
import { shortened } from "./words";
import type { Mark } from "./zone-layer";

/** More names than this say nothing. */
const MOST_LABELS = 45;
const MOST_LETTERS = 32;
const LINE = 15;
/** Symbols have this reach at most; the middle of a larger shape may be written on. */
const SMALL = 10;

interface Label {
  readonly text: string;
  readonly mark: Mark;
}

/**
 * @param labels the most important first: where two overlap, the first stays
 * @param marks all that is drawn: no name stands on a symbol of another zone
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  marks: readonly Mark[],
  view: View,
  theme: Theme,
): void {
  context.font = `600 12px ${theme.font}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  const taken: { left: number; right: number; top: number }[] = [];
  for (const { text, mark } of labels) {
    if (taken.length >= MOST_LABELS) return;
    const name = shortened(text, MOST_LETTERS);
    const half = context.measureText(name).width / 2 + 4;
    const top = mark.y + mark.reach + 3;
    const isInside = mark.x > -half && mark.x < view.width + half && top > -LINE && top < view.height;
    const isFree = taken.every(
      (other) =>
        mark.x + half < other.left || mark.x - half > other.right || Math.abs(other.top - top) > LINE,
    );
    const hides = marks.some(
      (other) =>
        other.at !== mark.at &&
        other.reach < SMALL &&
        Math.abs(other.x - mark.x) < half + 6 &&
        Math.abs(other.y - top - LINE / 2) < LINE,
    );
    if (!isInside || !isFree || (hides && labels[0]?.mark !== mark)) continue;
    taken.push({ left: mark.x - half, right: mark.x + half, top });
    context.strokeStyle = theme.halo;
    context.lineWidth = 3.5;
    context.strokeText(name, mark.x, top);
    context.fillStyle = theme.ink;
    context.fillText(name, mark.x, top);
  }
}
