/** Writes CSV, one row for each geofeature: circles in columns of their own, all else in WKT. */
import {
  plainNumber,
  settingNames,
  textOfSetting,
  type Drawing,
  type Position,
  type WrittenShape,
} from "./drawing";

const shapeColumns = [
  "zone",
  "name",
  "geofeature",
  "latitude",
  "longitude",
  "radius",
  "wkt",
  "color",
] as const;

export function csvOf(drawings: readonly Drawing[]): string {
  const rows = drawings.map((drawing) => {
    const cells = new Map<string, string>([
      ["zone", drawing.zone],
      ["name", drawing.name],
      ["geofeature", drawing.type],
      ...cellsOf(drawing.shape),
      ["color", drawing.color ?? ""],
      ...drawing.settings.map(([name, value]) => [name, textOfSetting(value)] as const),
    ]);
    return [...shapeColumns, ...settingNames].map((column) => quoted(cells.get(column) ?? ""));
  });
  return `${[[...shapeColumns, ...settingNames], ...rows].map((row) => row.join(",")).join("\n")}\n`;
}

function cellsOf(shape: WrittenShape): (readonly [string, string])[] {
  switch (shape.kind) {
    case "point": {
      const [longitude, latitude] = shape.position;
      return [
        ["latitude", plainNumber(latitude)],
        ["longitude", plainNumber(longitude)],
        ["radius", plainNumber(shape.radius)],
      ];
    }
    case "line":
      return [["wkt", `LINESTRING (${listOf(shape.positions)})`]];
    case "polygon":
      return [["wkt", `POLYGON ((${listOf(shape.positions)}))`]];
  }
}

function listOf(positions: readonly Position[]): string {
  return positions
    .map(([longitude, latitude]) => `${plainNumber(longitude)} ${plainNumber(latitude)}`)
    .join(", ");
}

/** Also quoted where a reader may take another separator than the comma. */
function quoted(text: string): string {
  return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
