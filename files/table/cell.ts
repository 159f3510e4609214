/** A cell of a row, which knows where it stands once it is asked: few cells are ever shown. */
import type { Position } from "../fault";
import type { Place } from "../report";
import { Part } from "./part";
import type { Row } from "./rows";

export class Cell implements Place {
  /** Without blanks around it. */
  readonly text: string;
  readonly columnName: string;
  readonly #row: Row;
  readonly #index: number;
  readonly #label: string | undefined;

  /** @param label what faults call the row */
  constructor(row: Row, index: number, columnName: string, label: string | undefined) {
    this.text = (row.texts[index] ?? "").trim();
    this.columnName = columnName;
    this.#row = row;
    this.#index = index;
    this.#label = label;
  }

  get position(): Position {
    return this.part.position;
  }

  get path(): string | undefined {
    return this.#label === undefined ? undefined : JSON.stringify(this.#label);
  }

  get part(): Part {
    return new Part(this.#row.field(this.#index, this.columnName));
  }

  /** The place of a character of the text. */
  placeAt(index: number): Place {
    const { path, columnName } = this;
    const { position } = this.part.slice(index);
    return { position, columnName, ...(path !== undefined && { path }) };
  }
}
