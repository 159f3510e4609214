/** Reads whatever the engine wrote that holds zones. */
import { engineJsonIn } from "./engine-text";
import { planSource } from "./preview";
import { stackSource } from "./stack";
import type { ZoneSource } from "./zone-source";

/**
 * The zones of a plan or a state; undefined where the text is neither.
 *
 * @throws PlanFileError if the engine wrote the text, but it holds no zones to read
 */
export function readEngineText(text: string, name: string): ZoneSource | undefined {
  const engine = engineJsonIn(text, name);
  if (engine?.kind === "plan") return planSource(engine.json, name);
  return engine?.kind === "stack" ? stackSource(engine.json, name) : undefined;
}
