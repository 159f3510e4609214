/** Pairs of zones that overlap, or are nearer to each other than they should be. */
import { metresBetween } from "../geometry/between";
import type { Fence, Ground } from "./ground";
import { widened } from "./tree";
import { metresText, thousands } from "./words";

/** Two zones, by the pair of their fences that are nearest to each other or overlap most. */
export interface FencePair {
  readonly fences: readonly [Fence, Fence];
  /** From edge to edge; negative where they overlap: how far one of them must move until they only touch. */
  readonly metres: number;
}

/** Of different zones, the one that overlaps most first. Geolines have no inside and overlap nothing. */
export function overlappingPairs(ground: Ground): FencePair[] {
  const accepts = ({ shape }: Fence) => shape.kind !== "line";
  return pairs(ground, { reach: 0, accepts, most: mostPairs }, () => {
    throw new Error(`more than ${thousands(mostPairs)} pairs of zones overlap; give fewer zones at once`);
  });
}

/**
 * Of different zones, nearer than `metres` from edge to edge or overlapping, the nearest first.
 *
 * @param most the most pairs that are kept
 * @throws an error where there are more
 */
export function pairsNearer(ground: Ground, metres: number, most: number = mostPairs): FencePair[] {
  return pairs(ground, { reach: metres, accepts: () => true, most }, () => {
    throw new Error(
      `more than ${thousands(most)} pairs of zones are nearer than ${metresText(metres)} to each other; ` +
        "give a smaller distance",
    );
  });
}

/** More help nobody, and each takes memory. */
const mostPairs = 1_000_000;

interface Wanted {
  /** Pairs are nearer than so many metres. */
  readonly reach: number;
  readonly accepts: (fence: Fence) => boolean;
  readonly most: number;
}

function pairs(
  { zones, fences, tree }: Ground,
  { reach, accepts, most }: Wanted,
  refuse: () => never,
): FencePair[] {
  const nearest = new Map<number, FencePair>();
  for (const [at, fence] of fences.entries()) {
    if (!accepts(fence)) continue;
    for (const other of tree.within(widened(fence.shape.extent, reach))) {
      const beside = fences[other];
      if (other <= at || beside === undefined || beside.zone === fence.zone || !accepts(beside)) continue;
      const metres = metresBetween(fence.shape, beside.shape);
      const key = fence.zone * zones.length + beside.zone;
      if (metres >= reach || metres >= (nearest.get(key)?.metres ?? Infinity)) continue;
      nearest.set(key, { fences: [fence, beside], metres });
      if (nearest.size > most) refuse();
    }
  }
  return [...nearest.values()].sort((a, b) => millimetres(a) - millimetres(b));
}

/** Pairs that differ by roundings alone keep the order of their zones. */
function millimetres({ metres }: FencePair): number {
  return Math.round(metres * 1_000);
}
