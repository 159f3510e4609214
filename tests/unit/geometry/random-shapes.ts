/** Random geofeatures of any size and place, and points around them, from a seed that a failure names. */
import type { PlainBox, PlainCircle, PlainGeoline, PlainPolygon } from "../../../geometry/plain-zone";
import { eastward, type Point } from "../../../geometry/point";

/** From 0 to less than 1. */
type Random = () => number;

/** Anywhere to 80° of latitude, one in five near the antimeridian. */
export function randomPlace(random: Random, latitudes = 80): Point {
  const latitude = (random() * 2 - 1) * latitudes;
  const longitude = random() < 0.2 ? turned(180, random() * 0.02 - 0.01) : random() * 360 - 180;
  return { latitude, longitude };
}

/** A place so many metres away, roughly. */
export function randomBeside(random: Random, { latitude, longitude }: Point, metres: number): Point {
  const degrees = metres / 111_000;
  const aside = degrees / Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: latitude + (random() * 2 - 1) * degrees,
    longitude: turned(longitude, (random() * 2 - 1) * aside),
  };
}

export function randomCircle(random: Random, center: Point, most = 5_000): PlainCircle {
  return { type: "circle", name: "circle", center, radius: 5 + random() ** 3 * most };
}

export function randomBox(random: Random, middle: Point, size: number): PlainBox {
  const corner = randomBeside(random, middle, size);
  const [west, east] =
    eastward(middle.longitude, corner.longitude) > 0
      ? [middle.longitude, corner.longitude]
      : [corner.longitude, middle.longitude];
  return {
    type: "boundingBox",
    name: "box",
    southWest: { latitude: Math.min(middle.latitude, corner.latitude), longitude: west },
    northEast: { latitude: Math.max(middle.latitude, corner.latitude), longitude: east },
  };
}

/** A star around a place: it never meets itself, and has dents. */
export function randomPolygon(random: Random, middle: Point, size: number, dents = 0.7): PlainPolygon {
  const corners = 3 + Math.floor(random() * 12);
  const aside = 1 / Math.cos((middle.latitude * Math.PI) / 180);
  const start = random() * Math.PI;
  const vertices = Array.from({ length: corners }, (_, at) => {
    const angle = start + (at / corners) * 2 * Math.PI;
    const away = (size / 111_000) * (1 - random() * dents);
    return {
      latitude: middle.latitude + Math.sin(angle) * away,
      longitude: turned(middle.longitude, Math.cos(angle) * away * aside),
    };
  });
  return { type: "polygon", name: "polygon", vertices };
}

export function randomGeoline(random: Random, middle: Point, size: number): PlainGeoline {
  const length = 2 + Math.floor(random() * 4);
  const vertices = Array.from({ length }, () => randomBeside(random, middle, size));
  return { type: "geoline", name: "geoline", vertices };
}

function turned(longitude: number, by: number): number {
  const sum = longitude + by;
  return sum > 180 ? sum - 360 : sum < -180 ? sum + 360 : sum;
}
