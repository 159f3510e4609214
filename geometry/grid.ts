/** A spatial index: finds things near a place in constant time. */
import { radians, type Point } from "./point";

export class Grid<Thing> {
  readonly #cells = new Map<number, Thing[]>();
  readonly #size: number;
  readonly #columns: number;

  /** @param size the side of a cell in degrees, a divisor of 180 */
  constructor(size: number) {
    this.#size = size;
    this.#columns = 360 / size;
  }

  add(place: Point, thing: Thing): void {
    const key = this.#row(place) * this.#columns + this.#column(place);
    const cell = this.#cells.get(key);
    if (cell) cell.push(thing);
    else this.#cells.set(key, [thing]);
  }

  /** The cells around a place: they hold all things nearer than the side of a cell, and some others. */
  *around(place: Point): Generator<Thing[]> {
    const row = this.#row(place);
    const column = this.#column(place);
    const reach = this.#reach(row);
    for (let at = row - 1; at <= row + 1; at++) {
      for (let turn = -reach; turn <= reach && turn < this.#columns - reach; turn++) {
        const wrapped = (column + turn + this.#columns) % this.#columns;
        const cell = this.#cells.get(at * this.#columns + wrapped);
        if (cell) yield cell;
      }
    }
  }

  #row({ latitude }: Point): number {
    return Math.floor((latitude + 90) / this.#size);
  }

  #column({ longitude }: Point): number {
    return Math.floor((longitude + 180) / this.#size) % this.#columns;
  }

  /** The number of cells to either side that are as wide as one is high: it grows towards the poles. */
  #reach(row: number): number {
    const farthest = Math.max(90 - (row - 1) * this.#size, (row + 2) * this.#size - 90);
    const width = Math.cos(radians(Math.min(farthest, 90)));
    return Math.min(Math.ceil(1 / Math.max(width, 1e-9)), Math.floor(this.#columns / 2));
  }
}
