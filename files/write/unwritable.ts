/** Finds what a file would not give back as it was, so that nothing is lost without a word. */
import { widthOf } from "../../geometry/box";
import type { DrawnZone, GeofeatureRow, PointRow } from "../zone-row";
import type { ZoneFormat } from "./options";

/** @throws an error with a line for each of the first 100 faults */
export function checkWritable(zones: readonly DrawnZone[], format: ZoneFormat): void {
  const faults: string[] = [];
  const names = new Set<string>();
  for (const zone of zones) {
    const reasons = [...reasonsOf(zone, format)];
    if (names.has(zone.name))
      reasons.push("its name is that of another zone too, and each needs one of its own");
    names.add(zone.name);
    for (const reason of reasons) faults.push(`zone ${JSON.stringify(zone.name)}: ${reason}`);
  }
  if (faults.length === 0) return;
  const shown = faults.slice(0, 100);
  if (faults.length > shown.length) shown.push(`and ${faults.length - shown.length} faults more`);
  throw new Error(shown.join("\n"));
}

function* reasonsOf(zone: DrawnZone, format: ZoneFormat): Generator<string> {
  const { name, geofeatures, tags = [], destinationId } = zone;
  if (geofeatures.length === 0) yield "it has no geofeature, and a file has nothing else to hold it by";
  const texts: [what: string, text: string][] = [
    ["name", name],
    ...geofeatures.map((geofeature): [string, string] => ["geofeature's name", geofeature.name]),
    ...tags.map((tag): [string, string] => ["tag", tag]),
    ...(destinationId === undefined ? [] : [["destinationId", destinationId] satisfies [string, string]]),
  ];
  for (const [what, text] of texts) {
    if (text.trim() !== text || text === "") yield `its ${what} is blank, or begins or ends with a blank`;
    const wrong = format === "geojson" ? undefined : unwritable[format].exec(text);
    if (wrong)
      yield `its ${what} has the character ${codeOf(wrong[0])}, which ${format.toUpperCase()} cannot hold`;
  }
  const others = JSON.stringify(
    [tags, zone.customData, zone.conditions, zone.actions].map((each) => each ?? ""),
  );
  const wrong = format === "kml" ? unwritable.kml.exec(others) : null;
  if (wrong) yield `its text has the character ${codeOf(wrong[0])}, which KML cannot hold`;
  for (const geofeature of geofeatures) {
    const place = `its geofeature ${JSON.stringify(geofeature.name)}`;
    if ("color" in geofeature && geofeature.color !== undefined && !/^#[\da-f]{6}$/i.test(geofeature.color))
      yield `${place} has the color ${JSON.stringify(geofeature.color)}, but must have one such as #429BD5`;
    if (!numbersOf(geofeature).every(Number.isFinite)) yield `${place} has a number that is none`;
    if (geofeature.type !== "boundingBox") continue;
    if (widthOf(geofeature) > 180)
      yield `${place} is wider than 180°, and an outline cannot say which way round it goes`;
    if ([geofeature.northEast, geofeature.southWest].some(({ latitude }) => Math.abs(latitude) === 90))
      yield `${place} reaches a pole, which all longitudes share, and an outline loses its width there`;
  }
}

/** XML has no way to write most control characters. Of the others, a table loses those that end a line or a text. */
const unwritable = {
  // oxlint-disable-next-line no-control-regex -- They are what is looked for.
  kml: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  // oxlint-disable-next-line no-control-regex -- They are what is looked for.
  csv: /[\0\r]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
};

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function numbersOf(geofeature: GeofeatureRow): number[] {
  const both = ({ latitude, longitude }: PointRow) => [latitude, longitude];
  switch (geofeature.type) {
    case "circle":
      return [geofeature.radius, ...both(geofeature.center)];
    case "boundingBox":
      return [...both(geofeature.southWest), ...both(geofeature.northEast)];
    case "polygon":
    case "geoline":
      return geofeature.vertices.flatMap(both);
  }
}
