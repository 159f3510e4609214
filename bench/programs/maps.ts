/**
 * Files, walks and maps of a made-up network: `kml <file>` reads zones, `xml <file>` parses the same file and no more,
 * `walk <zones> <fixes>` follows a track with a fix a second. Each prints its milliseconds and its highest memory.
 */
import { readFileSync } from "node:fs";

import { fencesOf } from "pulumi-bluedot/fences";
import { readZones } from "pulumi-bluedot/files";
import { SaxesParser } from "saxes";

import { network, peak, randomFrom } from "./network";

const [kind, first = "", second = ""] = process.argv.slice(2);
const work = kind === "kml" ? readKml() : kind === "xml" ? parseXml() : followTrack();
const start = performance.now();
const found = work();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, peak: peak(), found }));

function readKml(): () => number {
  return () => readZones(first, { minimumRetriggerTime: 3600 }).length;
}

function parseXml(): () => number {
  return () => {
    let elements = 0;
    const parser = new SaxesParser();
    parser.on("opentag", () => (elements += 1));
    parser.write(readFileSync(first, "utf8")).close();
    return elements;
  };
}

function followTrack(): () => number {
  const zones = network(Number(first));
  const random = randomFrom(1);
  let [latitude, longitude] = [30, -100];
  const fixes = Array.from({ length: Number(second) }, (_, at) => {
    // Some 25 m a second, back and forth across the network.
    latitude += (random() - 0.4) * 4e-4;
    longitude += (random() - 0.4) * 4e-4;
    if (latitude > 50) latitude = 30;
    if (longitude > -80) longitude = -100;
    return { time: Date.UTC(2026, 10, 30) + at * 1000, point: { latitude, longitude }, segment: 0 };
  });
  return () => fencesOf(zones).walk(fixes).events.length;
}
