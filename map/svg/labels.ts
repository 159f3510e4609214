/** Names beside changed zones, where there is room. */
import { centerOf, type Box } from "../page/outline";
import { scaleOf, type View } from "../page/view";
import { shortened } from "../page/words";
import { isVisible, placed, sizeOf } from "./path";
import { escaped, short } from "./xml";
import { symbolBelow, type DrawnZone } from "./zones";

/** The most names. */
const mostLabels = 30;

const letterWidth = 6.6;
const lineHeight = 14;

interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** In the order of the zones: a name that would lie on an earlier one is left out. */
export function labelsOf(view: View, zones: readonly DrawnZone[]): string {
  const taken: Room[] = [];
  const texts: string[] = [];
  for (const { zone, box } of zones) {
    if (texts.length === mostLabels) break;
    if (zone.change === "same" || box === undefined || !isVisible(view, box)) continue;
    const label = shortened(zone.label, 40);
    const spot = spotOf(view, box, Array.from(label).length * letterWidth);
    const room = { left: spot.left, right: spot.right, top: spot.bottom - lineHeight };
    if (taken.some((other) => meet(room, other))) continue;
    taken.push(room);
    texts.push(
      spot.isBeside
        ? `<text x="${short(spot.left)}" y="${short(spot.bottom)}" style="text-anchor:start">${escaped(label)}</text>`
        : `<text x="${short((spot.left + spot.right) / 2)}" y="${short(spot.bottom)}">${escaped(label)}</text>`,
    );
  }
  return texts.length === 0 ? "" : `<g class="labels">${texts.join("")}</g>`;
}

/** Above a shape, and to the right of a symbol. */
function spotOf(view: View, box: Box, length: number) {
  const { x, y } = centerOf(box);
  const middle = placed(view, x, y);
  const size = sizeOf(view, box);
  if (size < symbolBelow) {
    const left = middle.x + 11 + length > view.width ? middle.x - 11 - length : middle.x + 11;
    return { left, right: left + length, bottom: middle.y + 4, isBeside: true };
  }
  const above = ((box.south - box.north) / 2) * scaleOf(view);
  const center = Math.min(view.width - length / 2, Math.max(length / 2, middle.x));
  const bottom = Math.max(lineHeight, middle.y - above - 5);
  return { left: center - length / 2, right: center + length / 2, bottom, isBeside: false };
}

function meet(a: Room, b: Room): boolean {
  return a.left < b.right && b.left < a.right && Math.abs(a.top - b.top) < lineHeight;
}
