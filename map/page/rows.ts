/** Which rows of a long list exist: those in sight and a few around them. */

export interface RowsInSight {
  readonly first: number;
  /** One more than the last. */
  readonly end: number;
}

const AROUND = 6;

export function rowsInSight(scrolled: number, height: number, rowHeight: number, count: number): RowsInSight {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight) - AROUND));
  return { first, end: Math.min(count, Math.ceil((scrolled + height) / rowHeight) + AROUND) };
}

/** The least scrolling of a list so that a row is in sight, and no further. */
export function scrolledTo(row: number, scrolled: number, height: number, rowHeight: number): number {
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
  if (top < scrolled) return top;
  return bottom > scrolled + height ? bottom - height : scrolled;
}

/** The row that a key leads to; undefined where the key does not walk. */
export function rowAfter(key: string, row: number, page: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return next === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, next));
}
