/** Where the command writes to, and in which format. */
import { existsSync } from "node:fs";
import { extname } from "node:path";

export const outputFormats = ["geojson", "kml", "kmz", "csv"] as const;

export type OutputFormat = (typeof outputFormats)[number];

export interface Output {
  readonly format: OutputFormat;
  /** Absent for standard output. */
  readonly path?: string;
}

/**
 * The format that is asked for, else that of the file's extension.
 *
 * @throws an error of one sentence where there is no such format, or the file exists and may not be replaced
 */
export function outputOf(path: string | undefined, format: OutputFormat | undefined, force: boolean): Output {
  if (path === undefined) {
    if (format === undefined)
      throw new Error("Say where to: --out zones.geojson, or --format geojson for standard output.");
    if (format === "kmz") throw new Error("KMZ is no text, and goes to a file: --out zones.kmz.");
    return { format };
  }
  const found = format ?? formatOf(path);
  if (found === undefined) {
    throw new Error(
      `${path} has no extension of ${outputFormats.map((each) => `.${each}`).join(", ")}; name the format with --format.`,
    );
  }
  if (!force && existsSync(path)) throw new Error(`${path} exists; --force replaces it.`);
  return { format: found, path };
}

function formatOf(path: string): OutputFormat | undefined {
  const extension = extname(path).slice(1).toLowerCase();
  return extension === "json" ? "geojson" : outputFormats.find((format) => format === extension);
}
