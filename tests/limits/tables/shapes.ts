/** Boxes and outlines by their corners, and what holds for the area of both. */
import type { Json } from "../../../provider/json";
import type { Changes, Row } from "../row";

export type Pair = readonly [latitude: number, longitude: number];
const at = ([latitude, longitude]: Pair): Json => ({ latitude, longitude });
export const vertices = (...pairs: readonly Pair[]): Changes => ({ vertices: pairs.map(at) });
export const corners = (southWest: Pair, northEast: Pair): Changes => ({
  southWest: at(southWest),
  northEast: at(northEast),
});

/** Degrees of latitude and longitude on the equator that make a square of about this many square metres. */
const sides = (area: number): Pair => [Math.sqrt(area) / 110_574, Math.sqrt(area) / 111_319.5];
export const squareBox = (area: number) => {
  const [north, east] = sides(area);
  return corners([0, 10], [north, 10 + east]);
};
export const square = (area: number) => {
  const [north, east] = sides(area);
  return vertices([0, 10], [0, 10 + east], [north, 10 + east], [north, 10]);
};

export const areaRows = (property: string, fence: (area: number) => Changes): readonly Row[] => [
  {
    property,
    rule: "an area of 70 m² or more; a fault below 69.3 m²",
    from: "Bluedot's documentation",
    accepted: [fence(70.71)],
    rejected: [[fence(69.2)], [fence(69.29)]],
  },
  {
    property,
    rule: "an area of more than 70.7 m², 1 % over the least: the API may measure in another way",
    from: "this provider",
    severity: "warning",
    accepted: [fence(70.71)],
    rejected: [[fence(70)], [fence(70.69)], [fence(69.31)]],
  },
];
