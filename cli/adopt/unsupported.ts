/** Objects and fields that the program does not declare, each reported in a sentence. */
import { isEquivalent } from "../../provider/schema/equivalent";
import { orderedFor } from "../../provider/schema/field";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Entry } from "./codegen-call";
import type { Unsupported } from "./declaration";
import { compare } from "./names";
import { destinationOf, type Home, type SharedIds } from "./project-file";
import { printable } from "../../provider/printable";
import { quoted } from "./codegen-literal";

export function cannotBeDeclared({ noun }: Definition, { title, id, reasons }: Unsupported): string {
  const which = id === "" ? quoted(title) : `${quoted(title)} (${printable(id)})`;
  return `${noun} ${which} cannot be declared: ${printable(reasons.join("; "))}.`;
}

/** Zones of projects that were not read. */
export function zonesWithoutProject(zones: readonly Entry[]): string[] {
  return zones.map(
    ({ title, id }) => `Zone ${quoted(title)} (${printable(id)}) is of a project that was not read.`,
  );
}

/** Zones without a dependency on their destination. */
export function zonesWithPlainDestination(homes: readonly Home[], sharedIds: SharedIds): string[] {
  return homes.flatMap(({ name, zones, destinations }) => {
    const own = new Set(destinations.map(({ id }) => id));
    const others = zones.filter(({ args }) => {
      const id = destinationOf(args);
      return id !== undefined && !own.has(id) && !sharedIds.has(id);
    });
    if (others.length === 0) return [];
    const count =
      others.length === 1
        ? "1 zone names its destination by its"
        : `${others.length} zones name their destination by its`;
    return [`In projects/${name}.ts ${count} id: it is declared in another project's file, or not at all.`];
  });
}

/** Fields of the API that this version does not know stay as they are, also through updates. */
export function unknownFields({ noun }: Definition, entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const { definition, unknown } of entries) {
    if (definition.noun !== noun) continue;
    for (const path of unknown) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const fields = [...counts]
    .sort(([a], [b]) => compare(a, b))
    .map(([path, count]) => `\`${printable(path)}\` (${count})`);
  return [
    `${noun}s hold fields that this version does not know and that stay as they are: ${fields.join(", ")}.`,
  ];
}

/** Leaves out zones that equal an earlier one, since a program declares a zone once, and adds a sentence for each to `leftOut`. */
export function withoutDuplicates(zones: readonly Entry[], leftOut: string[]): Entry[] {
  const byName = Map.groupBy(zones, ({ args }) => JSON.stringify([args["projectId"], args["name"]]));
  const repeated = new Set<Entry>();
  for (const alike of byName.values()) {
    for (const [at, zone] of alike.entries()) {
      const fields = orderedFor(zone.definition.fields, zone.args);
      const first = alike.slice(0, at).find((each) => isEquivalent(fields, each.args, zone.args));
      if (first === undefined) continue;
      repeated.add(zone);
      leftOut.push(
        `Zone ${quoted(zone.title)} (${printable(zone.id)}) is equal in all to ${printable(first.id)}, and a program declares a zone once: delete one of the two, or rename it, and adopt again.`,
      );
    }
  }
  return zones.filter((zone) => !repeated.has(zone));
}
