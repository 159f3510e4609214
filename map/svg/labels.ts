/** Names beside changed zones, where there is room. */
import { centerOf, type Box } from "../page/outline";
import { scaleOf, type View } from "../page/view";
import { shortened } from "../page/words";
import { isVisible, placed, sizeOf } from "./path";
import { escaped, short } from "./xml";
import { symbolBelow, type DrawnZone } from "./zones";

/** The most names. */
const mostLabels = 30;

/** The most zones for which a place is looked for: each is compared with all others. */
const mostTried = 500;

const letterWidth = 7.2;
const lineHeight = 14;

interface Room {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** In the order of the zones: a name that would lie on an earlier one, or on another zone, is left out. */
export function labelsOf(view: View, zones: readonly DrawnZone[]): string {
  const spots = zones.flatMap(({ zone, box }) => {
    if (box === undefined || !isVisible(view, box)) return [];
    const { x, y } = centerOf(box);
    return [{ box, label: shortened(zone.label, 40), middle: placed(view, x, y) }];
  });
  const taken: Room[] = [];
  const texts: string[] = [];
  for (const { box, label, middle } of spots.slice(0, mostTried)) {
    if (texts.length === mostLabels) break;
    const room = roomOf(view, box, middle, Array.from(label).length * letterWidth);
    if (taken.some((other) => meet(room, other))) continue;
    if (spots.some(({ middle: other }) => other !== middle && covers(room, other))) continue;
    taken.push(room);
    texts.push(
      `<text x="${short((room.left + room.right) / 2)}" y="${short(room.bottom)}">${escaped(label)}</text>`,
    );
  }
  return texts.length === 0 ? "" : `<g class="labels">${texts.join("")}</g>`;
}

/** Above a shape, and to the right of a symbol. */
function roomOf(view: View, box: Box, middle: { x: number; y: number }, length: number): Room {
  if (sizeOf(view, box) < symbolBelow) {
    const left = middle.x + 11 + length > view.width ? middle.x - 11 - length : middle.x + 11;
    return { left, right: left + length, bottom: middle.y + 4 };
  }
  const above = ((box.south - box.north) / 2) * scaleOf(view);
  const center = Math.min(view.width - length / 2, Math.max(length / 2, middle.x));
  return {
    left: center - length / 2,
    right: center + length / 2,
    bottom: Math.max(lineHeight, middle.y - above - 5),
  };
}

function meet(a: Room, b: Room): boolean {
  return a.left < b.right && b.left < a.right && Math.abs(a.bottom - b.bottom) < lineHeight;
}

function covers({ left, right, bottom }: Room, { x, y }: { x: number; y: number }): boolean {
  return x > left && x < right && y > bottom - lineHeight && y < bottom + 2;
}
