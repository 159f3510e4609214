/** The cells of a row by the names of their columns, made when they are asked for: most of a large table never are. */
import type { Property } from "../feature";
import type { Header } from "./header";
import { Cell } from "./cell";
import type { Row } from "./rows";

export class RowProperties implements ReadonlyMap<string, Property> {
  readonly #row: Row;
  readonly #header: Header;
  readonly #others: Readonly<Record<string, string>>;
  readonly #label: string | undefined;

  /**
   * @param others columns by the names under which they are known beside their own
   * @param label what faults call the row
   */
  constructor(row: Row, header: Header, others: Readonly<Record<string, string>>, label: string | undefined) {
    this.#row = row;
    this.#header = header;
    this.#others = others;
    this.#label = label;
  }

  get(name: string): Property | undefined {
    const other = Object.hasOwn(this.#others, name) ? this.#others[name] : undefined;
    const index =
      this.#header.indexOf(name) ?? (other === undefined ? undefined : this.#header.indexOf(other));
    return index === undefined ? undefined : this.#at(index);
  }

  has(name: string): boolean {
    return this.#header.has(name) || Object.hasOwn(this.#others, name);
  }

  get size(): number {
    return this.#header.names.filter((name) => name !== "").length;
  }

  forEach(each: (value: Property, key: string, map: ReadonlyMap<string, Property>) => void): void {
    for (const [key, value] of this.#all()) each(value, key, this);
  }

  entries(): MapIterator<[string, Property]> {
    return this.#all().entries();
  }

  keys(): MapIterator<string> {
    return new Map(this.#header.names.filter((name) => name !== "").map((name) => [name, true])).keys();
  }

  values(): MapIterator<Property> {
    return this.#all().values();
  }

  [Symbol.iterator](): MapIterator<[string, Property]> {
    return this.#all().entries();
  }

  #all(): Map<string, Property> {
    return new Map(
      this.#header.names.flatMap((name, index): [string, Property][] =>
        name === "" ? [] : [[name, this.#at(index)]],
      ),
    );
  }

  #at(index: number): Property {
    const cell = new Cell(this.#row, index, this.#header.names[index] ?? "", this.#label);
    return { value: cell.text, place: cell };
  }
}
