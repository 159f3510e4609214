/** Draws a source in a format. The command loads this at its first use. */
import { readingIn } from "../../fences/reading/files";
import { readTrack } from "../../fences/track/read";
import { geojsonOf } from "../../map/geojson";
import { htmlOf, type HtmlOptions } from "../../map/html";
import { markdownOf } from "../../map/markdown";
import type { MapModel } from "../../map/model";
import { modelOf } from "../../map/model-of";
import { svgOf } from "../../map/svg";
import { grouped, summaryOf } from "../../map/words";
import { isPlan, type Change, type ZoneSource } from "../../plan/zone-source";
import { readSource } from "../source";
import { warningText } from "../warning";
import { writeWhole } from "../write-whole";
import type { Format } from "./formats";
import { refuseToOverwrite } from "./write";

export interface Drawing {
  /** As `readSource` takes it. */
  readonly source: string;
  readonly format: Format;
  /** A path. Default: the text is printed. */
  readonly out?: string | undefined;
  /** True if a file that is no map may be overwritten. */
  readonly force?: boolean;
  /** The changes to draw. Default: all. */
  readonly only?: readonly Change[] | undefined;
  /** Metres, of points in a file. */
  readonly radius?: number | undefined;
  readonly name?: string | undefined;
  /** A file of points to draw too. */
  readonly points?: string | undefined;
  /** A file of a recorded track to draw too. */
  readonly track?: string | undefined;
  readonly tiles?: HtmlOptions["tiles"];
  readonly print: (text: string) => Promise<void>;
  /** Called with each sentence for the user. */
  readonly onWarning: (sentence: string) => void;
}

/**
 * Reads a source and writes its map.
 *
 * @returns a line that says what was drawn and where: `map.html: 3 created, 12 moved; 2 not drawn`
 * @throws an error if the source cannot be read or has no zones, or the file cannot be written
 */
export async function drawMap(drawing: Drawing): Promise<string> {
  const { source, out, force = false, only, radius, name, points, track, print, onWarning } = drawing;
  // Before the source is read, so that nobody waits for a refusal.
  if (out !== undefined) await refuseToOverwrite(out, force);
  const warn = (sentence: string) => {
    onWarning(warningText(sentence));
  };
  const extras = {
    ...(points !== undefined && { points: pointsIn(points, warn) }),
    ...(track !== undefined && { track: trackIn(track, warn) }),
  };
  const found = await readSource(source, { command: "map", radius, name, onWarning });
  refuseEmpty(found);
  if (only !== undefined && !isPlan(found))
    throw new Error(`${source}: --only is for a plan; of one version, nothing is created, moved or deleted.`);
  const model = modelOf(found, { only, ...extras });
  const text = textOf(model, drawing);
  await (out === undefined ? print(text) : writeWhole(out, text));
  return `${out ?? "standard output"}: ${summaryOf(model, ", ", "; ")}`;
}

function pointsIn(file: string, onWarning: (sentence: string) => void): MapModel["points"] {
  const table = readingIn(process.cwd(), onWarning).points(file, undefined);
  if (table.count > mostPoints)
    throw new Error(
      `${file}: it has ${grouped(table.count)} points; a map shows ${grouped(mostPoints)} at most.`,
    );
  return table.describe([...Array(table.count).keys()]).map((name, at) => ({
    name,
    point: { latitude: table.latitudes[at] ?? 0, longitude: table.longitudes[at] ?? 0 },
  }));
}

/** More make a page of many megabytes, on which nobody could tell them apart. */
const mostPoints = 50_000;

function trackIn(file: string, onWarning: (sentence: string) => void): MapModel["track"] {
  // Only the places are drawn, so that a time without a zone is no fault here.
  const fixes = readTrack(file, { source: "path", timeZone: "UTC", onWarning });
  const stretches = Map.groupBy(fixes, ({ segment }) => segment);
  return [...stretches.values()].map((stretch) => stretch.map(({ point }) => point));
}

/** A map of nothing would look like a plan without changes. */
function refuseEmpty({ name, zones, hidden, notes }: ZoneSource): void {
  if (zones.length > 0 || hidden.length > 0) return;
  throw new Error([`${name}: there are no Bluedot zones in it.`, ...notes].join(" "));
}

function textOf(model: MapModel, { format, tiles }: Drawing): string {
  switch (format) {
    case "html":
      return htmlOf(model, tiles === undefined ? {} : { tiles });
    case "markdown":
      return markdownOf(model);
    case "svg":
      return svgOf(model);
    case "geojson":
      return geojsonOf(model);
  }
}
