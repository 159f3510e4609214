/** The fixes of a GeoJSON file: its lines with the times in their properties, or else its points. */
import type { Place, Report } from "../../files/report";
import type { FixField, RawFix } from "./raw-fix";

type Members = { readonly [name: string]: unknown };

interface Part {
  readonly geometry: Members;
  readonly properties: Members;
  readonly path: string;
}

export function fixesOfGeoJson(text: string, report: Report): RawFix[] {
  const value = parsed(text, report);
  if (value === undefined) return [];
  if (!isMembers(value)) {
    report.fault({ path: "the file" }, "it must be a GeoJSON object");
    return [];
  }
  checkCrs(value, report);
  const parts = partsOf(value, "");
  const lines = parts.filter(({ geometry: { type } }) => type === "LineString" || type === "MultiLineString");
  const points = parts.filter(({ geometry: { type } }) => type === "Point");
  const taken = lines.length > 0 ? lines : points;
  const others = parts.length - taken.length;
  if (taken.length === 0 && others > 0)
    report.fault(
      { path: parts[0]?.path ?? "" },
      "a track is made of lines or points, and this file has none",
    );
  if (others > 0 && taken[0] !== undefined) {
    const kind = lines.length > 0 ? "lines" : "points";
    report.warn(
      { path: taken[0].path },
      `the track is what the ${kind} are; ${others} of other geometries ${others === 1 ? "is" : "are"} passed over`,
    );
  }
  if (lines.length === 0) return points.flatMap((part) => fixOfPoint(part, report));
  let segment = 0;
  return lines.flatMap((part) =>
    linesIn(part, report).flatMap(({ positions, times, path }) =>
      fixesOfLine(positions, times, path, segment++, report),
    ),
  );
}

function parsed(text: string, report: Report): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
    const position = { line: Number(line ?? 1), column: Number(column ?? 1) };
    report.fault({ position }, "this is no valid JSON from here on");
    return undefined;
  }
}

function checkCrs({ crs }: Members, report: Report): void {
  const properties = isMembers(crs) && isMembers(crs["properties"]) ? crs["properties"] : undefined;
  const name = properties?.["name"];
  if (crs === undefined || crs === null) return;
  if (typeof name === "string" && /(CRS84|EPSG:+4326)$/i.test(name)) return;
  report.fault({ path: "crs" }, "the track must have longitude and latitude of WGS 84; convert it first");
}

/** The geometries of a value in its order, each with the properties of its feature. */
function partsOf(value: unknown, path: string, properties: Members = {}): Part[] {
  if (!isMembers(value)) return [];
  const inner = (name: string) => (path === "" ? name : `${path}.${name}`);
  const each = (name: string) => {
    const list: unknown = value[name];
    return Array.isArray(list)
      ? list.flatMap((member: unknown, at) => partsOf(member, `${inner(name)}[${at}]`, properties))
      : [];
  };
  if (value["type"] === "FeatureCollection") return each("features");
  if (value["type"] === "GeometryCollection") return each("geometries");
  if (value["type"] !== "Feature") return [{ geometry: value, properties, path: inner("coordinates") }];
  const own = value["properties"];
  return partsOf(value["geometry"], inner("geometry"), isMembers(own) ? own : {});
}

interface Line {
  readonly positions: readonly unknown[];
  readonly times: readonly unknown[] | undefined;
  readonly path: string;
}

function linesIn({ geometry, properties, path }: Part, report: Report): Line[] {
  const { type, coordinates } = geometry;
  if (!Array.isArray(coordinates)) {
    report.fault({ path }, "it must be a list of positions");
    return [];
  }
  const times = timesIn(properties);
  if (type === "LineString") return [{ positions: coordinates, times, path }];
  return coordinates.flatMap((positions: unknown, at) => {
    const ofLine: unknown = times?.[at];
    const line = `${path}[${at}]`;
    if (Array.isArray(positions) && (times === undefined || Array.isArray(ofLine)))
      return [{ positions, times: Array.isArray(ofLine) ? ofLine : undefined, path: line }];
    report.fault(
      { path: line },
      "it must be a list of positions, with a list of times where the others have one",
    );
    return [];
  });
}

/** Where converters put them: `coordinateProperties.times`, `coordTimes` or `times`. */
function timesIn(properties: Members): readonly unknown[] | undefined {
  const { coordinateProperties, coordTimes, times } = properties;
  const places = [
    isMembers(coordinateProperties) ? coordinateProperties["times"] : undefined,
    coordTimes,
    times,
  ];
  return places.find((each): each is unknown[] => Array.isArray(each));
}

function fixesOfLine(
  positions: readonly unknown[],
  times: readonly unknown[] | undefined,
  path: string,
  segment: number,
  report: Report,
): RawFix[] {
  if (times !== undefined && times.length !== positions.length) {
    report.fault(
      { path },
      `it has ${positions.length} positions and ${times.length} times; there must be one for each`,
    );
    return [];
  }
  return positions.flatMap((position, at) =>
    rawFix(position, { time: times?.[at] }, { path: `${path}[${at}]` }, segment, report),
  );
}

function fixOfPoint({ geometry, properties, path }: Part, report: Report): RawFix[] {
  const { time, timestamp, speed, course, heading, accuracy } = properties;
  const more = { time: time ?? timestamp, speed, course: course ?? heading, accuracy };
  return rawFix(geometry["coordinates"], more, { path }, 0, report);
}

function rawFix(
  position: unknown,
  more: Readonly<Partial<Record<FixField, unknown>>>,
  place: Place,
  segment: number,
  report: Report,
): RawFix[] {
  const pair: readonly unknown[] = Array.isArray(position) ? position : [];
  const [longitude, latitude] = pair;
  const values: Partial<Record<FixField, string | number>> = {};
  if (typeof longitude !== "number" || typeof latitude !== "number") {
    report.fault(place, "it must be a longitude and a latitude");
    return [];
  }
  for (const [field, value] of entriesOf({ ...more, longitude, latitude })) {
    if (typeof value === "string" || typeof value === "number") values[field] = value;
    else if (value !== undefined && value !== null)
      report.fault(place, `its ${field} must be a text or a number`);
  }
  return [{ values, placeOf: () => place, segment }];
}

const fields = ["latitude", "longitude", "time", "speed", "course", "accuracy"] as const;

function entriesOf(values: Readonly<Partial<Record<FixField, unknown>>>): [FixField, unknown][] {
  return fields.map((field) => [field, values[field]]);
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
