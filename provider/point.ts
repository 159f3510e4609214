import type { Input } from "@pulumi/pulumi";

/** A place on the earth, in degrees (WGS 84). */
export interface PointArgs {
  /** Degrees north of the equator, from -90 to 90. */
  latitude: Input<number>;
  /** Degrees east of Greenwich, from -180 to 180. */
  longitude: Input<number>;
}
