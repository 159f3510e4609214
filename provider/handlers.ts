/**
 * The handler of each resource, by the name that every state holds: `require("pulumi-bluedot/handlers").zone`.
 * These names are permanent.
 */
import { handlerOf } from "./lifecycle/handler";
import { project as projectDefinition } from "./project/lifecycle";
import { zone as zoneDefinition } from "./zone/lifecycle";

export const project = handlerOf(projectDefinition);
export const zone = handlerOf(zoneDefinition);
