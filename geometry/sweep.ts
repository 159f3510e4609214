/** Finds the pairs of edges that can intersect, by a sweep: few of the half million pairs of a thousand edges. */
import type { FlatEdge } from "./edge";
import { samePlaceWithin } from "./point";

/** Calls `visit` for each pair of edges whose boxes touch, until it returns "stop". */
export function visitPairs(
  edges: readonly FlatEdge[],
  visit: (a: FlatEdge, b: FlatEdge) => "go on" | "stop",
): void {
  const boxes = leastCrowded(edges).sort((a, b) => a.low - b.low);
  for (const [at, box] of boxes.entries()) {
    for (let next = at + 1; next < boxes.length; next++) {
      const other = boxes[next];
      if (other === undefined || other.low > box.high) break;
      if (other.lower > box.upper || other.upper < box.lower) continue;
      if (visit(box.edge, other.edge) === "stop") return;
    }
  }
}

/** The bounding box of an edge: low to high along the sweep, lower to upper across it. */
interface Box {
  readonly edge: FlatEdge;
  readonly low: number;
  readonly high: number;
  readonly lower: number;
  readonly upper: number;
}

/** The directions of a sweep. An outline like a comb, with long parallel teeth, is fast only across the teeth. */
const directions = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** The boxes in the direction with the fewest side by side. */
function leastCrowded(edges: readonly FlatEdge[]): Box[] {
  const ways = directions.map(([east, north]) => boxesAlong(edges, east, north));
  return ways.reduce((best, way) => (way.crowding < best.crowding ? way : best)).boxes;
}

function boxesAlong(
  edges: readonly FlatEdge[],
  east: number,
  north: number,
): { boxes: Box[]; crowding: number } {
  let least = Infinity;
  let most = -Infinity;
  let sum = 0;
  const boxes = edges.map((edge) => {
    const from = edge.fromX * east + edge.fromY * north;
    const to = edge.toX * east + edge.toY * north;
    const fromAcross = edge.fromY * east - edge.fromX * north;
    const toAcross = edge.toY * east - edge.toX * north;
    const low = Math.min(from, to);
    const high = Math.max(from, to);
    least = Math.min(least, low);
    most = Math.max(most, high);
    sum += high - low;
    return {
      edge,
      low: low - margin,
      high: high + margin,
      lower: Math.min(fromAcross, toAcross) - margin,
      upper: Math.max(fromAcross, toAcross) + margin,
    };
  });
  return { boxes, crowding: most > least ? sum / (most - least) : Infinity };
}

/** Boxes include edges that touch within the tolerance, also on a diagonal, which stretches lengths. */
const margin = 2 * samePlaceWithin;
