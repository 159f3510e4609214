/** A shape that is about to become a geofeature. */
import type { Point } from "../../geometry/point";
import type { Feature } from "../feature";
import type { Place } from "../report";
import type { GeofeatureRow, PointRow } from "../zone-row";

export interface Drawing {
  readonly feature: Feature;
  readonly place: Place;
  readonly color: string | undefined;
}

/** A geofeature that is not named yet. */
export type Unnamed = GeofeatureRow extends infer Each
  ? Each extends { name: string }
    ? Omit<Each, "name">
    : never
  : never;

/** Without what a point may have beside its two numbers. */
export function plainPoint({ latitude, longitude }: Point): PointRow {
  return { latitude, longitude };
}
