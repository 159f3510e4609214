/** The instruction to push a change to phones at once: of the resource, otherwise of the stack. */
import type { Configuration } from "../configuration";
import type { JsonObject } from "../json";
import type { Definition } from "./definition";

/** Empty for a resource that is not sent to phones. */
export function pushFor(
  { pushes }: Definition,
  declared: JsonObject,
  configuration: Configuration,
): { shouldSync?: boolean } {
  if (!pushes) return {};
  const own = declared["shouldSync"];
  return { shouldSync: typeof own === "boolean" ? own : configuration.shouldSync };
}
