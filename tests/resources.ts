/** The definition of every resource. The compiler demands the one of a handler that is new in `provider/handlers.ts`. */
import { beacon } from "../provider/beacon/definition";
import { destination } from "../provider/destination/definition";
import type * as handlers from "../provider/handlers";
import type { Definition } from "../provider/lifecycle/definition";
import { project } from "../provider/project/definition";
import { user } from "../provider/user/definition";
import { zone } from "../provider/zone/definition";

type ClassName = Capitalize<keyof typeof handlers>;
export type SetName = Extract<ClassName, `${string}Set`>;
export type ResourceName = Exclude<ClassName, SetName>;

export const definitions: Readonly<Record<ResourceName, Definition>> = {
  Project: project,
  Zone: zone,
  Destination: destination,
  Beacon: beacon,
  User: user,
};

export const resourceNames = Object.keys(definitions).filter(isResourceName);

function isResourceName(name: string): name is ResourceName {
  return name in definitions;
}
