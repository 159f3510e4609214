/** Finds places far from all others. */
import { metresBetween, radians, type Point } from "./point";

/** In metres; most countries are smaller. */
export const farAway = 3_000_000;

/** Fewer places have no meaningful middle. */
const MIN_PLACES = 10;

/**
 * The indices of places farther than 3,000 km from all others except outliers; none if more than a tenth are, as in a
 * network that spans the world.
 */
export function outliersAmong(places: readonly Point[]): number[] {
  const middle = middleOf(places);
  if (places.length < MIN_PLACES || middle === undefined) return [];
  const isFar = places.map((place) => metresBetween(place, middle) > farAway);
  const near = places.filter((_, at) => isFar[at] === false);
  if (places.length - near.length > places.length / 10) return [];
  return places.flatMap((place, at) =>
    isFar[at] === true && near.every((other) => metresBetween(place, other) > farAway) ? [at] : [],
  );
}

/** The median in space, which a few distant places do not move. */
function middleOf(places: readonly Point[]): Point | undefined {
  const axis = (along: (place: Point) => number) => {
    const values = places.map(along).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  const x = axis(({ latitude, longitude }) => Math.cos(radians(latitude)) * Math.cos(radians(longitude)));
  const y = axis(({ latitude, longitude }) => Math.cos(radians(latitude)) * Math.sin(radians(longitude)));
  const z = axis(({ latitude }) => Math.sin(radians(latitude)));
  if (Math.hypot(x, y, z) === 0) return undefined;
  return {
    latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI,
    longitude: (Math.atan2(y, x) * 180) / Math.PI,
  };
}
