/** Finds the one whose latitude and longitude were swapped among the many of a program, told one after another. */
import { Grid } from "./grid";
import { metresBetween, type Point } from "./point";
import { among, mirrorOf } from "./swap";

/** A thing that is alone where it is, and would be among others with its numbers swapped. */
export interface Swapped {
  readonly label: string;
  readonly place: Point;
  /** Two that it would be among. */
  readonly neighbours: readonly [string, string];
}

/**
 * Two neighbours are asked for, so that the one that is swapped, told first, puts no suspicion on the right ones that
 * come after it. A store that is alone abroad is suspected only if its mirror image is among others. What is within
 * 300 m counts as one with what was told there first, as the door and the car park of a store do, which would be
 * swapped together.
 */
export class SwapWatch {
  readonly #sites = new Grid<Point>(0.005);
  readonly #places = new Grid<Known>(1);
  readonly #company = new Grid<string>(5);
  readonly #lonely = new Grid<Lonely>(1);

  /** Who looks swapped now that this is known as well: it, or some told before it. Each is named once. */
  add(label: string, place: Point): Swapped[] {
    if (this.#isKnown(place)) return [];
    this.#sites.add(place, place);
    const touched = this.#lonelyNear(label, place);
    this.#places.add(place, { label, place });
    this.#company.add(place, label);
    const mirror = mirrorOf(place);
    if (mirror && this.#isAlone(place)) touched.push(this.#addLonely({ label, place }, mirror));
    return touched.flatMap((one) => this.#judge(one));
  }

  #isKnown(place: Point): boolean {
    for (const cell of this.#sites.around(place)) {
      if (cell.some((site) => metresBetween(site, place) <= oneSite)) return true;
    }
    return false;
  }

  /** The lonely ones told before whose mirror image this lies at. */
  #lonelyNear(label: string, place: Point): Lonely[] {
    const near: Lonely[] = [];
    for (const cell of this.#lonely.around(place)) {
      for (const one of cell) {
        if (one.isSettled || metresBetween(one.mirror, place) > among) continue;
        one.there.push(label);
        near.push(one);
      }
    }
    return near;
  }

  #addLonely(known: Known, mirror: Point): Lonely {
    const there: string[] = [];
    for (const cell of this.#places.around(mirror)) {
      for (const { label, place } of cell.slice(0, enough)) {
        if (there.length < needed && metresBetween(mirror, place) <= among) there.push(label);
      }
    }
    const lonely = { ...known, mirror, there, isSettled: false };
    this.#lonely.add(mirror, lonely);
    return lonely;
  }

  #judge(one: Lonely): Swapped[] {
    const [first, second] = one.there;
    if (first === undefined || second === undefined) return [];
    one.isSettled = true;
    return this.#isAlone(one.place)
      ? [{ label: one.label, place: one.place, neighbours: [first, second] }]
      : [];
  }

  /** Whether nothing else is known within 500 km of it. */
  #isAlone(place: Point): boolean {
    let count = 0;
    for (const cell of this.#company.around(place)) count += cell.length;
    return count <= 1;
  }
}

interface Known {
  readonly label: string;
  readonly place: Point;
}

/** One that was alone where it is when it was told. */
interface Lonely extends Known {
  readonly mirror: Point;
  /** Who lies at its mirror image, until there are enough. */
  readonly there: string[];
  isSettled: boolean;
}

const oneSite = 300;

const needed = 2;

/** How many of a cell are looked at: more would find the same, wherever a city has many stores. */
const enough = 64;
