/** Zones that a program cannot declare beside others: it would declare one object twice. */
import { isEquivalent } from "../../provider/schema/equivalent";
import type { Entry } from "./construction";
import { printable } from "../../provider/printable";
import { quoted } from "./source";

/** Without those that are equal in all to one before; each that is left out is named in `leftOut`. */
export function withoutRepeated(zones: readonly Entry[], leftOut: string[]): Entry[] {
  const byName = Map.groupBy(zones, ({ args }) => JSON.stringify([args["projectId"], args["name"]]));
  const repeated = new Set<Entry>();
  for (const alike of byName.values()) {
    for (const [at, zone] of alike.entries()) {
      const { fields } = zone.definition;
      const first = alike.slice(0, at).find((each) => isEquivalent(fields, each.args, zone.args, zone.args));
      if (first === undefined) continue;
      repeated.add(zone);
      leftOut.push(
        `Zone ${quoted(zone.title)} (${printable(zone.id)}) is equal in all to ${printable(first.id)}, and a program declares a zone once: delete one of the two, or rename it, and adopt again.`,
      );
    }
  }
  return zones.filter((zone) => !repeated.has(zone));
}
