/** Matches the geofeatures of two versions of a zone: by name, and what is left by kind and place. */
import { middleOf, reachOf } from "../geometry/geofeature";
import type { PlainGeofeature } from "../geometry/plain-zone";
import { metresBetween } from "../geometry/point";

interface Matches {
  /** In the order of the version after. */
  readonly pairs: readonly (readonly [before: PlainGeofeature, after: PlainGeofeature])[];
  readonly removed: readonly PlainGeofeature[];
  readonly added: readonly PlainGeofeature[];
}

export function matchGeofeatures(
  before: readonly PlainGeofeature[],
  after: readonly PlainGeofeature[],
): Matches {
  const left = new Set(before);
  const matches = new Map<PlainGeofeature, PlainGeofeature>();
  const match = (now: PlainGeofeature, old: PlainGeofeature | undefined) => {
    if (old === undefined) return;
    left.delete(old);
    matches.set(now, old);
  };
  const byName = Map.groupBy(before, ({ name }) => name);
  for (const now of after) match(now, byName.get(now.name)?.shift());
  for (const now of after) if (!matches.has(now)) match(now, nearestOf(now, left));
  return {
    pairs: after.flatMap((now) => {
      const old = matches.get(now);
      return old === undefined ? [] : [[old, now] as const];
    }),
    removed: [...left],
    added: after.filter((now) => !matches.has(now)),
  };
}

/** The nearest of the same kind whose place meets that of the given one. */
function nearestOf(now: PlainGeofeature, candidates: Iterable<PlainGeofeature>): PlainGeofeature | undefined {
  const middle = middleOf(now);
  if (middle === undefined) return undefined;
  const reach = reachOf(now);
  let nearest: PlainGeofeature | undefined;
  let nearestMetres = Infinity;
  for (const old of candidates) {
    const place = old.type === now.type ? middleOf(old) : undefined;
    if (place === undefined) continue;
    const metres = metresBetween(middle, place);
    if (metres >= nearestMetres || metres > reach + reachOf(old)) continue;
    nearest = old;
    nearestMetres = metres;
  }
  return nearest;
}
