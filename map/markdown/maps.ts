/** Blocks of GeoJSON, which GitHub draws as maps. */
import { middleOf } from "../../geometry/geofeature";
import type { PlainGeofeature } from "../../geometry/plain-zone";
import type { Change } from "../../plan/zone-source";
import { featureText, geometryOf, pointGeometry, type Geometry } from "../geojson";
import type { MapZone } from "../model";
import { counted, grouped, wordOf } from "../words";
import { oneLine } from "../one-line";
import { fittingOf } from "./text";

/** Of a circle. More would not be seen on a map of this size. */
const sides = 24;

/** 11 cm. */
const decimals = 6;

/** The changes that have a block of their own; those of settings alone have nothing to draw. */
const drawn: readonly Change[] = ["create", "move", "delete", "drift"];

function titleOf(change: Change, count: number): string {
  const zones = counted(count, change === "same" ? "zone" : `${wordOf(change)} zone`);
  if (change === "move") return `Map of ${zones}, old and new`;
  return `Map of ${zones}${change === "drift" ? ", in the account and declared" : ""}`;
}

/**
 * A block for each change that has shapes, in so many characters at most. What does not fit with its outlines is drawn as
 * points, and what does not fit as points is counted.
 */
export function mapsOf(zones: readonly MapZone[], isPlan: boolean, most: number, where: string): string[] {
  const drawings = (isPlan ? drawn : (["same"] as const))
    .map((change) => drawingOf(change, zones))
    .filter(({ outlines }) => outlines.length > 0);
  const bySize = drawings.toSorted((a, b) => sizeOf(a.outlines) - sizeOf(b.outlines));
  const blocks = new Map<Drawing, string>();
  let left = most;
  // The smallest first: what it leaves of its share is for the larger ones.
  for (const [at, drawing] of bySize.entries()) {
    const block = blockOf(drawing, Math.floor(left / (bySize.length - at)), where);
    left -= block.length;
    blocks.set(drawing, block);
  }
  return drawings.map((drawing) => blocks.get(drawing) ?? "").filter((block) => block !== "");
}

/** The features of a change; each text has those of one zone. */
interface Drawing {
  readonly title: string;
  readonly outlines: readonly string[];
  readonly points: readonly string[];
}

function drawingOf(change: Change, zones: readonly MapZone[]): Drawing {
  const ofChange = zones.filter((zone) => zone.change === change);
  const texts = (geometry: GeometryOf) =>
    ofChange.map((zone) => featuresOf(zone, geometry)).filter((text) => text !== "");
  const outlines = texts(outlineGeometry);
  return { title: titleOf(change, outlines.length), outlines, points: texts(middleGeometry) };
}

type GeometryOf = (geofeature: PlainGeofeature) => Geometry | undefined;

function featuresOf({ label, change, before, after }: MapZone, geometry: GeometryOf): string {
  const isPair = before !== undefined && after !== undefined;
  const texts = (version: string, geofeatures: readonly PlainGeofeature[] = []) =>
    geofeatures.flatMap((geofeature) => {
      const found = geometry(geofeature);
      return found === undefined
        ? []
        : [featureText({ name: oneLine(label), ...(isPair && { version }) }, found)];
    });
  const [old, now] = change === "drift" ? ["in the account", "declared"] : ["old", "new"];
  return [...texts(old, before), ...texts(now, after)].join(",\n");
}

function outlineGeometry(geofeature: PlainGeofeature): Geometry | undefined {
  return geometryOf(geofeature, sides, decimals);
}

function middleGeometry(geofeature: PlainGeofeature): Geometry | undefined {
  const middle = middleOf(geofeature);
  return middle === undefined ? undefined : pointGeometry(middle, decimals);
}

function blockOf({ title, outlines, points }: Drawing, most: number, where: string): string {
  const block = (lines: readonly string[], note: string) =>
    `<details><summary>${title}</summary>\n\n\`\`\`geojson\n` +
    `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n\`\`\`\n${note}\n</details>`;
  const room = (note: string) => most - block([], note).length;
  if (sizeOf(outlines) <= room("")) return block(outlines, "");
  if (sizeOf(points) <= room(asPoints)) return block(points, asPoints);
  const noteOf = (count: number) => `${asPoints}\nAnd ${grouped(count)} more ${where}.\n`;
  const fitting = fittingOf(points.map(lengthOf), room(noteOf(points.length)));
  if (fitting > 0) return block(points.slice(0, fitting), noteOf(points.length - fitting));
  const sentence = `${title}: too large for here; it is ${where}.`;
  return sentence.length <= most ? sentence : "";
}

const asPoints = "\nThe outlines do not fit here, so that points stand for them.\n";

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + lengthOf(text), 0);
}

/** With a comma and a line end. */
function lengthOf({ length }: string): number {
  return length + 2;
}
