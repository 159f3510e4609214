/** The output of the command: text, JSON, or the zones as a layer of a map. */
import type { PlainGeofeature } from "../../geometry/plain-zone";
import { featureText, geometryOf } from "../../map/geojson";
import { plainZoneOf } from "../../plan/plain-zone-of";
import { printable } from "../../provider/printable";
import { zone } from "../../provider/zone/definition";
import { declaredFormOf } from "../adopt/declared-form";
import type { Comparison, UnmanagedObject } from "./unmanaged";

export const formats = ["text", "json", "geojson"] as const;
export type Format = (typeof formats)[number];

export interface Result extends Comparison {
  /** `the stack`, `the 2 stacks`. */
  readonly stacks: string;
}

export function formatted(format: Format, result: Result): string {
  switch (format) {
    case "text":
      return textOf(result);
    case "json":
      return JSON.stringify({ looked: result.looked, unmanaged: result.unmanaged.map(jsonOf) }, null, 2);
    case "geojson":
      return geojsonOf(result.unmanaged);
  }
}

function jsonOf({ kind, name, id, project, createdAt, isLookedUp }: UnmanagedObject): object {
  return { kind, name, id, project, createdAt, lookedUp: isLookedUp };
}

/** A line for each object, under its project. */
function textOf({ unmanaged, looked, stacks }: Result): string {
  if (unmanaged.length === 0)
    return `Nothing is unmanaged: ${counted(looked, "object")} looked at, all in ${stacks}.`;
  const lines = [`Not in ${stacks}: ${unmanaged.length} of ${counted(looked, "object")}.`];
  let heading = "";
  for (const object of unmanaged) {
    const { kind, name, id, project, createdAt, isLookedUp } = object;
    const next =
      project === undefined
        ? "Of no project:"
        : `Project ${quoted(project.name)} (${printable(project.id)}):`;
    if (next !== heading) lines.push(next);
    heading = next;
    const more = [
      ...(createdAt === undefined ? [] : [`created ${printable(createdAt)}`]),
      ...(isLookedUp ? ["looked up by the program"] : []),
    ];
    lines.push(
      `  ${kind} ${quoted(name)} ${printable(id)}${more.length === 0 ? "" : `, ${more.join(", ")}`}`,
    );
  }
  return lines.join("\n");
}

/** The sides of a circle. */
const sides = 64;
/** A centimetre. */
const decimals = 7;

/** A feature for each geofeature of each zone; other objects have no place. */
function geojsonOf(unmanaged: readonly UnmanagedObject[]): string {
  const features = unmanaged.flatMap((object) =>
    geofeaturesOf(object).flatMap((geofeature) => {
      const geometry = geometryOf(geofeature, sides, decimals);
      if (geometry === undefined) return [];
      const { name, id, project, createdAt } = object;
      const properties = {
        zone: name,
        name: geofeature.name,
        id,
        ...(project !== undefined && { project: project.name }),
        ...(createdAt !== undefined && { createdAt }),
      };
      return [featureText(properties, geometry)];
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}`;
}

/** The number of objects without a feature in the layer. */
export function withoutPlace(unmanaged: readonly UnmanagedObject[]): number {
  return unmanaged.filter((object) => geofeaturesOf(object).every(({ type }) => type === "beacon")).length;
}

function geofeaturesOf({ kind, name, found }: UnmanagedObject): readonly PlainGeofeature[] {
  const reading = kind === "zone" ? plainZoneOf(declaredFormOf(zone.fields, found), name) : undefined;
  return reading !== undefined && "zone" in reading ? reading.zone.geofeatures : [];
}

function quoted(text: string): string {
  return printable(JSON.stringify(text));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
