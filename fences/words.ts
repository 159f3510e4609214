/** Numbers and lists in sentences. */

/** `312 m`, `4.2 m`, `0.03 m`, `57 km`. */
export function metresText(metres: number): string {
  const size = Math.abs(metres);
  if (size >= 10_000) return `${thousands(Math.round(metres / 1_000))} km`;
  if (size >= 10) return `${thousands(Math.round(metres))} m`;
  return `${Number(metres.toFixed(size >= 0.1 ? 1 : 2))} m`;
}

/** `1 point`, `2,992 points`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** `2,992` */
export function thousands(count: number): string {
  return count.toLocaleString("en-US");
}

/** The first few and the number of the others: `a, b, and 10 more`. */
export function firstOf(texts: readonly string[], count: number): string {
  const shown = texts.slice(0, mostShown);
  const more = count - shown.length;
  return more > 0 ? `${shown.join(", ")}, and ${thousands(more)} more` : shown.join(", ");
}

const mostShown = 10;
