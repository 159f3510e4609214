/** Packs KML as KMZ. */
import { strToU8, zipSync } from "fflate";

/** An archive with the one file `doc.kml`. Equal texts give equal bytes: its time is the earliest that an archive has. */
export function kmzOf(kml: string): Uint8Array {
  return zipSync({ "doc.kml": strToU8(kml) }, { mtime: new Date(1980, 0, 1) });
}
