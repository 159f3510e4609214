import type { Output } from "@pulumi/pulumi";

import type { FunctionOptions, GetBeaconArgs } from "./args";
import { invokeOutput, invokeAsync } from "./invoke";
import type { GetBeaconResult } from "./results";

/**
 * Finds a beacon of the account by its id or its exact name.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const counter = await bluedot.getBeacon({ name: "counter" });
 * const geofeatures = [bluedot.beacon(counter, { proximity: "Near" })];
 */
export function getBeacon(args: GetBeaconArgs, opts?: FunctionOptions): Promise<GetBeaconResult> {
  return invokeAsync("getBeacon", args, opts);
}

/**
 * Finds a beacon of the account by its id or its exact name; unknown as long as an argument is.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const geofeatures = [bluedot.beacon(bluedot.getBeaconOutput({ name: "counter" }), { proximity: "Near" })];
 */
export function getBeaconOutput(args: GetBeaconArgs, opts?: FunctionOptions): Output<GetBeaconResult> {
  return invokeOutput("getBeacon", args, opts);
}
