/** Finds the zone that a user means by a text: its label, or its name where only one zone has it. */
import type { LabelledZone } from "../ground";

/** The label; undefined where no zone, or more than one, is meant. */
export function labelMeant(text: string, zones: readonly LabelledZone[]): string | undefined {
  if (zones.some(({ label }) => label === text)) return text;
  const named = zones.filter(({ zone }) => zone.name === text);
  return named.length === 1 ? named[0]?.label : undefined;
}
