/** The formats and options of writing zones. */

/** The formats that zones are written in. */
export type ZoneFormat = "geojson" | "kml" | "csv";

/** The options of writing zones. */
export interface WriteZonesOptions {
  /**
   * Digits after the point of latitudes and longitudes, 0 to 15; 7 are a centimetre. Fewer digits move points, and zones
   * then do not come back as they were.
   *
   * @default as many as it takes
   */
  decimals?: number;
  /**
   * `"point"` writes a circle as its middle with a property `radius`, and it comes back as a circle. `"polygon"` writes an
   * outline of 64 vertices, for viewers that know no circles, and it comes back as a polygon.
   *
   * @default "point"
   */
  circles?: "point" | "polygon";
}
