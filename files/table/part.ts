/** A piece of a field's text that knows where it stands, so that a fault can point at it. */
import type { Position } from "../fault";
import type { Place } from "../report";

/** One field of a row. */
export interface Field {
  readonly columnName: string;
  readonly text: string;
  /** The position in the file of the character at an index. */
  readonly positionOf: (index: number) => Position;
}

export class Part implements Place {
  /** Without white space around it. */
  readonly text: string;
  readonly #start: number;
  readonly #field: Field;

  /** The part of a field from one index up to another. */
  constructor(field: Field, from = 0, to = field.text.length) {
    const whole = field.text.slice(from, to);
    this.text = whole.trim();
    this.#start = from + (this.text === "" ? 0 : whole.length - whole.trimStart().length);
    this.#field = field;
  }

  get columnName(): string {
    return this.#field.columnName;
  }

  get position(): Position {
    return this.#field.positionOf(this.#start);
  }

  get blank(): boolean {
    return this.text === "";
  }

  /** From one index of this part's text up to another. */
  slice(from: number, to = this.text.length): Part {
    return new Part(this.#field, this.#start + from, this.#start + to);
  }

  /** The parts between separators; a separator at the very end ends the last part and begins none. */
  split(separator: string): Part[] {
    const parts: Part[] = [];
    let from = 0;
    for (const text of this.text.split(separator)) {
      parts.push(this.slice(from, from + text.length));
      from += text.length + separator.length;
    }
    if (parts.length > 1 && parts.at(-1)?.blank) parts.pop();
    return parts;
  }

  /** The parts before and after the first separator. */
  splitOnce(separator: string): [Part, Part | undefined] {
    const at = this.text.indexOf(separator);
    return at < 0 ? [this, undefined] : [this.slice(0, at), this.slice(at + separator.length)];
  }
}
