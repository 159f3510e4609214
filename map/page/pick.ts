/** Which zones lie under a place: a look at every box is quicker than any index, up to some 100,000 zones. */
import { copiesIn } from "./view";
import type { Box, Outline } from "./outline";

export interface Pickable {
  readonly box: Box;
  readonly outlines: readonly Outline[];
}

/**
 * The places in the list of those under a place, the smallest first, so that a shop is found inside its mall.
 *
 * @param reach how far beside an outline still counts, in sides of the world
 */
export function pick(zones: readonly Pickable[], x: number, y: number, reach: number): number[] {
  const here = { west: x - reach, north: y - reach, east: x + reach, south: y + reach };
  return zones
    .flatMap(({ box, outlines }, at) => {
      const isHit = copiesIn(here, box).some((by) => {
        const isSmall = Math.max(box.east - box.west, box.south - box.north) < 2 * reach;
        return isSmall || outlines.some((outline) => isOn(outline, x - by, y, reach));
      });
      return isHit ? [{ at, size: (box.east - box.west) * (box.south - box.north) }] : [];
    })
    .sort((one, other) => one.size - other.size || one.at - other.at)
    .map(({ at }) => at);
}

function isOn(outline: Outline, x: number, y: number, reach: number): boolean {
  if (outline.type === "circle") return Math.hypot(x - outline.x, y - outline.y) <= outline.radius + reach;
  const { path } = outline;
  const last = outline.type === "area" ? path.length : path.length - 2;
  let isInside = false;
  for (let at = 0; at < last; at += 2) {
    const next = (at + 2) % path.length;
    const [ax, ay, bx, by] = [path[at] ?? 0, path[at + 1] ?? 0, path[next] ?? 0, path[next + 1] ?? 0];
    if (distance(x, y, ax, ay, bx, by) <= reach) return true;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return outline.type === "area" && isInside;
}

/** From a place to a segment. */
function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const part = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}
