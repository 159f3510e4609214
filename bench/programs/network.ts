/** A made-up network of zones, as dense whatever their number, and the memory of the process that judges it. */
import { readFileSync } from "node:fs";

import type { DrawnZone } from "pulumi-bluedot/files";

/** Two of three fences are circles, the third is a polygon of 12 vertices beside every other circle. */
export function network(length: number): DrawnZone[] {
  const random = randomFrom(length);
  const side = Math.sqrt(length / 10_000) * 20;
  const place = () => ({ latitude: 30 + random() * side, longitude: -100 + random() * side });
  return Array.from({ length }, (_, at) => {
    const center = place();
    const circle = { type: "circle", name: "door", center, radius: 100 + random() * 900 } as const;
    const polygon = { type: "polygon", name: "ground", vertices: ring(place()) } as const;
    return { name: `zone ${at}`, geofeatures: at % 2 === 0 ? [circle] : [circle, polygon] };
  });
}

function ring({ latitude, longitude }: { latitude: number; longitude: number }) {
  return Array.from({ length: 12 }, (_, at) => ({
    latitude: latitude + 0.01 * Math.sin((at * Math.PI) / 6),
    longitude: longitude + 0.01 * Math.cos((at * Math.PI) / 6),
  }));
}

/** The same numbers for the same seed, from 0 to less than 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In bytes. The peak of getrusage includes the memory of the process that started this one. */
export function peak(): number {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}
