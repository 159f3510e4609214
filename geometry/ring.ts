/** Finds self-intersections: a polygon with one has no well-defined interior. */
import { edgesOf, type FlatEdge } from "./edge";
import { intersectionOf, type Intersection } from "./edge-intersection";
import { flatten } from "./plane";
import { opened, samePlaceWithin, type Point } from "./point";
import { visitPairs } from "./sweep";

/** An edge from one vertex to the next, by their indices. */
export type Edge = readonly [from: number, to: number];

export type RingFault =
  /** Fewer than three places, without an interior. */
  | { readonly kind: "too few"; readonly places: number }
  /** The second vertex is the same place as the first, and follows it. */
  | { readonly kind: "repeated"; readonly vertices: Edge }
  /** Two edges cross, as in a bow-tie. */
  | { readonly kind: "crossing"; readonly edges: EdgePair }
  /** The outline goes back on itself at a vertex. */
  | { readonly kind: "spike"; readonly vertex: number; readonly edges: EdgePair }
  /** Two edges that are not consecutive overlap. */
  | { readonly kind: "traced twice"; readonly edges: EdgePair }
  /** The outline passes one place twice, at the ends of the edges. */
  | { readonly kind: "visited twice"; readonly vertices: Edge; readonly edges: EdgePair }
  /** The vertex at the end of the first edge lies on the second. */
  | { readonly kind: "touching"; readonly vertex: number; readonly edges: EdgePair };

type EdgePair = readonly [Edge, Edge];

/**
 * The faults of a ring, in the order of its edges. A last vertex that repeats the first is none. After `atMost`
 * intersections the search ends: such an outline is out of order as a whole.
 */
export function ringFaults(vertices: readonly Point[], atMost = 10): RingFault[] {
  const { places, repeated } = placesOf(opened(vertices));
  if (places.length < 3) return [{ kind: "too few", places: places.length }];
  const found = intersectionsOf(edgesOf(places), atMost);
  return [...repeated, ...withoutConsequences(found).map((each) => faultOf(each, places))];
}

/** One or more vertices that follow each other in one place. */
interface Place {
  readonly x: number;
  readonly y: number;
  /** The vertex at which an edge arrives. */
  arrival: number;
  /** The vertex from which the next edge leaves. */
  departure: number;
}

function placesOf(vertices: readonly Point[]): { places: Place[]; repeated: RingFault[] } {
  const places: Place[] = [];
  const repeated: RingFault[] = [];
  for (const [at, { x, y }] of flatten(vertices).entries()) {
    const before = places.at(-1);
    if (before && isSame(before, { x, y })) {
      repeated.push({ kind: "repeated", vertices: [before.departure, at] });
      before.departure = at;
    } else {
      places.push({ x, y, arrival: at, departure: at });
    }
  }
  const first = places[0];
  const last = places.at(-1);
  if (first && last && first !== last && isSame(first, last)) {
    repeated.push({ kind: "repeated", vertices: [last.departure, first.arrival] });
    first.arrival = last.arrival;
    places.pop();
  }
  return { places, repeated };
}

function isSame(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= samePlaceWithin;
}

interface Found {
  readonly intersection: Intersection;
  readonly edges: readonly [FlatEdge, FlatEdge];
}

function intersectionsOf(edges: readonly FlatEdge[], atMost: number): Found[] {
  const found = new Map<string, Found>();
  visitPairs(edges, (one, other) => {
    const pair = one.at < other.at ? ([one, other] as const) : ([other, one] as const);
    const intersection = intersectionOf(...pair);
    if (intersection === undefined) return "go on";
    const [a, b] = namedEdges(intersection, pair, edges);
    found.set(`${intersection.kind} ${a.at} ${b.at}`, { intersection, edges: [a, b] });
    return found.size < atMost ? "go on" : "stop";
  });
  return [...found.values()].sort((a, b) => a.edges[0].at - b.edges[0].at || a.edges[1].at - b.edges[1].at);
}

/** The edges for the fault. A place touches with both of its edges; the arriving one stands for them. */
function namedEdges(
  intersection: Intersection,
  pair: readonly [FlatEdge, FlatEdge],
  edges: readonly FlatEdge[],
): readonly [FlatEdge, FlatEdge] {
  const arriving = (place: number) => edges.at(place - 1) ?? pair[0];
  if (intersection.kind === "touching") return [arriving(intersection.place), intersection.on];
  if (intersection.kind !== "visited twice") return pair;
  return [arriving(intersection.places[0]), arriving(intersection.places[1])];
}

/** Leaves out contacts that follow from a stretch that is traced twice. */
function withoutConsequences(found: readonly Found[]): Found[] {
  const ends = new Set<number>();
  for (const { intersection, edges } of found) {
    if (intersection.kind !== "spike" && intersection.kind !== "traced twice") continue;
    for (const { at, next } of edges) ends.add(at).add(next);
  }
  return found.filter(({ intersection }) => {
    if (intersection.kind === "touching") return !ends.has(intersection.place);
    return intersection.kind !== "visited twice" || !intersection.places.some((place) => ends.has(place));
  });
}

/** The fault of an intersection, with the indices of vertices. */
function faultOf({ intersection, edges: [a, b] }: Found, places: readonly Place[]): RingFault {
  const arrival = (place: number) => places[place]?.arrival ?? place;
  const edge = ({ at, next }: FlatEdge): Edge => [places[at]?.departure ?? at, arrival(next)];
  const edges = [edge(a), edge(b)] as const;
  switch (intersection.kind) {
    case "crossing":
    case "traced twice":
      return { kind: intersection.kind, edges };
    case "spike":
      return { kind: "spike", vertex: arrival(intersection.place), edges };
    case "visited twice":
      return { kind: "visited twice", vertices: [edges[0][1], edges[1][1]], edges };
    case "touching":
      return { kind: "touching", vertex: edges[0][1], edges };
  }
}
