/** Reads the numbers of options; commander says the option's name before each message. */
import { InvalidArgumentError } from "commander";

/** 0 or more. */
export function notNegative(text: string): number {
  const number = numberOf(text);
  if (number >= 0) return number;
  throw new InvalidArgumentError("It must be a number, 0 or more.");
}

/** More than 0. */
export function positive(text: string): number {
  const number = numberOf(text);
  if (number > 0) return number;
  throw new InvalidArgumentError("It must be a number above 0.");
}

/** Metres of a radius: Bluedot takes no smaller one. */
export function radius(text: string): number {
  const number = numberOf(text);
  if (number >= 5) return number;
  throw new InvalidArgumentError("It must be a number of metres, 5 or more.");
}

/** The reader of a whole number between two. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Of digits, with a point at most: no sign, no exponent, no other base, no blanks; else NaN. */
function numberOf(text: string): number {
  const number = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : NaN;
}
