/** The way from one view to another: out, across and in again (van Wijk and Nuij, "Smooth and efficient zooming", 2003). */
import { nearestCopy } from "./mercator";
import { bounded, scaleOf, type View } from "./view";

export interface Flight {
  readonly milliseconds: number;
  /** The view after a part of the way, from 0 to 1. */
  readonly at: (part: number) => View;
}

const CURVE = Math.SQRT2;
const LONGEST = 900;
/** Windows: a shorter way at one zoom is gone straight. */
const NEAR = 1.2;

export function flightTo(from: View, to: View): Flight {
  const across = { x: nearestCopy(to.x, from.x) - from.x, y: to.y - from.y };
  const distance = Math.hypot(across.x, across.y);
  const [first, last] = [from.width / scaleOf(from), from.width / scaleOf(to)];
  const isNear = Math.abs(to.zoom - from.zoom) < 1e-6 && distance < NEAR * first;
  const { length, reach, width } =
    isNear || distance < 1e-10 ? straight(first, last, distance / first) : curved(first, last, distance);
  return {
    milliseconds: Math.min(LONGEST, Math.abs(length) * 320),
    at: (part) => {
      if (part >= 1) return to;
      const eased = part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2;
      const there = reach(eased);
      const zoom = Math.log2(from.width / width(eased) / 256);
      return bounded({ ...to, x: from.x + across.x * there, y: from.y + across.y * there, zoom });
    },
  };
}

interface Way {
  readonly length: number;
  /** The part of the distance behind, and the width of the window, after a part of the way. */
  readonly reach: (part: number) => number;
  readonly width: (part: number) => number;
}

/** A zoom in place, or a move of so many windows. */
function straight(first: number, last: number, windows: number): Way {
  const ratio = Math.log(last / first);
  return {
    length: Math.max(Math.abs(ratio) / CURVE, windows),
    reach: (part) => part,
    width: (part) => first * Math.exp(part * ratio),
  };
}

function curved(first: number, last: number, distance: number): Way {
  const [squared, fourth] = [CURVE ** 2, CURVE ** 4];
  const begin = -Math.asinh(
    (last ** 2 - first ** 2 + fourth * distance ** 2) / (2 * first * squared * distance),
  );
  const end = -Math.asinh(
    (last ** 2 - first ** 2 - fourth * distance ** 2) / (2 * last * squared * distance),
  );
  const length = (end - begin) / CURVE;
  const at = (part: number): number => CURVE * part * length + begin;
  return {
    length,
    reach: (part) =>
      (first / (squared * distance)) * (Math.cosh(begin) * Math.tanh(at(part)) - Math.sinh(begin)),
    width: (part) => (first * Math.cosh(begin)) / Math.cosh(at(part)),
  };
}
