/** Reads the files that rules name: points, lines and tracks, in any format that zones may have. */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { contentOf } from "../../files/content";
import type { Feature } from "../../files/feature";
import { Report } from "../../files/report";
import { bytesOf, cannotRead, reporting } from "../../files/source";
import { isWkt } from "../../files/wkt/lines";
import type { Point } from "../../geometry/point";
import { readTrack } from "../track/read";
import { csvRows } from "./csv-rows";
import type { NamedLine, PointTable, Reading } from "./point-table";
import { hasWktOnly, nameColumns, pointsOfCsv } from "./points-csv";

/**
 * @param folder that the names of files are relative to
 * @param onWarning called with a sentence for what was put right
 */
export function readingIn(folder: string, onWarning: (sentence: string) => void): Reading {
  return {
    points: (file, nameFrom) => {
      const path = resolve(folder, file);
      const table = reporting(file, { onWarning }, (report) => {
        // A pipe can be read only once.
        const source = isRegular(path, file) ? path : bytesOf(path, file);
        if (
          isTable(typeof source === "string" ? startOf(source, file) : source.subarray(0, startLength), file)
        )
          return pointsOfCsv(source, file, nameFrom, report);
        const bytes = typeof source === "string" ? bytesOf(source, file) : source;
        return drawnPoints(bytes, file, nameFrom, report);
      });
      if (table === undefined || table.count === 0)
        throw new Error(`${file}: it has no points, and must have one at least`);
      return table;
    },
    lines: (file) => {
      const bytes = bytesOf(resolve(folder, file), file);
      const lines = reporting(file, { onWarning }, (report) => drawnLines(bytes, file, report));
      if (lines.length === 0) throw new Error(`${file}: it has no lines; a check of nothing must not pass`);
      return lines;
    },
    track: (file, timeZone) =>
      readTrack(resolve(folder, file), {
        source: "path",
        fileName: file,
        onWarning,
        ...(timeZone !== undefined && { timeZone }),
      }),
  };
}

function isRegular(path: string, file: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    throw cannotRead(path, file, error);
  }
}

/** Enough for a comment and a header. */
const startLength = 1 << 16;

/** All but JSON, markup, archives and WKT: tables alone may have a million rows, and are not read at once. */
function isTable(start: Buffer, file: string): boolean {
  const beginning = start.toString("latin1").replaceAll("\0", "");
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x1e]*([[{<]|PK\x03\x04)/.test(beginning)) return false;
  if (isWkt(beginning.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, ""))) return false;
  // Its faults are reported where the table is read.
  for (const row of csvRows(start, file, new Report())) return !hasWktOnly(row.fields());
  return true;
}

function startOf(path: string, file: string): Buffer {
  const bytes = Buffer.alloc(startLength);
  try {
    const source = openSync(path, "r");
    try {
      return bytes.subarray(0, readSync(source, bytes));
    } finally {
      closeSync(source);
    }
  } catch (error) {
    throw cannotRead(path, file, error);
  }
}

function drawnPoints(bytes: Buffer, file: string, nameFrom: string | undefined, report: Report): PointTable {
  const points: { point: Point; name: string }[] = [];
  for (const [at, feature] of featuresIn(bytes, file, report).entries()) {
    for (const shape of feature.shapes) {
      if (shape.kind === "point") points.push({ point: shape.point, name: nameOf(feature, at, nameFrom) });
      else report.fault(shape.place, `this is a ${shape.kind}, and each must be a point`);
    }
  }
  return {
    name: file,
    count: points.length,
    latitudes: Float64Array.from(points, ({ point }) => point.latitude),
    longitudes: Float64Array.from(points, ({ point }) => point.longitude),
    describe: (indexes) => indexes.map((index) => points[index]?.name ?? ""),
  };
}

function drawnLines(bytes: Buffer, file: string, report: Report): NamedLine[] {
  return featuresIn(bytes, file, report).flatMap((feature, at) =>
    feature.shapes.flatMap((shape): NamedLine[] => {
      if (shape.kind === "line") return [{ name: nameOf(feature, at, undefined), points: shape.points }];
      report.fault(shape.place, `this is a ${shape.kind}, and each must be a line`);
      return [];
    }),
  );
}

function featuresIn(bytes: Buffer, file: string, report: Report): readonly Feature[] {
  const content = contentOf(bytes, file, {}, report);
  if (content?.kind === "importer") report.fault({}, "this is a table of zones");
  return content?.kind === "features" ? content.features : [];
}

/** `"Rogers"`, or `feature 41` without a name, counted from 1. */
function nameOf({ name, properties }: Feature, at: number, nameFrom: string | undefined): string {
  const keys = nameFrom === undefined ? nameColumns : [nameFrom];
  const values = [
    ...(nameFrom === undefined ? [name] : []),
    ...keys.map((key) => properties.get(key)?.value),
  ];
  const [found] = values.flatMap((value) => {
    if (typeof value === "number") return [String(value)];
    return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
  });
  return found === undefined ? `feature ${at + 1}` : JSON.stringify(found);
}
