/** Cuts outlines at the edge of the window: dashes and patterns far outside it would take seconds. */

export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Corner = readonly [x: number, y: number];

/** The part of a ring inside a window (Sutherland and Hodgman). Where it is cut, it runs along the edge. */
export function clipRing(ring: readonly Corner[], { left, top, right, bottom }: Window): Corner[] {
  const edges: [inside: (corner: Corner) => boolean, cross: (a: Corner, b: Corner) => Corner][] = [
    [([x]) => x >= left, (a, b) => atX(a, b, left)],
    [([x]) => x <= right, (a, b) => atX(a, b, right)],
    [([, y]) => y >= top, (a, b) => atY(a, b, top)],
    [([, y]) => y <= bottom, (a, b) => atY(a, b, bottom)],
  ];
  return edges
    .reduce<readonly Corner[]>(
      (corners, [inside, cross]) =>
        corners.flatMap((corner, at) => {
          const before = corners.at(at - 1) ?? corner;
          const enters = inside(corner) !== inside(before) ? [cross(before, corner)] : [];
          return inside(corner) ? [...enters, corner] : enters;
        }),
      ring,
    )
    .slice();
}

/** The segments of a line that touch a window, as lines of their own. */
export function clipLine(line: readonly Corner[], { left, top, right, bottom }: Window): Corner[][] {
  const parts: Corner[][] = [];
  line.forEach((corner, at) => {
    const before = line[at - 1];
    if (before === undefined) return;
    const [dx, dy] = [corner[0] - before[0], corner[1] - before[1]];
    let [enter, leave] = [0, 1];
    const limits = [
      [-dx, before[0] - left],
      [dx, right - before[0]],
      [-dy, before[1] - top],
      [dy, bottom - before[1]],
    ] as const;
    for (const [slope, room] of limits) {
      if (slope === 0 && room < 0) return;
      if (slope < 0) enter = Math.max(enter, room / slope);
      if (slope > 0) leave = Math.min(leave, room / slope);
    }
    if (enter > leave) return;
    const on = (part: number): Corner => [before[0] + dx * part, before[1] + dy * part];
    const open = parts.at(-1);
    if (enter === 0 && open !== undefined && at > 1) open.push(on(leave));
    else parts.push([on(enter), on(leave)]);
  });
  return parts;
}

function atX(a: Corner, b: Corner, x: number): Corner {
  return [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
}

function atY(a: Corner, b: Corner, y: number): Corner {
  return [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y];
}
