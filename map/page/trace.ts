/** Outlines as paths of a canvas, in the pixels of a view. */
import { clipLine, clipRing, type Window } from "./clip";
import type { Outline } from "./outline";
import { scaleOf, type View } from "./view";

/** A view's arithmetic, done once a picture. */
export interface Frame {
  readonly view: View;
  readonly scale: number;
}

/** Larger ones, in pixels, are cut at the window. */
const LARGE = 6000;
const MARGIN = 60;
const CIRCLE_CORNERS = 720;

export function frameOf(view: View): Frame {
  return { view, scale: scaleOf(view) };
}

export function xIn({ view, scale }: Frame, x: number): number {
  return (x - view.x) * scale + view.width / 2;
}

export function yIn({ view, scale }: Frame, y: number): number {
  return (y - view.y) * scale + view.height / 2;
}

/** Adds an outline to a path, shifted by so many worlds. */
export function trace(path: Path2D, outline: Outline, by: number, frame: Frame): void {
  const { box } = outline;
  const isLarge = Math.max(box.east - box.west, box.south - box.north) * frame.scale > LARGE;
  if (isLarge) return traceLarge(path, outline, by, frame);
  if (outline.type === "circle") {
    const [x, y, radius] = [xIn(frame, outline.x + by), yIn(frame, outline.y), outline.radius * frame.scale];
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  let [lastX, lastY] = [NaN, NaN];
  const points = outline.path;
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [xIn(frame, (points[at] ?? 0) + by), yIn(frame, points[at + 1] ?? 0)];
    // Nobody sees a step of less than half a pixel, and a picture of 10,000 zones has many.
    const isTiny = Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5;
    if (isTiny && at + 2 < points.length) continue;
    if (at === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  if (outline.type === "area") path.closePath();
}

function traceLarge(path: Path2D, outline: Outline, by: number, frame: Frame): void {
  const window: Window = {
    left: -MARGIN,
    top: -MARGIN,
    right: frame.view.width + MARGIN,
    bottom: frame.view.height + MARGIN,
  };
  const corners = cornersOf(outline, by, frame);
  const lines = outline.type === "line" ? clipLine(corners, window) : [clipRing(corners, window)];
  for (const line of lines) {
    line.forEach(([x, y], at) => (at === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (outline.type !== "line" && line.length > 0) path.closePath();
  }
}

function cornersOf(outline: Outline, by: number, frame: Frame): [number, number][] {
  if (outline.type === "circle") {
    return Array.from({ length: CIRCLE_CORNERS }, (_, at) => {
      const angle = (at / CIRCLE_CORNERS) * 2 * Math.PI;
      const [x, y] = [
        outline.x + outline.radius * Math.cos(angle),
        outline.y + outline.radius * Math.sin(angle),
      ];
      return [xIn(frame, x + by), yIn(frame, y)];
    });
  }
  return Array.from({ length: outline.path.length / 2 }, (_, at) => [
    xIn(frame, (outline.path[at * 2] ?? 0) + by),
    yIn(frame, outline.path[at * 2 + 1] ?? 0),
  ]);
}
