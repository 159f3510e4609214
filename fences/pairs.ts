/** Pairs of zones that overlap, or are nearer to each other than they should be. */
import { metresBetween } from "../geometry/between";
import type { Fence, Ground } from "./ground";
import { widened } from "./tree";

/** Two zones, by the pair of their fences that are nearest to each other or overlap most. */
export interface FencePair {
  readonly fences: readonly [Fence, Fence];
  /** From edge to edge; negative where they overlap: how far one of them must move until they only touch. */
  readonly metres: number;
}

/** Of different zones, the one that overlaps most first. Geolines have no inside and overlap nothing. */
export function overlappingPairs(ground: Ground): FencePair[] {
  return pairs(ground, 0, ({ shape }) => shape.kind !== "line").filter(({ metres }) => metres < 0);
}

/** Of different zones, nearer than `metres` from edge to edge or overlapping, the nearest first. */
export function pairsNearer(ground: Ground, metres: number): FencePair[] {
  return pairs(ground, metres, () => true).filter((pair) => pair.metres < metres);
}

function pairs(
  { zones, fences, tree }: Ground,
  reach: number,
  accepts: (fence: Fence) => boolean,
): FencePair[] {
  const nearest = new Map<number, FencePair>();
  for (const [at, fence] of fences.entries()) {
    if (!accepts(fence)) continue;
    for (const other of tree.within(widened(fence.shape.extent, reach))) {
      const beside = fences[other];
      if (other <= at || beside === undefined || beside.zone === fence.zone || !accepts(beside)) continue;
      const metres = metresBetween(fence.shape, beside.shape);
      const key = fence.zone * zones.length + beside.zone;
      if (metres < (nearest.get(key)?.metres ?? Infinity))
        nearest.set(key, { fences: [fence, beside], metres });
    }
  }
  return [...nearest.values()].sort((a, b) => millimetres(a) - millimetres(b));
}

/** Pairs that differ by roundings alone keep the order of their zones. */
function millimetres({ metres }: FencePair): number {
  return Math.round(metres * 1_000);
}
