/** The base map as text: rings of land and lines of borders, in steps of 0.02°. Tools write it, the page reads it. */
import { encodeNumbers, NumberReader } from "./numbers";

/** Longitude first, as in GeoJSON. */
type Line = readonly (readonly [longitude: number, latitude: number])[];

export interface BaseMap {
  readonly land: readonly Line[];
  readonly borders: readonly Line[];
}

const STEPS = 50;

export function encodeBaseMap({ land, borders }: BaseMap): string {
  return encodeNumbers([land, borders].flatMap((lines) => [lines.length, ...lines.flatMap(numbersOf)]));
}

export function decodeBaseMap(text: string): BaseMap {
  const numbers = new NumberReader(text);
  const line = (): Line => {
    let [longitude, latitude] = [0, 0];
    return Array.from({ length: numbers.next() }, () => {
      longitude += numbers.next();
      latitude += numbers.next();
      return [longitude / STEPS, latitude / STEPS] as const;
    });
  };
  const lines = (): Line[] => Array.from({ length: numbers.next() }, line);
  return { land: lines(), borders: lines() };
}

function numbersOf(line: Line): number[] {
  let before: readonly [number, number] = [0, 0];
  const steps: number[] = [];
  for (const [longitude, latitude] of line) {
    const here = [Math.round(longitude * STEPS), Math.round(latitude * STEPS)] as const;
    const isRepeated = steps.length > 0 && here[0] === before[0] && here[1] === before[1];
    if (!isRepeated) steps.push(here[0] - before[0], here[1] - before[1]);
    before = here;
  }
  return [steps.length / 2, ...steps];
}
