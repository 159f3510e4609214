/** The formats of a map, and the endings of their files. */
import { extname } from "node:path";

export const formats = ["html", "markdown", "svg", "geojson"] as const;

export type Format = (typeof formats)[number];

const endings: Readonly<Record<string, Format>> = {
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".svg": "svg",
  ".geojson": "geojson",
  ".json": "geojson",
};

/** Of a file's name; HTML where its ending says nothing. */
export function formatOf(path: string | undefined): Format {
  return endings[extname(path ?? "").toLowerCase()] ?? "html";
}
