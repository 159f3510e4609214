/** The fences that a walk goes over, and what a step does to one of them. */
import { crossingOf } from "../../geometry/crossing";
import { isInside } from "../../geometry/inside";
import { exactMetres } from "../../geometry/local-metres";
import { metresTo, metresToEdges } from "../../geometry/near";
import { eastward, type Point } from "../../geometry/point";
import { onSheet, type CircleShape, type Extent } from "../../geometry/shape";
import type { Fence, Ground } from "../ground";
import type { Tree } from "../tree";

/** A fence with its place in the list of all: those of one zone follow each other in the zone's order. */
export interface PlacedFence extends Fence {
  readonly place: number;
}

/** The fences around a phone: it asks the index once for each cell of the ground that it comes to. */
export class Surroundings {
  readonly #fences: readonly PlacedFence[];
  readonly #tree: Tree;
  readonly #cells = new Map<number, readonly PlacedFence[]>();

  constructor({ fences, tree }: Ground) {
    this.#fences = fences.map((fence, place) => ({ ...fence, place }));
    this.#tree = tree;
  }

  /** The fences whose boxes a step may touch, in the order of the list. */
  near(from: Point, to: Point): readonly PlacedFence[] {
    const extent = extentOf(from, to);
    const [west, east] = [cellAt(extent.west), cellAt(extent.east)];
    const [south, north] = [cellAt(extent.south), cellAt(extent.north)];
    if ((east - west + 1) * (north - south + 1) > mostCells) return this.#within(extent);
    if (west === east && south === north) return touched(this.#cell(west, south), from, to);
    const found = new Set<PlacedFence>();
    for (let x = west; x <= east; x += 1)
      for (let y = south; y <= north; y += 1)
        for (const fence of touched(this.#cell(x, y), from, to)) found.add(fence);
    return found.size < 2 ? [...found] : [...found].sort((a, b) => a.place - b.place);
  }

  #cell(x: number, y: number): readonly PlacedFence[] {
    const key = x * cellsAround + y;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    // A track around the earth would fill the memory with cells that it never sees again.
    if (this.#cells.size >= mostKnown) this.#cells.clear();
    const fences = this.#within({
      west: x / cellsADegree - rounding,
      south: y / cellsADegree - rounding,
      east: (x + 1) / cellsADegree + rounding,
      north: (y + 1) / cellsADegree + rounding,
    });
    this.#cells.set(key, fences);
    return fences;
  }

  #within(extent: Extent): PlacedFence[] {
    return this.#tree.within(extent).flatMap((at) => this.#fences[at] ?? []);
  }
}

/** A cell is about a kilometre high. */
const cellsADegree = 100;
const cellsAround = 720 * cellsADegree;

/** A step over more cells asks the index itself. */
const mostCells = 9;

const mostKnown = 50_000;

function cellAt(degrees: number): number {
  return Math.floor(degrees * cellsADegree);
}

const none: readonly PlacedFence[] = [];

function touched(fences: readonly PlacedFence[], from: Point, to: Point): readonly PlacedFence[] {
  if (fences.length === 0) return none;
  return fences.filter(({ shape }) => mayTouch(shape.extent, from, to));
}

/** Beyond the antimeridian where the step goes over it. */
function extentOf(from: Point, to: Point): Extent {
  const toX = from.longitude + eastward(from.longitude, to.longitude);
  return {
    west: Math.min(from.longitude, toX),
    south: Math.min(from.latitude, to.latitude),
    east: Math.max(from.longitude, toX),
    north: Math.max(from.latitude, to.latitude),
  };
}

/** A cheap test that is never false for a box that the step touches. */
function mayTouch({ west, south, east, north }: Extent, from: Point, to: Point): boolean {
  if (Math.max(from.latitude, to.latitude) < south - rounding) return false;
  if (Math.min(from.latitude, to.latitude) > north + rounding) return false;
  const isAcrossSeam = west < -180 || east > 180 || Math.abs(to.longitude - from.longitude) > 180;
  if (isAcrossSeam || Math.abs(from.longitude) > seam || Math.abs(to.longitude) > seam) return true;
  if (Math.max(from.longitude, to.longitude) < west - rounding) return false;
  return Math.min(from.longitude, to.longitude) <= east + rounding;
}

const rounding = 1e-8;

/** Nearer to the antimeridian, 180° and -180° are the same place. */
const seam = 179.9;

export function isIn({ shape }: Fence, { latitude, longitude }: Point): boolean {
  return isInside(shape, longitude, latitude);
}

/**
 * The part of a step, 0 to 1, at which it crosses a geoline or meets an area; undefined if it does not. Of a circle that it
 * meets, about that part.
 */
export function partMeeting({ shape }: Fence, from: Point, to: Point): number | undefined {
  if (shape.kind === "circle") return partMeetingCircle(shape, from, to);
  const { edges, extent } = shape;
  const outline = { kind: "line", edges, extent } as const;
  return crossingOf(outline, from.longitude, from.latitude, to.longitude, to.latitude);
}

function partMeetingCircle(circle: CircleShape, from: Point, to: Point): number | undefined {
  const toX = from.longitude + eastward(from.longitude, to.longitude);
  const step = Float64Array.of(from.longitude, from.latitude, toX, to.latitude);
  const x = onSheet(extentOf(from, to), circle.x);
  if (metresToEdges(step, x, circle.y) > circle.radius) return undefined;
  const before = metresTo(circle, from.longitude, from.latitude);
  const length = exactMetres(from.longitude, from.latitude, to.longitude, to.latitude);
  return length === 0 ? 1 : Math.max(0, Math.min(1, before / length));
}
