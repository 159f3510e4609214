/** The fences of zones as numbers, with an index over them: what fence tests, rules and walks look at. */
import type { PlainZone } from "../geometry/plain-zone";
import { isInside } from "../geometry/inside";
import { metresTo } from "../geometry/near";
import { shapeOf, type Shape } from "../geometry/shape";
import { Tree } from "./tree";

/** A zone by the name that reports call it. */
export interface LabelledZone {
  readonly label: string;
  readonly zone: PlainZone;
}

export interface Fence {
  /** Its zone's place in the list of zones. */
  readonly zone: number;
  /** The geofeature's name. */
  readonly name: string;
  readonly shape: Shape;
}

export interface Ground {
  readonly zones: readonly LabelledZone[];
  /** Without beacons, which have no place on the ground. */
  readonly fences: readonly Fence[];
  /** The index over the shapes of `fences`, in their order. */
  readonly tree: Tree;
}

/** A fence that a place is inside, or near to. */
export interface Near {
  readonly fence: Fence;
  /** From the edge: negative inside. */
  readonly metres: number;
}

export function groundOf(zones: readonly LabelledZone[]): Ground {
  const fences = zones.flatMap(({ zone: { geofeatures } }, zone) =>
    geofeatures.flatMap((geofeature): Fence[] => {
      const shape = shapeOf(geofeature);
      return shape === undefined ? [] : [{ zone, name: geofeature.name, shape }];
    }),
  );
  return { zones, fences, tree: new Tree(fences.map(({ shape }) => shape)) };
}

/** The fences that a place is inside, nearest edge first. */
export function fencesAt({ fences, tree }: Ground, longitude: number, latitude: number): Near[] {
  return tree
    .around(longitude, latitude)
    .flatMap((at): Near[] => {
      const fence = fences[at];
      if (fence === undefined || !isInside(fence.shape, longitude, latitude)) return [];
      return [{ fence, metres: Math.min(0, metresTo(fence.shape, longitude, latitude)) }];
    })
    .sort((a, b) => b.metres - a.metres);
}

/** The nearest fence, among those that are accepted. */
export function nearestFence(
  { fences, tree }: Ground,
  longitude: number,
  latitude: number,
  accepts: (fence: Fence) => boolean = () => true,
): Near | undefined {
  const found = tree.nearest(longitude, latitude, (at) => {
    const fence = fences[at];
    return fence !== undefined && accepts(fence);
  });
  const fence = found && fences[found.shape];
  return fence === undefined ? undefined : { fence, metres: found?.metres ?? Infinity };
}
