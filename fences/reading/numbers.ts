/** A list of numbers without an object for each, of any length. */
export class Numbers {
  #values = new Float64Array(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** Those that were added so far. */
  values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
