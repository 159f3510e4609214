/** The instruction to push a change to phones at once: the resource's word, else the stack's. */
import type { Configuration } from "../configuration";
import type { JsonObject } from "../json";
import type { Definition } from "./definition";

/** What is said with a change; nothing for a resource that phones do not hear of. */
export function pushFor(
  { pushes }: Definition,
  declared: JsonObject,
  configuration: Configuration,
): { shouldSync?: boolean } {
  if (!pushes) return {};
  const word = declared["shouldSync"];
  return { shouldSync: typeof word === "boolean" ? word : configuration.shouldSync };
}
