/** Finds the fences around a place without a look at all of them. */
import Flatbush from "flatbush";

import { latitudeReach, longitudeReach } from "../geometry/local-metres";
import { metresTo } from "../geometry/near";
import { near, type Extent, type Shape } from "../geometry/shape";

/**
 * An index over the boxes of shapes, each named by its place in the list. Longitudes are from -180 to 180; a shape across
 * the antimeridian has a box on either side.
 */
export class Tree {
  readonly #shapes: readonly Shape[];
  readonly #index: Flatbush | undefined;
  /** The shape of each box. */
  readonly #owners: Uint32Array;

  /** @param metres around each shape that belong to its box */
  constructor(shapes: readonly Shape[], metres = 0) {
    this.#shapes = shapes;
    const boxes = shapes.flatMap(({ extent }, shape) =>
      boxesOf(metres > 0 ? widened(extent, metres) : extent).map((box) => ({ box, shape })),
    );
    this.#owners = Uint32Array.from(boxes, ({ shape }) => shape);
    if (boxes.length === 0) return;
    this.#index = new Flatbush(boxes.length);
    for (const { box } of boxes) this.#index.add(box.west, box.south, box.east, box.north);
    this.#index.finish();
  }

  /** The shapes whose box holds a place, in the order of the list. */
  around(longitude: number, latitude: number): number[] {
    return this.within({ west: longitude, south: latitude, east: longitude, north: latitude });
  }

  /** The shapes whose box touches another, in the order of the list. It may go beyond the antimeridian. */
  within(extent: Extent): number[] {
    const boxes = boxesOf(extent);
    const found: number[] = [];
    for (const { west, south, east, north } of boxes) {
      for (const box of this.#index?.search(west, south, east, north) ?? [])
        found.push(this.#owners[box] ?? 0);
    }
    found.sort((a, b) => a - b);
    const isOnce = boxes.length === 1 && this.#owners.length === this.#shapes.length;
    return isOnce ? found : found.filter((shape, at) => shape !== found[at - 1]);
  }

  /** True if a shape whose box holds the place is accepted. Nothing is allocated: it is asked for a million places. */
  some(longitude: number, latitude: number, accepts: (shape: number) => boolean): boolean {
    return (
      this.#index?.collides(longitude, latitude, longitude, latitude, (box) =>
        accepts(this.#owners[box] ?? 0),
      ) === true
    );
  }

  /** The shape nearest to a place, among those that are accepted, with its distance; undefined if none is. */
  nearest(
    longitude: number,
    latitude: number,
    accepts: (shape: number) => boolean = () => true,
  ): { shape: number; metres: number } | undefined {
    const [box] =
      this.#index?.neighbors(longitude, latitude, 1, Infinity, (each) => accepts(this.#owners[each] ?? 0)) ??
      [];
    if (box === undefined) return undefined;
    // The nearest in degrees is seldom the nearest in metres, but nothing farther than it is.
    let best = this.#measured(this.#owners[box] ?? 0, longitude, latitude);
    for (const shape of this.within(extentAround(longitude, latitude, Math.max(0, best.metres)))) {
      if (!accepts(shape)) continue;
      const measured = this.#measured(shape, longitude, latitude);
      if (measured.metres < best.metres) best = measured;
    }
    return best;
  }

  #measured(shape: number, longitude: number, latitude: number): { shape: number; metres: number } {
    const found = this.#shapes[shape];
    return { shape, metres: found === undefined ? Infinity : metresTo(found, longitude, latitude) };
  }
}

/** The box of all places within so many metres of a place. */
function extentAround(longitude: number, latitude: number, metres: number): Extent {
  const extent = { west: longitude, south: latitude, east: longitude, north: latitude };
  return widened(extent, metres);
}

/** The box of all places within so many metres of another box. */
export function widened({ west, south, east, north }: Extent, metres: number): Extent {
  const up = latitudeReach(metres);
  const aside = longitudeReach(Math.max(Math.abs(south), Math.abs(north)), metres);
  return { west: west - aside, south: south - up, east: east + aside, north: north + up };
}

/** Far less than a phone knows, and more than a rounding: a place on the antimeridian is at 180 and at -180. */
const seam = 1e-9;

/** The parts of a box on the sheet from -180 to 180. */
function boxesOf({ west, south, east, north }: Extent): Extent[] {
  if (east - west >= 360) return [{ west: -180, south, east: 180, north }];
  const shift = near(0, west) - west;
  const [from, to] = [west + shift - seam, east + shift + seam];
  if (from >= -180 && to <= 180) return [{ west: from, south, east: to, north }];
  return [-360, 0, 360].flatMap((turn) => {
    const box = { west: Math.max(-180, from + turn), south, east: Math.min(180, to + turn), north };
    return box.west <= box.east ? [box] : [];
  });
}
