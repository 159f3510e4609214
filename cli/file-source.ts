/** The zones of a file that people draw or export. */
import { uniqueLabels } from "../plan/labels";
import { singleVersion } from "../plan/versions";
import { sourceOf } from "../plan/source-of";
import type { ZoneSource } from "../plan/zone-source";
import { drawnZonesIn } from "../files/read";
import type { SourceOptions } from "./source";

/** @throws ZoneFileError with all faults of the file */
export function fileSource(bytes: Buffer, name: string, { radius, onWarning }: SourceOptions): ZoneSource {
  const zones = drawnZonesIn(bytes, name, { onWarning, ...(radius !== undefined && { radius }) });
  const labels = uniqueLabels(zones.map((zone) => ({ name: zone.name, more: "" })));
  const parts = zones.map((zone, at) => singleVersion(labels[at] ?? "", zone, zone.name));
  return sourceOf("file", name, parts, []);
}
