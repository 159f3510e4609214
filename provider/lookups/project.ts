import type { Output } from "@pulumi/pulumi";

import type { FunctionOptions, GetProjectArgs, GetProjectsArgs } from "./args";
import { invokeOutput, invokeAsync } from "./invoke";
import type { GetProjectResult } from "./results";

/**
 * Finds a project by its id or its exact name.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const { id } = await bluedot.getProject({ name: "coffee" });
 */
export function getProject(args: GetProjectArgs, opts?: FunctionOptions): Promise<GetProjectResult> {
  return invokeAsync("getProject", args, opts);
}

/**
 * Finds a project by its id or its exact name; unknown as long as an argument is.
 *
 * @throws an error where there is none, with the nearest names; and where several have the name, with their ids
 * @example
 * const project = bluedot.getProjectOutput({ name: "coffee" });
 * const zone = new bluedot.Zone("cafe", { projectId: project.id, minimumRetriggerTime, geofeatures });
 */
export function getProjectOutput(args: GetProjectArgs, opts?: FunctionOptions): Output<GetProjectResult> {
  return invokeOutput("getProject", args, opts);
}

/**
 * Finds all projects of the account, in the order of the API.
 *
 * @example
 * const names = (await bluedot.getProjects()).map(({ name }) => name);
 */
export function getProjects(args: GetProjectsArgs = {}, opts?: FunctionOptions): Promise<GetProjectResult[]> {
  return invokeAsync("getProjects", args, opts);
}

/**
 * Finds all projects of the account, in the order of the API; unknown as long as an argument is.
 *
 * @example
 * export const names = bluedot.getProjectsOutput().apply((projects) => projects.map(({ name }) => name));
 */
export function getProjectsOutput(
  args: GetProjectsArgs = {},
  opts?: FunctionOptions,
): Output<GetProjectResult[]> {
  return invokeOutput("getProjects", args, opts);
}
