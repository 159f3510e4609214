/** Shapes as whole numbers: degrees in steps of 1 cm, each place as the step from the one before; radii in centimetres. */
import type { PlainGeofeature } from "../../geometry/plain-zone";
import type { Point } from "../../geometry/point";
import { NumberReader } from "./numbers";

const STEPS = 1e7;
const CENTIMETRES = 100;
const types = ["circle", "boundingBox", "polygon", "geoline", "beacon"] as const;

export class ShapeWriter {
  readonly numbers: number[] = [];
  /** The distinct names of shapes. */
  readonly names: string[] = [];
  private readonly placeOfName = new Map<string, number>();
  private latitude = 0;
  private longitude = 0;

  number(value: number): void {
    this.numbers.push(value);
  }

  point({ latitude, longitude }: Point): void {
    const [north, east] = [Math.round(latitude * STEPS), Math.round(longitude * STEPS)];
    this.numbers.push(north - this.latitude, east - this.longitude);
    this.latitude = north;
    this.longitude = east;
  }

  /** The shapes of one version of a zone; 0 stands for no such version. */
  version(shapes: readonly PlainGeofeature[] | undefined): void {
    this.number(shapes === undefined ? 0 : shapes.length + 1);
    for (const shape of shapes ?? []) this.shape(shape);
  }

  private shape(shape: PlainGeofeature): void {
    this.numbers.push(types.indexOf(shape.type), this.placeOf(shape.name));
    if (shape.type === "circle") {
      this.point(shape.center);
      this.number(Math.round(shape.radius * CENTIMETRES));
    } else if (shape.type === "boundingBox") {
      this.point(shape.southWest);
      this.point(shape.northEast);
    } else if (shape.type !== "beacon") {
      this.number(shape.vertices.length);
      for (const vertex of shape.vertices) this.point(vertex);
    }
  }

  private placeOf(name: string): number {
    const known = this.placeOfName.get(name);
    if (known !== undefined) return known;
    const place = this.names.push(name) - 1;
    this.placeOfName.set(name, place);
    return place;
  }
}

/** Returns a function that reads the next version of a zone. */
export function readShapes(
  numbers: NumberReader,
  names: readonly string[],
): () => PlainGeofeature[] | undefined {
  const point = pointReader(numbers);
  const vertices = (): Point[] => Array.from({ length: numbers.next() }, point);
  const shape = (): PlainGeofeature => {
    const type = types[numbers.next()];
    const name = names[numbers.next()] ?? "";
    if (type === "circle") return { type, name, center: point(), radius: numbers.next() / CENTIMETRES };
    if (type === "boundingBox") return { type, name, southWest: point(), northEast: point() };
    if (type === "polygon" || type === "geoline") return { type, name, vertices: vertices() };
    return { type: "beacon", name };
  };
  return () => {
    const count = numbers.next();
    return count === 0 ? undefined : Array.from({ length: count - 1 }, shape);
  };
}

export function readPoints(text: string): Point[] {
  const numbers = new NumberReader(text);
  const next = pointReader(numbers);
  const points: Point[] = [];
  while (!numbers.isAtEnd) points.push(next());
  return points;
}

function pointReader(numbers: NumberReader): () => Point {
  let north = 0;
  let east = 0;
  return () => {
    north += numbers.next();
    east += numbers.next();
    return { latitude: north / STEPS, longitude: east / STEPS };
  };
}
