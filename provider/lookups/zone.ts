import type { Output } from "@pulumi/pulumi";

import { usageError } from "../program/usage-error";
import { readPoint } from "../zone/points";
import type { FunctionOptions, GetTagsArgs, GetZoneArgs, GetZonesArgs } from "./args";
import { invokeOutput, invokeAsync } from "./invoke";
import type { GetZoneResult } from "./results";

/**
 * Finds a zone by its id, or by its exact name in a project.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const { fenceIds } = await bluedot.getZone({ name: "cafe", projectId });
 */
export function getZone(args: GetZoneArgs, opts?: FunctionOptions): Promise<GetZoneResult> {
  return invokeAsync("getZone", args, opts);
}

/**
 * Finds a zone by its id, or by its exact name in a project; unknown as long as an argument is.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * export const fenceIds = bluedot.getZoneOutput({ name: "cafe", projectId: project.id }).fenceIds;
 */
export function getZoneOutput(args: GetZoneArgs, opts?: FunctionOptions): Output<GetZoneResult> {
  return invokeOutput("getZone", args, opts);
}

/**
 * Finds all zones of a project that fit every filter, all pages of them, in the order of the API.
 *
 * @throws an error where there is no such project
 * @example
 * const cafes = await bluedot.getZones({ projectId, tags: ["cafe"] });
 */
export function getZones(args: GetZonesArgs, opts?: FunctionOptions): Promise<GetZoneResult[]> {
  return invokeAsync("getZones", inBox(getZones, args), opts);
}

/**
 * Finds all zones of a project that fit every filter; unknown as long as an argument is.
 *
 * @throws an error where there is no such project
 * @example
 * const nearby = bluedot.getZonesOutput({ projectId: project.id, northEast: "-37.7, 145.1", southWest: "-37.9, 144.8" });
 */
export function getZonesOutput(args: GetZonesArgs, opts?: FunctionOptions): Output<GetZoneResult[]> {
  return invokeOutput("getZones", inBox(getZonesOutput, args), opts);
}

/**
 * Counts the zones of a project that fit every filter, in one request.
 *
 * @throws an error where there is no such project
 * @example
 * const count = await bluedot.getZoneCount({ projectId });
 */
export function getZoneCount(args: GetZonesArgs, opts?: FunctionOptions): Promise<number> {
  return invokeAsync("getZoneCount", inBox(getZoneCount, args), opts);
}

/**
 * Counts the zones of a project that fit every filter, in one request; unknown as long as an argument is.
 *
 * @throws an error where there is no such project
 * @example
 * export const count = bluedot.getZoneCountOutput({ projectId: project.id });
 */
export function getZoneCountOutput(args: GetZonesArgs, opts?: FunctionOptions): Output<number> {
  return invokeOutput("getZoneCount", inBox(getZoneCountOutput, args), opts);
}

/**
 * Finds every tag that a zone of a project has, each once.
 *
 * @throws an error where there is no such project
 * @example
 * const tags = await bluedot.getTags({ projectId });
 */
export function getTags(args: GetTagsArgs, opts?: FunctionOptions): Promise<string[]> {
  return invokeAsync("getTags", args, opts);
}

/**
 * Finds every tag that a zone of a project has, each once; unknown as long as an argument is.
 *
 * @throws an error where there is no such project
 * @example
 * export const tags = bluedot.getTagsOutput({ projectId: project.id });
 */
export function getTagsOutput(args: GetTagsArgs, opts?: FunctionOptions): Output<string[]> {
  return invokeOutput("getTags", args, opts);
}

/** The corners of the box as the points that they are. */
function inBox(asker: (args: GetZonesArgs) => unknown, args: GetZonesArgs): object {
  const corner = (key: "northEast" | "southWest") => {
    const given = args[key];
    return given === undefined
      ? {}
      : { [key]: readPoint(given, (why) => usageError(asker, `: ${key} ${why}.`)) };
  };
  return { ...args, ...corner("northEast"), ...corner("southWest") };
}
