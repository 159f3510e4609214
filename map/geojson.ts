/** A map as GeoJSON, for geojson.io, QGIS and other programs. */
import { outlineOf } from "../geometry/geofeature";
import type { PlainGeofeature } from "../geometry/plain-zone";
import type { Point } from "../geometry/point";
import type { MapModel, MapZone } from "./model";
import { styleOf, type Version } from "./style";
import { marker } from "./words";

/** Of a circle: the outline stays within 0.12 % of the radius. */
const sides = 64;

/** A centimetre. */
const decimals = 7;

/**
 * A FeatureCollection with a feature for each geofeature of each version. A circle is a polygon of 64 vertices with a
 * `radius` in metres. Colours have the names of simplestyle. Longitudes go on beyond 180° where an outline crosses the
 * antimeridian.
 *
 * @example
 * writeFileSync("map.geojson", geojsonOf(modelOf(source)));
 */
export function geojsonOf(model: MapModel): string {
  const features = model.zones.flatMap((zone) => [
    ...versionFeatures(zone, "before", zone.before),
    ...versionFeatures(zone, "after", zone.after),
  ]);
  const points = model.points.map(({ name, point }) =>
    featureText({ kind: "point", name }, pointGeometry(point)),
  );
  const track = model.track.flatMap((vertices) => {
    const geometry = geometryOf({ type: "geoline", name: "", vertices }, sides, decimals);
    return geometry === undefined ? [] : [featureText({ kind: "track" }, geometry)];
  });
  const lines = [...features, ...points, ...track].join(",\n");
  return `{"type":"FeatureCollection","generator":${JSON.stringify(marker)},"features":[\n${lines}\n]}\n`;
}

type Position = readonly [longitude: number, latitude: number];
export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] };

/** Undefined for a beacon. */
export function geometryOf(
  geofeature: PlainGeofeature,
  corners: number,
  places: number,
): Geometry | undefined {
  const outline = outlineOf(geofeature, corners);
  if (outline === undefined) return undefined;
  const points = outline.points.map((point) => positionOf(point, places));
  const [first] = points;
  if (first === undefined) return undefined;
  // An outline without an interior, as the API has none but a file may, is drawn as what is left of it.
  if (points.length === 1) return { type: "Point", coordinates: first };
  if (outline.kind === "line" || points.length === 2) return { type: "LineString", coordinates: points };
  return { type: "Polygon", coordinates: [[...counterClockwise(points), first]] };
}

export function pointGeometry(point: Point, places = decimals): Geometry {
  return { type: "Point", coordinates: positionOf(point, places) };
}

/** The first stays the first. */
function counterClockwise(ring: readonly Position[]): readonly Position[] {
  const [first, ...others] = ring;
  if (first === undefined) return ring;
  const [west, south] = first;
  let doubled = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? first;
    // Relative to the first: products of whole longitudes would lose the digits that a small fence needs.
    doubled += (x - west) * (nextY - south) - (nextX - west) * (y - south);
  }
  return doubled >= 0 ? ring : [first, ...others.reverse()];
}

function positionOf({ latitude, longitude }: Point, places = decimals): Position {
  return [Number(longitude.toFixed(places)), Number(latitude.toFixed(places))];
}

export function featureText(
  properties: Readonly<Record<string, string | number | boolean>>,
  geometry: Geometry,
): string {
  return JSON.stringify({ type: "Feature", properties, geometry });
}

function versionFeatures(
  zone: MapZone,
  version: Version,
  geofeatures: readonly PlainGeofeature[] = [],
): string[] {
  const { label, name, change, isDrifted } = zone;
  const { color, dash, fillOpacity } = styleOf(change, version);
  return geofeatures.flatMap((geofeature) => {
    const geometry = geometryOf(geofeature, sides, decimals);
    if (geometry === undefined) return [];
    const properties = {
      label,
      name,
      geofeature: geofeature.name,
      change,
      version,
      ...(isDrifted && { drifted: true }),
      ...(geofeature.type === "circle" && { radius: geofeature.radius }),
      stroke: color,
      "stroke-width": 2,
      ...(dash !== undefined && { "stroke-dasharray": dash }),
      ...(geometry.type === "Polygon" && { fill: color, "fill-opacity": fillOpacity }),
    };
    return [featureText(properties, geometry)];
  });
}
