/**
 * Fences of a made-up network, as dense whatever their number: `points <zones> <file>` judges which points of a file no zone
 * covers; `pairs <zones>` finds what overlaps and what is nearer than 500 m; `index <zones>` does what no index of boxes
 * can do without: it builds one and finds the boxes that touch. Each prints its milliseconds and its highest memory.
 */
import { readFileSync } from "node:fs";

import Flatbush from "flatbush";
import { checkFences, fencesOf, type PlainZone } from "pulumi-bluedot/fences";

const [kind, count = "", file = ""] = process.argv.slice(2);
const work = kind === "points" ? judgePoints : kind === "pairs" ? findPairs : findBoxes;
const zones = network(Number(count));
const start = performance.now();
const found = work();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, peak: peak(), found }));

function judgePoints(): number {
  return checkFences(zones, { covers: [{ points: file }] })[0]?.count ?? 0;
}

function findPairs(): number {
  const fences = fencesOf(zones);
  return fences.overlaps().length + fences.apart(500).length;
}

function findBoxes(): number {
  const boxes = zones.flatMap(({ geofeatures }) =>
    geofeatures.flatMap((geofeature) => {
      if (geofeature.type !== "circle") return [];
      const { latitude, longitude } = geofeature.center;
      return [[longitude - 0.01, latitude - 0.01, longitude + 0.01, latitude + 0.01] as const];
    }),
  );
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return boxes.reduce((sum, box) => sum + index.search(...box).length, 0);
}

/** Two of three fences are circles, the third is a polygon of 12 vertices beside every other circle. */
function network(length: number): PlainZone[] {
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
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In bytes. The peak of getrusage includes the memory of the process that started this one. */
function peak(): number {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}
