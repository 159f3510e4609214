/** Points of a program as a table. */
import { pointOf, pointText, type FencePoint } from "../point-like";
import type { PointTable } from "./point-table";

export function tableOf(points: Iterable<FencePoint>, name?: string): PointTable {
  const places = [...points].map(pointOf);
  return {
    ...(name !== undefined && { name }),
    count: places.length,
    latitudes: Float64Array.from(places, ({ latitude }) => latitude),
    longitudes: Float64Array.from(places, ({ longitude }) => longitude),
    describe: (indexes) =>
      indexes.map((index) => {
        const place = places[index];
        return place === undefined ? "" : `[${index}] ${pointText(place)}`;
      }),
  };
}
