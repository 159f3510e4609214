/** Finds places with swapped coordinates among those of a program, which arrive one by one. */
import { Grid } from "./grid";
import { metresBetween, type Point } from "./point";
import { NEAR, mirrorOf } from "./swap";

/** A place without neighbours that has some with its coordinates swapped. */
export interface Swapped {
  readonly label: string;
  readonly place: Point;
  /** Two neighbours of the swapped place. */
  readonly neighbours: readonly [string, string];
}

/**
 * Two neighbours are required: a swapped place that comes first then casts no suspicion on the correct ones after it. A
 * single store abroad is suspected only if its mirror image is near others. Places within 300 m count as the first of
 * them: the door and the car park of a store would be swapped together.
 */
export class SwapDetector {
  readonly #sites = new Grid<Point>(0.005);
  readonly #places = new Grid<Located>(1);
  readonly #company = new Grid<string>(5);
  readonly #isolated = new Grid<Isolated>(1);

  /** The places that look swapped since this one was added: it, or earlier ones. Each is reported once. */
  add(label: string, place: Point): Swapped[] {
    if (this.#isKnown(place)) return [];
    this.#sites.add(place, place);
    const touched = this.#isolatedNear(label, place);
    this.#places.add(place, { label, place });
    this.#company.add(place, label);
    const mirror = mirrorOf(place);
    if (mirror && this.#isAlone(place)) touched.push(this.#addIsolated({ label, place }, mirror));
    return touched.flatMap((one) => this.#decide(one));
  }

  #isKnown(place: Point): boolean {
    for (const cell of this.#sites.around(place)) {
      if (cell.some((site) => metresBetween(site, place) <= SITE_RADIUS)) return true;
    }
    return false;
  }

  /** The isolated places whose mirror image is near this place. */
  #isolatedNear(label: string, place: Point): Isolated[] {
    const near: Isolated[] = [];
    for (const cell of this.#isolated.around(place)) {
      for (const one of cell) {
        if (one.isSettled || metresBetween(one.mirror, place) > NEAR) continue;
        one.near.push(label);
        near.push(one);
      }
    }
    return near;
  }

  #addIsolated(located: Located, mirror: Point): Isolated {
    const near: string[] = [];
    for (const cell of this.#places.around(mirror)) {
      for (const { label, place } of cell.slice(0, MAX_COMPARED)) {
        if (near.length < REQUIRED_NEIGHBOURS && metresBetween(mirror, place) <= NEAR) near.push(label);
      }
    }
    const isolated = { ...located, mirror, near, isSettled: false };
    this.#isolated.add(mirror, isolated);
    return isolated;
  }

  #decide(one: Isolated): Swapped[] {
    const [first, second] = one.near;
    if (first === undefined || second === undefined) return [];
    one.isSettled = true;
    return this.#isAlone(one.place)
      ? [{ label: one.label, place: one.place, neighbours: [first, second] }]
      : [];
  }

  /** True if no other place is known within 500 km. */
  #isAlone(place: Point): boolean {
    let count = 0;
    for (const cell of this.#company.around(place)) count += cell.length;
    return count <= 1;
  }
}

interface Located {
  readonly label: string;
  readonly place: Point;
}

/** A place that had no neighbours when it was added. */
interface Isolated extends Located {
  readonly mirror: Point;
  /** The labels of places near the mirror image, until there are enough. */
  readonly near: string[];
  isSettled: boolean;
}

const SITE_RADIUS = 300;

const REQUIRED_NEIGHBOURS = 2;

/** The number of places of a cell that are compared: more would give the same result in a city with many stores. */
const MAX_COMPARED = 64;
