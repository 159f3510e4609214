/** The base map of the page from world-atlas: Natural Earth's land and inner borders at 1:110m. */
import { readFileSync } from "node:fs";

import { feature, mesh } from "topojson-client";

import { encodeBaseMap } from "../../map/page/base-map";

type Areas = NonNullable<Parameters<typeof mesh>[1]>;

interface Atlas extends Topology {
  readonly objects: { countries: Areas; land: Areas };
}

type Topology = Parameters<typeof mesh>[0];

const file = require.resolve("world-atlas/countries-110m.json");

export function baseMap(): string {
  const atlas: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isAtlas(atlas)) throw new Error(`${file} holds no countries and land.`);
  const { countries, land } = atlas.objects;
  const borders = mesh(atlas, countries, (one, other) => one !== other).coordinates;
  const drawn = feature(atlas, land);
  const rings = ("features" in drawn ? drawn.features : [drawn]).flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return geometry.coordinates;
    return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
  });
  return encodeBaseMap({
    land: rings.map((ring) => aroundPole(unbroken(ring))),
    borders: borders.map(unbroken),
  });
}

type Line = [longitude: number, latitude: number][];

/** Each place on the shorter way from the one before: Siberia goes on beyond 180°. */
function unbroken(positions: readonly (readonly number[])[]): Line {
  let before: number | undefined;
  return positions.map(([longitude = 0, latitude = 0]) => {
    before = before === undefined ? longitude : longitude + 360 * Math.round((before - longitude) / 360);
    return [before, latitude];
  });
}

/** Antarctica goes once around the world: its ring is closed by way of the pole. */
function aroundPole(ring: Line): Line {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || Math.abs(last[0] - first[0]) < 180) return ring;
  return [...ring, [last[0], -90], [first[0], -90]];
}

function isAtlas(value: unknown): value is Atlas {
  if (typeof value !== "object" || value === null || !("objects" in value)) return false;
  const { objects } = value;
  return typeof objects === "object" && objects !== null && "countries" in objects && "land" in objects;
}
