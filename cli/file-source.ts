/** The zones of a file that people draw or export. */
import { uniqueLabels } from "../plan/labels";
import { singleVersion } from "../plan/versions";
import { sourceOf } from "../plan/source-of";
import type { ZoneSource } from "../plan/zone-source";
import { drawnZonesIn } from "../files/read";
import { flagsOfSources } from "./spelling";
import { textBy } from "./text-option";
import { warningText } from "./warning";

/** As the options of all sources. */
export interface FileOptions {
  /** Metres: of points, which have no radius of their own. */
  readonly radius?: number | undefined;
  /** The property with the names of zones, or a template such as `{STRCITY} {storenum}`. */
  readonly name?: string | undefined;
  /** Called with a sentence for what was passed over or put right. */
  readonly onWarning: (sentence: string) => void;
}

/** @throws ZoneFileError with all faults of the file */
export function fileSource(bytes: Buffer, file: string, options: FileOptions): ZoneSource {
  const { radius, name, onWarning } = options;
  const zones = drawnZonesIn(
    bytes,
    file,
    {
      onWarning: (sentence, { isNote }) => {
        if (isNote !== true) onWarning(warningText(sentence));
      },
      ...(radius !== undefined && { radius }),
      ...(name !== undefined && { name: textBy(name, "--name") }),
    },
    flagsOfSources,
  );
  const labels = uniqueLabels(zones.map((zone) => ({ name: zone.name, more: "" })));
  const parts = zones.map((zone, at) => singleVersion(labels[at] ?? "", zone, zone.name));
  return sourceOf("file", file, parts, []);
}
