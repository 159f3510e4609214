/** Writes KML: a placemark for each geofeature, in a folder of its zone where the zone has another name. */
import { plainNumber, textOfSetting, type Drawing, type Position, type WrittenShape } from "./drawing";

export function kmlOf(drawings: readonly Drawing[]): string {
  const colors = new Set(drawings.flatMap(({ color }) => color?.toUpperCase() ?? []));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    "<Document>",
    ...[...colors].map(styleOf),
    ...foldersOf(drawings),
    "</Document>",
    "</kml>\n",
  ].join("\n");
}

function foldersOf(drawings: readonly Drawing[]): string[] {
  const lines: string[] = [];
  let folder: string | undefined;
  for (const drawing of drawings) {
    const wanted = drawing.zone === drawing.name ? folderOfSame(drawing, folder) : drawing.zone;
    if (wanted !== folder) {
      if (folder !== undefined) lines.push("</Folder>");
      if (wanted !== undefined) lines.push("<Folder>", `<name>${escaped(wanted)}</name>`);
      folder = wanted;
    }
    lines.push(placemarkOf(drawing));
  }
  if (folder !== undefined) lines.push("</Folder>");
  return lines;
}

/** A geofeature that has its zone's name stays beside the others of the zone. */
function folderOfSame({ zone }: Drawing, folder: string | undefined): string | undefined {
  return folder === zone ? folder : undefined;
}

function placemarkOf({ zone, name, type, shape, color, settings }: Drawing): string {
  const data: (readonly [name: string, text: string])[] = [
    ...(zone === name ? [] : [["zone", zone] as const]),
    ...(type === "boundingBox" ? [["geofeature", type] as const] : []),
    ...(shape.kind === "point" ? [["radius", plainNumber(shape.radius)] as const] : []),
    // A style has the color, but not how it is spelt.
    ...(color === undefined || color === color.toUpperCase() ? [] : [["color", color] as const]),
    ...settings.map(([setting, value]) => [setting, textOfSetting(value)] as const),
  ];
  const parts = [
    `<name>${escaped(name)}</name>`,
    ...(color === undefined ? [] : [`<styleUrl>${styleId(color)}</styleUrl>`]),
    ...(data.length === 0 ? [] : [`<ExtendedData>${data.map(dataOf).join("")}</ExtendedData>`]),
    geometryOf(shape),
  ];
  return `<Placemark>${parts.join("")}</Placemark>`;
}

function dataOf([name, text]: readonly [name: string, text: string]): string {
  return `<Data name="${name}"><value>${escaped(text)}</value></Data>`;
}

function geometryOf(shape: WrittenShape): string {
  switch (shape.kind) {
    case "point":
      return `<Point>${coordinatesOf([shape.position])}</Point>`;
    case "line":
      return `<LineString><tessellate>1</tessellate>${coordinatesOf(shape.positions)}</LineString>`;
    case "polygon":
      return `<Polygon><outerBoundaryIs><LinearRing>${coordinatesOf(shape.positions)}</LinearRing></outerBoundaryIs></Polygon>`;
  }
}

function coordinatesOf(positions: readonly Position[]): string {
  const texts = positions.map(
    ([longitude, latitude]) => `${plainNumber(longitude)},${plainNumber(latitude)}`,
  );
  return `<coordinates>${texts.join(" ")}</coordinates>`;
}

/** KML has the colors from the back: opacity, blue, green, red. Areas are half transparent, so that the map is seen. */
function styleOf(color: string): string {
  const [, red = "", green = "", blue = ""] = /^#(..)(..)(..)$/.exec(color.toLowerCase()) ?? [];
  const reversed = blue + green + red;
  return (
    `<Style id="${styleId(color).slice(1)}"><LineStyle><color>ff${reversed}</color></LineStyle>` +
    `<PolyStyle><color>80${reversed}</color></PolyStyle></Style>`
  );
}

function styleId(color: string): string {
  return `#color-${color.slice(1).toUpperCase()}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>\r]/g, (character) => entities[character] ?? character);
}

/** A reader takes a carriage return as it stands for the end of a line. */
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
