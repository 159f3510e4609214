/** The random choices of a sample, equal for an equal seed. */

import { randomFrom } from "../random";

/** A list with something in it. */
export type Some<T> = readonly [T, ...T[]];

export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** An integer, both limits included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  from<T>(list: Some<T>): T {
    return inTurn(list, this.between(0, list.length - 1));
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.between(0, 15).toString(16)).join("");
  }

  /** A UUID, version 4. */
  uuid(): string {
    const variant = this.from(["8", "9", "a", "b"]);
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }
}

/** One after the other, and from the beginning again. */
export function inTurn<T>(list: Some<T>, index: number): T {
  return list[index % list.length] ?? list[0];
}
