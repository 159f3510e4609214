/** Finds the format of a file by its content: its name may say anything. */
import { isZip, namesIn, unzipKml } from "./archive";
import { decode } from "./decode";
import type { Feature } from "./feature";
import { readGeoJson } from "./geojson/read";
import { decodeKml } from "./kml/decode";
import { readKml } from "./kml/read";
import type { Report } from "./report";
import { usualNames } from "./table/dialects";
import { readTable, type TableOptions } from "./table/read";
import { rowsOf, type Row } from "./table/rows";
import { conversionCommand, noneOfThese, unreadable } from "./unreadable";
import { isWkt, readWktLines } from "./wkt/lines";

export type Content =
  | { readonly kind: "features"; readonly features: readonly Feature[] }
  /** A table in the columns of Bluedot's own zone importer. */
  | { readonly kind: "importer"; readonly rows: readonly Row[] };

/** Undefined after a fault. */
export function contentOf(
  bytes: Buffer,
  file: string,
  options: TableOptions,
  report: Report,
): Content | undefined {
  const reason = unreadable({ file, bytes, names: isZip(bytes) ? namesIn(bytes) : [] });
  if (reason !== undefined) {
    report.fault({}, reason);
    return undefined;
  }
  if (isZip(bytes)) return kml(unzipKml(bytes, report), options, report);
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    report.fault({}, "the file is empty");
    return undefined;
  }
  if (isMarkup(bytes)) return kml(decodeKml(bytes, report), options, report);
  const isJson = /^(\xef\xbb\xbf)?\s*[[{]/.test(bytes.toString("latin1", 0, 200));
  const text = decode(bytes, report, isJson ? "save it in UTF-8" : undefined);
  return text === undefined ? undefined : contentOfText(text, file, options, report);
}

function contentOfText(
  text: string,
  file: string,
  options: TableOptions,
  report: Report,
): Content | undefined {
  // A record separator begins each object of a sequence (RFC 8142).
  if (/^[\s\u001e]*[[{]/.test(text))
    return features(readGeoJson(text, file, options.axes ?? "lng,lat", report));
  if (isWkt(text)) return features(readWktLines(text, options.axes ?? "lng,lat", report));
  return table(text, file, options, report);
}

function table(text: string, file: string, options: TableOptions, report: Report): Content | undefined {
  // Excel's own first line, which names the separator: blank, so that all positions stay.
  const rows = rowsOf(
    text.replace(/^sep=.(?=\n)/i, (line) => " ".repeat(line.length)),
    report,
  );
  const [header] = rows;
  if (header === undefined) {
    // Wrong quotes in the header are reported already.
    if (!report.hasFaults) report.fault({}, "the file is empty");
    return undefined;
  }
  const names = header.texts.map((name) => name.replaceAll(/\s/g, "").toLowerCase());
  if (isImporters(names)) return { kind: "importer", rows };
  if (names.length === 1 && options.wkt === undefined && !/wkt|geom/.test(names[0] ?? "")) {
    report.fault({}, `${noneOfThese}, such as ${conversionCommand(file)}`);
    return undefined;
  }
  return features(readTable(rows, options, report));
}

/** True for a header with two of the columns that the importer requires; only the fences are its alone. */
function isImporters(names: readonly string[]): boolean {
  const count = ["zonename", "minimumretriggertime", "fences"].filter((each) => names.includes(each)).length;
  const isOther = usualNames.latitude
    .concat(usualNames.wkt)
    .some((list) => list.some((name) => names.includes(name)));
  return count === 3 || (count === 2 && (names.includes("fences") || !isOther));
}

/** True for XML and HTML, in UTF-8 or UTF-16. */
function isMarkup(bytes: Buffer): boolean {
  const beginning = bytes.toString("latin1", 0, 200).replaceAll("\0", "");
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(beginning);
}

function kml(
  text: string | undefined,
  { axes = "lng,lat" }: TableOptions,
  report: Report,
): Content | undefined {
  return text === undefined ? undefined : features(readKml(text, axes, report));
}

function features(features: readonly Feature[]): Content {
  return { kind: "features", features };
}
