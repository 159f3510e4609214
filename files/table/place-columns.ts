/** Finds the columns that say where something is: by options, by a dialect, or by their usual names. */
import type { ColumnOptions } from "../options";
import type { Report } from "../report";
import { dialects, usualNames, type Dialect } from "./dialects";
import { shown, type Header } from "./header";

type PlaceColumn = "latitude" | "longitude" | "wkt";

/** Indexes of columns. */
export interface PlaceColumns {
  readonly wkt?: number | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly coordinates?: number | undefined;
}

export function dialectOf(header: Header): Dialect | undefined {
  return dialects.find(({ marks }) => marks.every((mark) => header.has(mark)));
}

/** Undefined after a fault. */
export function placeColumnsOf(
  header: Header,
  dialect: Dialect | undefined,
  options: ColumnOptions,
  report: Report,
): PlaceColumns | undefined {
  const hasOption = (["latitude", "longitude", "wkt"] as const).some((what) => options[what] !== undefined);
  if (dialect !== undefined && !hasOption) {
    const of = (name: string | undefined) => (name === undefined ? undefined : header.indexOf(name));
    return {
      wkt: of(dialect.wkt),
      latitude: of(dialect.latitude),
      longitude: of(dialect.longitude),
      coordinates: of(dialect.coordinates),
    };
  }
  const faults = { count: 0 };
  const find = (what: PlaceColumn): number | undefined => {
    const option = options[what];
    const found =
      option === undefined ? byUsualName(what, header, report) : header.columnOf(what, option, report);
    if (found === "ambiguous" || (found === undefined && option !== undefined)) faults.count += 1;
    return found === "ambiguous" ? undefined : found;
  };
  const isByPoint = options.latitude !== undefined || options.longitude !== undefined;
  const wkt = isByPoint && options.wkt === undefined ? undefined : find("wkt");
  // A table of shapes needs no points, and those that it has may be the places of labels.
  const isByWkt = options.wkt !== undefined && !isByPoint;
  const latitude = isByWkt ? undefined : find("latitude");
  const longitude = isByWkt ? undefined : find("longitude");
  if (faults.count > 0) return undefined;
  if (wkt !== undefined || (latitude !== undefined && longitude !== undefined))
    return { wkt, latitude, longitude };
  reportMissing(header, latitude, longitude, report);
  return undefined;
}

function byUsualName(what: PlaceColumn, header: Header, report: Report): number | "ambiguous" | undefined {
  for (const names of usualNames[what]) {
    const indexes = names.flatMap((name) => header.indexOf(name) ?? []);
    const [index] = indexes;
    if (index === undefined) continue;
    if (indexes.length === 1) return index;
    const candidates = indexes.map((each) => header.names[each] ?? "");
    report.fault(
      header.placeOf(index),
      `${shown(candidates)} may each be the ${what}${report.advise(what, candidates[0], (option) => `; ${option} names one`)}`,
    );
    return "ambiguous";
  }
  return undefined;
}

function reportMissing(
  header: Header,
  latitude: number | undefined,
  longitude: number | undefined,
  report: Report,
): void {
  const lacks =
    latitude === undefined && longitude === undefined
      ? "no columns latitude and longitude, and none of WKT"
      : `a column of ${latitude === undefined ? "longitudes, and none of latitudes" : "latitudes, and none of longitudes"}`;
  report.fault(header.place, `the table has ${lacks}${optionsAdvice(report)}; ${header.advice("latitude")}`);
}

function optionsAdvice(report: Report): string {
  const [latitude, longitude, wkt] = (["latitude", "longitude", "wkt"] as const).map((name) =>
    report.advise(name, undefined, (option) => option),
  );
  return latitude === "" ? "" : `; ${latitude} with ${longitude}, or ${wkt}, names them`;
}
