/** Writes zones to a file that `readZones` reads back as they were. */
import type { DrawnZone } from "../zone-row";
import { csvOf } from "./csv";
import { drawingsOf } from "./drawing";
import { geoJsonOf } from "./geojson";
import { kmlOf } from "./kml";
import type { WriteZonesOptions, ZoneFormat } from "./options";
import { checkWritable } from "./unwritable";

/**
 * The text of a file with these zones, one feature, placemark or row for each geofeature. Its properties are those of the
 * zone, by the names of a Zone's arguments; the property `zone` has the zone's name where the geofeature has another one,
 * and holds the geofeatures of a zone together. Equal zones give equal bytes. `readZones` gives the zones back as they were,
 * from each format.
 *
 * | | GeoJSON | KML | CSV |
 * |---|---|---|---|
 * | circle | Point, `radius` | Point, data `radius` | `latitude`, `longitude`, `radius` |
 * | boundingBox | Polygon, `geofeature` | Polygon, data `geofeature` | `wkt`, `geofeature` |
 * | polygon | Polygon | Polygon | `wkt` |
 * | geoline | LineString | LineString | `wkt` |
 * | color | `stroke`, `fill` | a style | `color` |
 * | lists and custom data | JSON | data in JSON text | JSON text |
 *
 * Texts of a CSV file are as they are. A spreadsheet takes a name that begins with `=`, `+`, `-` or `@` for a formula: import
 * such a file with its columns as text.
 *
 * @param zones from `readZones`, or made by a program
 * @throws an error with a line for each zone that no file, or not this format, holds without a change: two zones of one
 * name, text that begins or ends with a blank, characters that XML does not have, a box wider than 180° or at a pole
 * @example
 * writeFileSync("stores.kml", writeZones(readZones("stores.csv"), "kml"));
 */
export function writeZones(
  zones: Iterable<DrawnZone>,
  format: ZoneFormat,
  options: WriteZonesOptions = {},
): string {
  const { decimals } = options;
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) {
    throw new RangeError(`decimals is ${decimals}, but must be a whole number from 0 to 15`);
  }
  const list = [...zones];
  checkWritable(list, format);
  const drawings = drawingsOf(list, options);
  if (format === "geojson") return geoJsonOf(drawings);
  return format === "kml" ? kmlOf(drawings) : csvOf(drawings);
}
