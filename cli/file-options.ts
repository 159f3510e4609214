/** The options of commands that read zones from a file of any format. */
import { Option, type Command } from "commander";

import type { ReadZonesOptions } from "../files/options";
import { positive, wholeNumber } from "./number-options";
import { textBy } from "./text-option";

/** As `commander` gives them. */
export interface FileOptions {
  readonly name?: string;
  readonly group?: string;
  readonly radius?: string;
  readonly retrigger?: number;
  readonly customData?: readonly string[];
  readonly holes?: "refuse" | "fill";
  readonly simplify?: number;
  readonly dropSmallerThan?: number;
  readonly maxVertices?: number;
  readonly tags?: string;
  readonly customActionName?: string;
  readonly axes?: "lng,lat" | "lat,lng";
  readonly latitude?: string;
  readonly longitude?: string;
  readonly wkt?: string;
}

/** Adds the options to a command, in the order of its help. */
export function addFileOptions(command: Command): Command {
  return command
    .option(
      "--name <property or template>",
      'the names of zones: a property or column, or a template such as "{folder} {name}"',
    )
    .option(
      "--group <property or template>",
      "one zone of all features with the same text here; `folder` for the folder in KML",
    )
    .option("--radius <metres or property>", "the radius of points that have none of their own")
    .option(
      "--retrigger <seconds>",
      "minimumRetriggerTime of zones that have none of their own",
      wholeNumber(60, 3_599_940),
    )
    .option("--custom-data <properties>", "the properties that become custom data, with commas between", list)
    .addOption(
      new Option("--holes <how>", "polygons with holes, which Bluedot does not have").choices([
        "refuse",
        "fill",
      ]),
    )
    .option("--simplify <metres>", "leave out vertices that move an outline by less", positive)
    .option("--drop-smaller-than <m²>", "leave out polygons of a smaller area", positive)
    .option("--max-vertices <number>", "outlines of more vertices are faults", wholeNumber(3, 999_999_999))
    .option("--tags <property>", "the property that has the tags, with commas or semicolons between")
    .option(
      "--custom-action-name <key>",
      "the key of custom data for the names of custom actions in a table of the zone importer",
    )
    .addOption(
      new Option("--axes <order>", "GeoJSON, KML or WKT that has the latitude first, which is wrong").choices(
        ["lng,lat", "lat,lng"],
      ),
    )
    .option("--latitude <column>", "the column of latitudes in a table")
    .option("--longitude <column>", "the column of longitudes in a table")
    .option("--wkt <column>", "the column of shapes in WKT in a table");
}

/** The options as the readers take them. */
export function readZonesOptions(options: FileOptions): ReadZonesOptions {
  const { name, group, radius, retrigger, customData, holes, simplify, dropSmallerThan } = options;
  const { maxVertices, tags, customActionName, axes, latitude, longitude, wkt } = options;
  return {
    ...(name !== undefined && { name: textBy(name, "--name") }),
    ...(group !== undefined && { group: textBy(group, "--group") }),
    ...(radius !== undefined && { radius: /^(\d+\.?\d*|\.\d+)$/.test(radius) ? Number(radius) : radius }),
    ...(retrigger !== undefined && { minimumRetriggerTime: retrigger }),
    ...(customData !== undefined && { customData }),
    ...(holes !== undefined && { holes }),
    ...(simplify !== undefined && { simplify }),
    ...(dropSmallerThan !== undefined && { dropSmallerThan }),
    ...(maxVertices !== undefined && { maxVertices }),
    ...(tags !== undefined && { tags }),
    ...(customActionName !== undefined && { customActionName }),
    ...(axes !== undefined && { axes }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(wkt !== undefined && { wkt }),
  };
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
