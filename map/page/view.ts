/** The part of the world in the window: a place in the middle, a zoom, and a size in pixels. All functions are pure. */
import { nearestCopy } from "./mercator";
import type { Box } from "./outline";

export interface View {
  /** The middle, in the square of Web Mercator; x may lie in any copy of the world. */
  readonly x: number;
  readonly y: number;
  /** At 0 the world is 256 pixels wide; one more doubles it. */
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

const TILE = 256;
const MAXIMUM_ZOOM = 21;
/** A single small fence is shown with its streets around it. */
const MAXIMUM_FITTED_ZOOM = 16.5;

/** Pixels of the world's width. */
export function scaleOf({ zoom }: View): number {
  return TILE * 2 ** zoom;
}

export function toScreen(view: View, x: number, y: number): { x: number; y: number } {
  const scale = scaleOf(view);
  return { x: (x - view.x) * scale + view.width / 2, y: (y - view.y) * scale + view.height / 2 };
}

export function toWorld(view: View, x: number, y: number): { x: number; y: number } {
  const scale = scaleOf(view);
  return { x: view.x + (x - view.width / 2) / scale, y: view.y + (y - view.height / 2) / scale };
}

/** The part of the world in the window, with a margin in pixels. */
export function boxOf(view: View, margin = 0): Box {
  const scale = scaleOf(view);
  const [width, height] = [(view.width / 2 + margin) / scale, (view.height / 2 + margin) / scale];
  return { west: view.x - width, north: view.y - height, east: view.x + width, south: view.y + height };
}

export function panned(view: View, right: number, down: number): View {
  const scale = scaleOf(view);
  return bounded({ ...view, x: view.x + right / scale, y: view.y + down / scale });
}

/** Zooms by so many levels; the place at that pixel stays where it is. */
export function zoomedAt(view: View, by: number, x: number, y: number): View {
  const place = toWorld(view, x, y);
  const zoomed = bounded({ ...view, zoom: view.zoom + by });
  const after = toWorld(zoomed, x, y);
  return bounded({ ...zoomed, x: zoomed.x + place.x - after.x, y: zoomed.y + place.y - after.y });
}

export function resized(view: View, width: number, height: number): View {
  return bounded({ ...view, width, height });
}

/** Pixels of the window that are no place for what is shown. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The nearest view that shows a box whole between margins. */
export function fitted(view: View, box: Box, margins: Margins, maximumZoom = MAXIMUM_FITTED_ZOOM): View {
  const { left, right, top, bottom } = margins;
  const free = {
    width: Math.max(32, view.width - left - right),
    height: Math.max(32, view.height - top - bottom),
  };
  const [width, height] = [Math.max(box.east - box.west, 1e-12), Math.max(box.south - box.north, 1e-12)];
  const zoom = Math.min(
    Math.log2(free.width / width / TILE),
    Math.log2(free.height / height / TILE),
    maximumZoom,
  );
  const x = nearestCopy((box.west + box.east) / 2, view.x);
  const there = bounded({ ...view, x, y: (box.north + box.south) / 2, zoom });
  return panned(there, (right - left) / 2, (bottom - top) / 2);
}

/** Keeps the world at least as wide as the window, and the window on the world. */
export function bounded(view: View): View {
  const least = Math.max(0, Math.log2(view.width / TILE));
  const zoom = Math.min(MAXIMUM_ZOOM, Math.max(least, view.zoom));
  const half = Math.min(0.5, view.height / 2 / (TILE * 2 ** zoom));
  const y = Math.min(1 - half, Math.max(half, view.y));
  return { ...view, x: view.x - Math.floor(view.x), y, zoom };
}

/** By how many worlds a box is shifted to stand in a window: 0 for most; none where it is outside. */
export function copiesIn(window: Box, box: Box): number[] {
  if (box.south < window.north || box.north > window.south) return [];
  const copies: number[] = [];
  const last = Math.floor(window.east - box.west);
  for (let by = Math.ceil(window.west - box.east); by <= last; by += 1) copies.push(by);
  return copies;
}
