/** Whole numbers as short text: a digit of base 32 a character, the last digit of a number from the first half. */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE = 32;
const digits = new Map(Array.from(alphabet).map((letter, digit) => [letter.charCodeAt(0), digit]));

/** Writes whole numbers, either sign, up to 2^52. Small ones are short: -16 to 15 take one character. */
export function encodeNumbers(numbers: Iterable<number>): string {
  let text = "";
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    while (rest >= BASE) {
      text += alphabet.charAt(BASE + (rest % BASE));
      rest = Math.floor(rest / BASE);
    }
    text += alphabet.charAt(rest);
  }
  return text;
}

/** Reads the numbers that `encodeNumbers` wrote, one after the other. */
export class NumberReader {
  private at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  next(): number {
    let value = 0;
    for (let place = 1; ; place *= BASE) {
      const digit = digits.get(this.text.charCodeAt(this.at));
      if (digit === undefined) throw new Error("The numbers of this page are cut off.");
      this.at += 1;
      value += (digit % BASE) * place;
      if (digit < BASE) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
  }
}
