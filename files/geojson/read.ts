/** Reads the features of a GeoJSON file: one object, or one on each line. */
import { isCorrection, sentenceOf, type Finding } from "../../geojson/finding";
import { below, formatPath, type Place as JsonPlace } from "../../geojson/place";
import { pointsOf, type Axes } from "../../geojson/positions";
import { ShapeReader, type Feature as JsonFeature, type Shape } from "../../geojson/shapes";
import { parseText } from "../../geojson/text";
import { isObject } from "../../provider/json";
import { inspectValue } from "../../provider/program/usage-error";
import type { DrawnShape, Feature, Property } from "../feature";
import { areFew } from "../limits";
import { positionsIn } from "../position";
import type { Place, Report } from "../report";
import { conversionCommand } from "../unreadable";
import { notGeoJson } from "./not-geojson";

/**
 * @param text with lines that end with `\n`
 * @param file as the user named it
 */
export function readGeoJson(text: string, file: string, axes: Axes, report: Report): Feature[] {
  const source = parse(text, report);
  if (source === undefined) return [];
  const reason = notGeoJson(source, file);
  if (reason !== undefined) {
    report.fault({}, reason);
    return [];
  }
  const whole = Array.isArray(source) ? { type: "FeatureCollection", features: source } : source;
  const count = isObject(whole) && Array.isArray(whole["features"]) ? whole["features"].length : 1;
  return areFew(count, "features", report) ? featuresOf(whole, file, axes, report) : [];
}

function parse(text: string, report: Report): unknown {
  const result = parseText(text);
  switch (result.kind) {
    case "value":
      return result.value;
    case "wrong line":
      for (const { line, reason } of [result, ...result.more]) {
        report.fault(
          { position: { line, column: columnIn(reason) } },
          "this line is no JSON, but must be an object as the lines before it are",
        );
      }
      return undefined;
    case "no JSON": {
      const [, index] = /at position (\d+)/.exec(result.reason) ?? [];
      const position = positionsIn(text)(index === undefined ? text.length : Number(index));
      report.fault({ position }, "this is no JSON; the file may be cut off, or edited by hand");
      return undefined;
    }
  }
}

/** The column that the reason of JSON.parse names, for a text of one line. */
function columnIn(reason: string): number {
  const [, index] = /at position (\d+)/.exec(reason) ?? [];
  return index === undefined ? 1 : Number(index) + 1;
}

/** A feature whose shapes are being read. */
interface Growing extends Feature {
  readonly properties: Map<string, Property>;
  readonly shapes: DrawnShape[];
}

function featuresOf(whole: unknown, file: string, axes: Axes, report: Report): Feature[] {
  const features: Growing[] = [];
  const seen = new Set<Finding["kind"]>();
  const found = (finding: Finding) => {
    // A crs in metres has coordinates in metres: one cause, and one fault.
    if (finding.kind !== "metres" || !seen.has("other datum")) addFinding(finding, file, report);
    seen.add(finding.kind);
  };
  const current = (): Growing => {
    const last = features.at(-1);
    if (last !== undefined) return last;
    const made = growing({ index: 0, id: undefined, properties: {}, place: { path: "" } });
    features.push(made);
    return made;
  };
  new ShapeReader(
    {
      found,
      nameOf: () => undefined,
      begin: (feature) => {
        features.push(growing(feature));
      },
      shape: (shape) => {
        const drawn = drawnShape(shape, axes, found);
        if (drawn !== undefined) current().shapes.push(drawn);
        if (shape.kind === "line" && shape.radius !== undefined)
          report.warnOnce(
            "corridor",
            placeAt(shape.place),
            `its radius ${inspectValue(shape.radius)}, as TomTom has it for a corridor, is left out: a geoline has no width`,
          );
      },
    },
    axes,
  ).read(whole, { path: "" });
  return features.filter(({ shapes }) => shapes.length > 0);
}

function growing({ id, properties, place }: JsonFeature): Growing {
  const entries = Object.entries(properties).map(([name, value]): [string, Property] => [
    name,
    { value, place: placeAt(below(place, `properties.${name}`)) },
  ]);
  const byName = new Map(entries);
  // Some files have no other name of a feature than its id, which stands beside its properties.
  if (id !== undefined && id !== null && !byName.has("id"))
    byName.set("id", { value: id, place: placeAt(below(place, "id")) });
  return { folders: [], properties: byName, shapes: [], place: placeAt(place) };
}

function drawnShape(shape: Shape, axes: Axes, found: (finding: Finding) => void): DrawnShape | undefined {
  const place = placeAt(shape.place);
  if (shape.kind === "line") return { kind: "line", points: shape.points, place };
  if (shape.kind === "point") {
    const { point, radius } = shape;
    return { kind: "point", point, place, ...(radius !== undefined && { radius: { value: radius, place } }) };
  }
  const holes = shape.holes.map((hole, at) => pointsOf(hole, below(shape.place, `[${at + 1}]`), found, axes));
  const sound = holes.filter((hole) => hole !== undefined);
  return sound.length < holes.length
    ? undefined
    : { kind: "polygon", outline: shape.outline, holes: sound, place };
}

function placeAt(place: JsonPlace): Place {
  return place.feature === undefined && place.path === "" ? {} : { path: formatPath(place) };
}

/** A fault that all of a file has is reported once. */
const once = new Set<Finding["kind"]>(["metres", "swapped", "other datum"]);

function addFinding(finding: Finding, file: string, report: Report): void {
  const place = placeAt(finding.place);
  const advice = adviceOn(finding.kind, file, report);
  const sentence = sentenceOf(finding, "it") + advice;
  if (isCorrection(finding)) report.warnOnce(finding.kind, place, sentence);
  else if (once.has(finding.kind)) report.faultOnce(finding.kind, place, sentence);
  else report.fault(place, sentence);
}

function adviceOn(kind: Finding["kind"], file: string, report: Report): string {
  if (kind === "swapped")
    return report.advise("axes", "lat,lng", (option) => `, and ${option} reads a file that has not`);
  if (kind === "other datum") return `: ${conversionCommand(file)}`;
  return kind === "metres" ? `: ${conversionCommand(file)}, with -s_srs and the code of the projection` : "";
}
