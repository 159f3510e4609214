/** The shape and the properties of each geofeature, which all formats write. */
import type { DrawnZone, GeofeatureRow, PointRow } from "../zone-row";
import { circleOutline } from "./circle-outline";
import type { WriteZonesOptions } from "./options";

/** Longitude and latitude. */
export type Position = readonly [longitude: number, latitude: number];

export type WrittenShape =
  | { readonly kind: "point"; readonly position: Position; readonly radius: number }
  | { readonly kind: "line"; readonly positions: readonly Position[] }
  /** The last position repeats the first. */
  | { readonly kind: "polygon"; readonly positions: readonly Position[] };

/** A geofeature of a zone. */
export interface Drawing {
  readonly zone: string;
  /** The geofeature's name. */
  readonly name: string;
  readonly type: GeofeatureRow["type"];
  readonly shape: WrittenShape;
  readonly color?: string;
  /** The zone's settings, by the names of a Zone's arguments, in a fixed order. */
  readonly settings: readonly Setting[];
}

export type Setting = readonly [name: string, value: string | number | boolean | object];

export function drawingsOf(zones: readonly DrawnZone[], options: WriteZonesOptions): Drawing[] {
  return zones.flatMap((zone) => {
    const settings = settingsOf(zone);
    return zone.geofeatures.map((geofeature) => ({
      zone: zone.name,
      name: geofeature.name,
      type: geofeature.type,
      shape: shapeOf(geofeature, options),
      ...(geofeature.type !== "geoline" && geofeature.color !== undefined && { color: geofeature.color }),
      settings,
    }));
  });
}

/** The setting names in the order of a file's columns. */
export const settingNames = [
  "minimumRetriggerTime",
  "triggerOnExit",
  "tags",
  "customData",
  "conditions",
  "actions",
  "destinationId",
] as const satisfies readonly (keyof DrawnZone)[];

function settingsOf(zone: DrawnZone): Setting[] {
  return settingNames.flatMap((name): Setting[] => {
    const value = zone[name];
    return value === undefined ? [] : [[name, value]];
  });
}

/** A number as text without an exponent, which not all readers know; of the shortest text that is this number. */
export function plainNumber(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", part = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (whole === "") return text;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

/** The text of a setting where a format has nothing but text. */
export function textOfSetting(value: Setting[1]): string {
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "number" ? plainNumber(value) : String(value);
}

function shapeOf(geofeature: GeofeatureRow, { decimals, circles }: WriteZonesOptions): WrittenShape {
  const position = ({ longitude, latitude }: PointRow): Position => [
    rounded(longitude, decimals),
    rounded(latitude, decimals),
  ];
  const ring = (points: readonly PointRow[]): WrittenShape => ({
    kind: "polygon",
    positions: [...points, ...points.slice(0, 1)].map(position),
  });
  switch (geofeature.type) {
    case "circle": {
      const { center, radius } = geofeature;
      return circles === "polygon"
        ? ring(circleOutline(center, radius))
        : { kind: "point", position: position(center), radius };
    }
    case "boundingBox": {
      const { southWest, northEast } = geofeature;
      return ring([
        southWest,
        { latitude: southWest.latitude, longitude: northEast.longitude },
        northEast,
        { latitude: northEast.latitude, longitude: southWest.longitude },
      ]);
    }
    case "polygon":
      return ring(geofeature.vertices);
    case "geoline":
      return { kind: "line", positions: geofeature.vertices.map(position) };
  }
}

function rounded(degrees: number, decimals: number | undefined): number {
  // Minus nought is nought.
  return (decimals === undefined ? degrees : Number(degrees.toFixed(decimals))) + 0;
}
