/** Numbers in the text of a file. */

/** A decimal number with a point; undefined for anything else, also for one too large to be told from infinity. */
export function numberIn(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  // Minus nought is nought.
  return Number.isFinite(number) ? number + 0 : undefined;
}
