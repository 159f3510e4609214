/** The cost of files, walks and maps: `programs/maps.ts` and the command in processes of their own, the page in a browser. */
import { execFile } from "node:child_process";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { writeZones } from "pulumi-bluedot/files";

import { findBrowser, launchBrowser } from "../tests/acceptance/browser";
import { noteFirstPicture, slowestZoom } from "../tests/acceptance/page-timings";
import { inFolder, measured, named } from "./process";
import { network } from "./programs/network";
import { growth, units, type Row } from "./row";

const run = promisify(execFile);
const command = join(__dirname, "../dist/cli/main.js");

/** Times in milliseconds, sizes in bytes; `picture` and `zoom` are 0 where there is no browser. */
export async function mapFigures(): Promise<Record<string, number>> {
  return await inFolder(async (folder) => {
    const [many, few, page] = [join(folder, "many.kml"), join(folder, "few.kml"), join(folder, "map.html")];
    await writeFile(many, writeZones(placemarks(10_000), "kml"));
    await writeFile(few, writeZones(placemarks(1_000), "kml"));
    const geojson = join(folder, "zones.geojson");
    await writeFile(geojson, writeZones(network(10_000), "geojson"));
    const measure = (...args: string[]) => measured(folder, "maps", args);
    const start = performance.now();
    await run(process.execPath, [command, "map", geojson, "--out", page]);
    const drawing = performance.now() - start;
    return {
      ...named("kml", await measure("kml", many)),
      ...named("fewer kml", await measure("kml", few)),
      ...named("xml", await measure("xml", many)),
      ...named("walk", await measure("walk", "10000", "1000000")),
      ...named("shorter walk", await measure("walk", "10000", "100000")),
      drawing,
      page: (await stat(page)).size,
      ...(await inBrowser(page)),
    };
  });
}

/** One polygon each. */
function placemarks(count: number) {
  return network(2 * count).flatMap(({ name, geofeatures }) => {
    const polygon = geofeatures.find(({ type }) => type === "polygon");
    return polygon === undefined ? [] : [{ name, geofeatures: [polygon] }];
  });
}

async function inBrowser(file: string): Promise<{ picture: number; zoom: number }> {
  const executable = findBrowser();
  if (executable === undefined) return { picture: 0, zoom: 0 };
  const browser = await launchBrowser(executable);
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(noteFirstPicture);
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction("window.firstPicture > 0");
    const picture = Number(await page.evaluate("window.firstPicture"));
    await page.evaluate("document.querySelector('input[data-change=same]')?.click()");
    return { picture, zoom: Number(await page.evaluate(slowestZoom)) };
  } finally {
    await browser.close();
  }
}

/** Of a round that has measured `maps`. */
export const mapRows: readonly Row[] = [
  {
    what: "reading of a KML of 10,000 placemarks, 12 vertices each",
    figure: (of) => of("maps", "kml"),
    unit: "time",
    atMost: 600,
    from: (of) => `saxes alone: ${units.time(of("maps", "xml"))}`,
  },
  growth("that, against 1,000 placemarks", "maps", "kml", "fewer kml"),
  {
    what: "a walk of 1,000,000 fixes over 15,000 fences",
    figure: (of) => of("maps", "walk"),
    unit: "time",
    atMost: 3_000,
  },
  growth("that, against 100,000 fixes", "maps", "walk", "shorter walk"),
  {
    what: "`map` of a GeoJSON of 10,000 zones, the whole command",
    figure: (of) => of("maps", "drawing"),
    unit: "time",
    atMost: 1_500,
  },
  { what: "its page", figure: (of) => of("maps", "page"), unit: "bytes", atMost: 2e6 },
  {
    what: "its first picture in headless Chromium, drawn in software",
    figure: (of) => of("maps", "picture"),
    unit: "time",
    atMost: 1_500,
  },
  {
    what: "the slowest of 14 zooms of it, with all zones",
    figure: (of) => of("maps", "zoom"),
    unit: "time",
    atMost: 150,
  },
];
