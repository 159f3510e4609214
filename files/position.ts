/** Line and column of an index of a text. */
import type { Position } from "./fault";

/** Lines end with `\n`; they are counted when the first position is asked for. */
export function positionsIn(text: string): (index: number) => Position {
  let starts: number[] | undefined;
  return (index) => {
    starts ??= lineStarts(text);
    const line = lastAtMost(starts, index);
    return { line: line + 1, column: index - (starts[line] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
