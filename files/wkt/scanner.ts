/** Reads the tokens of a WKT text, and knows where it stands. */

import { numberIn } from "../number";

/** Thrown where the text is no WKT; nothing after it can be understood. */
export class WktFault extends Error {
  readonly index: number;

  constructor(index: number, message: string) {
    super(message);
    this.index = index;
  }
}

export class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The index of the next token. */
  get index(): number {
    this.#skipBlanks();
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.index >= this.#text.length;
  }

  /** Passes a character if it is next. */
  accept(character: string): boolean {
    if (this.#text[this.index] !== character) return false;
    this.#at += 1;
    return true;
  }

  expect(character: string, what: string): void {
    if (!this.accept(character)) throw this.fault(`${what} is missing before ${this.#next()}`);
  }

  /** A word in capitals; undefined if something else is next. */
  word(): string | undefined {
    return this.#match(/[a-z]+/iy)?.toUpperCase();
  }

  /** True if a number is next. */
  get isAtNumber(): boolean {
    return /[-+.\d]/.test(this.#text[this.index] ?? "");
  }

  number(): number {
    const index = this.index;
    const token = this.#match(/[^\s,()]+/y) ?? "";
    const value = numberIn(token);
    if (value !== undefined) return value;
    this.#at = index;
    throw this.fault(`${this.#next()} must be a number`);
  }

  /** `SRID=4326;` of EWKT. */
  srid(): string | undefined {
    return /\d+/.exec(this.#match(/SRID\s*=\s*\d+\s*;/iy) ?? "")?.[0];
  }

  fault(message: string): WktFault {
    return new WktFault(this.index, message);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.index;
    const token = pattern.exec(this.#text)?.[0];
    this.#at += token?.length ?? 0;
    return token;
  }

  #next(): string {
    const rest = this.#text.slice(this.index);
    if (rest === "") return "the end";
    return JSON.stringify(/^[^\s,()]{1,30}/.exec(rest)?.[0] ?? rest[0]);
  }

  #skipBlanks(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }
}
