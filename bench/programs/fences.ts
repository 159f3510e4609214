/**
 * Fences of a made-up network, as dense whatever their number: `points <zones> <file>` judges which points of a file no zone
 * covers; `pairs <zones>` finds what overlaps and what is nearer than 500 m; `index <zones>` does what no index of boxes
 * can do without: it builds one and finds the boxes that touch. Each prints its milliseconds and its highest memory.
 */
import Flatbush from "flatbush";
import { checkFences, fencesOf } from "pulumi-bluedot/fences";

import { network, peak } from "./network";

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
