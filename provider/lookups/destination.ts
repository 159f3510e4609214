import type { Output } from "@pulumi/pulumi";

import type { FunctionOptions, GetDestinationArgs } from "./args";
import { invokeOutput, invokeAsync } from "./invoke";
import type { GetDestinationResult } from "./results";

/**
 * Finds a destination by its `destinationId` or its exact name.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const { address } = await bluedot.getDestination({ destinationId: "store-42" });
 */
export function getDestination(
  args: GetDestinationArgs,
  opts?: FunctionOptions,
): Promise<GetDestinationResult> {
  return invokeAsync("getDestination", args, opts);
}

/**
 * Finds a destination by its `destinationId` or its exact name; unknown as long as an argument is.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const store = bluedot.getDestinationOutput({ name: "Collins Street", projectId: project.id });
 */
export function getDestinationOutput(
  args: GetDestinationArgs,
  opts?: FunctionOptions,
): Output<GetDestinationResult> {
  return invokeOutput("getDestination", args, opts);
}
