/** Finds the intersection of two edges of a ring. */
import { distanceTo, offset, type FlatEdge } from "./edge";
import { samePlaceWithin } from "./point";

/** Places are numbered along the ring: edge `at` begins at place `at`. */
export type Intersection =
  | { readonly kind: "crossing" | "traced twice" }
  /** The second edge goes back over the first from this place. */
  | { readonly kind: "spike"; readonly place: number }
  /** Two edges share a place: the lesser number, then the greater. */
  | { readonly kind: "visited twice"; readonly places: readonly [number, number] }
  /** This place, an end of one edge, lies on the other edge. */
  | { readonly kind: "touching"; readonly place: number; readonly on: FlatEdge };

/** For edges of a ring of 3 or more, none so short that its ends are one place. */
export function intersectionOf(a: FlatEdge, b: FlatEdge): Intersection | undefined {
  if (a.next === b.at) return intersectionAtCorner(a, b);
  if (b.next === a.at) return intersectionAtCorner(b, a);
  if (isBeside(a, b) || isBeside(b, a)) return undefined;
  const contacts = contactsOf(a, b);
  if (contacts.length > 0) return intersectionAt(contacts);
  return crosses(a, b) ? { kind: "crossing" } : undefined;
}

/** Consecutive edges intersect only if the second goes back over the first. */
function intersectionAtCorner(first: FlatEdge, second: FlatEdge): Intersection | undefined {
  const isBack =
    distanceTo(first, second.toX, second.toY) <= samePlaceWithin ||
    distanceTo(second, first.fromX, first.fromY) <= samePlaceWithin;
  return isBack ? { kind: "spike", place: second.at } : undefined;
}

/** True if an edge lies clearly on one side of the line through the other. */
function isBeside(edge: FlatEdge, line: FlatEdge): boolean {
  const from = offset(line, edge.fromX, edge.fromY);
  const to = offset(line, edge.toX, edge.toY);
  return (
    (from > samePlaceWithin && to > samePlaceWithin) || (from < -samePlaceWithin && to < -samePlaceWithin)
  );
}

/** An end of one edge that lies on the other. */
interface Contact {
  readonly place: number;
  readonly on: FlatEdge;
  readonly x: number;
  readonly y: number;
}

function contactsOf(a: FlatEdge, b: FlatEdge): Contact[] {
  const ends = [
    { place: a.at, x: a.fromX, y: a.fromY, on: b },
    { place: a.next, x: a.toX, y: a.toY, on: b },
    { place: b.at, x: b.fromX, y: b.fromY, on: a },
    { place: b.next, x: b.toX, y: b.toY, on: a },
  ];
  return ends.filter(({ x, y, on }) => distanceTo(on, x, y) <= samePlaceWithin);
}

function intersectionAt(contacts: readonly Contact[]): Intersection | undefined {
  const [first] = contacts;
  if (first === undefined) return undefined;
  const isStretch = contacts.some(({ x, y }) => Math.hypot(x - first.x, y - first.y) > 2 * samePlaceWithin);
  if (isStretch) return { kind: "traced twice" };
  const other = contacts.find(({ on }) => on !== first.on);
  if (other === undefined) return { kind: "touching", place: first.place, on: first.on };
  const [lesser, greater] = first.place < other.place ? [first, other] : [other, first];
  return { kind: "visited twice", places: [lesser.place, greater.place] };
}

/** For edges without contacts, each end of which is clearly on one side of the other. */
function crosses(a: FlatEdge, b: FlatEdge): boolean {
  return (
    offset(a, b.fromX, b.fromY) * offset(a, b.toX, b.toY) < 0 &&
    offset(b, a.fromX, a.fromY) * offset(b, a.toX, a.toY) < 0
  );
}
