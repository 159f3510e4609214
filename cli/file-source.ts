/** The zones of a file that people draw or export. */
import { uniqueLabels } from "../plan/labels";
import { singleVersion } from "../plan/versions";
import { sourceOf } from "../plan/source-of";
import type { ZoneSource } from "../plan/zone-source";
import { drawnZonesIn } from "../files/read";
import { radiusAlone } from "./spelling";
import { warningText } from "./warning";

/** As the options of all sources. */
export interface FileOptions {
  /** Metres: of points, which have no radius of their own. */
  readonly radius?: number | undefined;
  /** Called with a sentence for what was passed over or put right. */
  readonly onWarning: (sentence: string) => void;
}

/** @throws ZoneFileError with all faults of the file */
export function fileSource(bytes: Buffer, name: string, options: FileOptions): ZoneSource {
  const { radius, onWarning } = options;
  const zones = drawnZonesIn(
    bytes,
    name,
    {
      onWarning: (sentence, { isNote }) => {
        if (isNote !== true) onWarning(warningText(sentence));
      },
      ...(radius !== undefined && { radius }),
    },
    radiusAlone,
  );
  const labels = uniqueLabels(zones.map((zone) => ({ name: zone.name, more: "" })));
  const parts = zones.map((zone, at) => singleVersion(labels[at] ?? "", zone, zone.name));
  return sourceOf("file", name, parts, []);
}
