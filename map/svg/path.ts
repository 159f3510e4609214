/** Outlines as path data of an SVG, in the pixels of a view. */
import { clipLine, clipRing, type Window } from "../page/clip";
import { nearestCopy } from "../page/mercator";
import { centerOf, type Box, type Outline } from "../page/outline";
import { boxOf, scaleOf, toScreen, type View } from "../page/view";
import { short } from "./xml";

type Corner = readonly [x: number, y: number];

/** Pixels around the picture beyond which outlines are cut. */
const margin = 20;

/** Larger circles, in pixels, become polygons, which can be cut. */
const largestCircle = 2000;
const sides = 360;

/** The path data of an outline; empty if none of it is in the picture. `step` is the least length of an edge in pixels. */
export function pathOf(view: View, outline: Outline, step: number): string {
  if (!isVisible(view, outline.box)) return "";
  if (outline.type === "circle") {
    const { x, y } = placed(view, outline.x, outline.y);
    const radius = outline.radius * scaleOf(view);
    if (radius <= largestCircle) return circlePath(x, y, radius);
    return ringPath(view, circleCorners(x, y, radius), step);
  }
  const by = copyOf(view, centerOf(outline.box).x);
  const corners = Array.from({ length: outline.path.length / 2 }, (_, at): Corner => {
    const { x, y } = toScreen(view, (outline.path[at * 2] ?? 0) + by, outline.path[at * 2 + 1] ?? 0);
    return [x, y];
  });
  if (outline.type === "area") return ringPath(view, corners, step);
  return clipLine(corners, windowOf(view))
    .map((part) => `M${jointed(part, step)}`)
    .join("");
}

/** A ring of pixels, cut at the edge of the picture. */
export function ringPath(view: View, corners: readonly Corner[], step: number): string {
  const inside = clipRing(corners, windowOf(view));
  return inside.length < 3 ? "" : `M${jointed(inside, step)}z`;
}

/** The pixel of a place in that copy of the world which is nearest to the picture. */
export function placed(view: View, x: number, y: number): { x: number; y: number } {
  return toScreen(view, x + copyOf(view, x), y);
}

export function isVisible(view: View, box: Box): boolean {
  const by = copyOf(view, centerOf(box).x);
  const shown = boxOf(view, margin);
  return (
    box.west + by <= shown.east &&
    box.east + by >= shown.west &&
    box.north <= shown.south &&
    box.south >= shown.north
  );
}

/** The larger side of a box in pixels. */
export function sizeOf(view: View, box: Box): number {
  return Math.max(box.east - box.west, box.south - box.north) * scaleOf(view);
}

function copyOf(view: View, x: number): number {
  return nearestCopy(x, view.x) - x;
}

function windowOf({ width, height }: View): Window {
  return { left: -margin, top: -margin, right: width + margin, bottom: height + margin };
}

/** Two half circles: their chord is the rounded diameter, since a shorter one would bend them. */
function circlePath(x: number, y: number, radius: number): string {
  const [r, across] = [short(radius), short(2 * Number(short(radius)))];
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0-${across} 0z`;
}

function circleCorners(x: number, y: number, radius: number): Corner[] {
  return Array.from({ length: sides }, (_, at) => {
    const angle = (at / sides) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Nobody sees steps shorter than a pixel, and many zones have many. */
function jointed(corners: readonly Corner[], step: number): string {
  let last: Corner | undefined;
  const kept = corners.filter((corner, at) => {
    const isKept =
      last === undefined ||
      at === corners.length - 1 ||
      Math.hypot(corner[0] - last[0], corner[1] - last[1]) >= step;
    if (isKept) last = corner;
    return isKept;
  });
  return kept.map(([x, y]) => `${short(x)} ${short(y)}`).join("L");
}
