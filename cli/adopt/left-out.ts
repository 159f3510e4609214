/** What the program does not say, in sentences. */
import type { Definition } from "../../provider/lifecycle/definition";
import type { Entry } from "./construction";
import type { Inexpressible } from "./declaration";
import { compare } from "./names";
import { destinationOf, type Home, type SharedIds } from "./project-file";
import { printable } from "../../provider/printable";
import { quoted } from "./source";

export function cannotBeDeclared({ noun }: Definition, { title, id, reasons }: Inexpressible): string {
  const which = id === "" ? quoted(title) : `${quoted(title)} (${printable(id)})`;
  return `${noun} ${which} cannot be declared: ${printable(reasons.join("; "))}.`;
}

/** Zones of projects that were not read. */
export function homeless(zones: readonly Entry[]): string[] {
  return zones.map(
    ({ title, id }) => `Zone ${quoted(title)} (${printable(id)}) is of a project that was not read.`,
  );
}

/** Zones that do not wait for the destination they lead to. */
export function namedById(homes: readonly Home[], sharedIds: SharedIds): string[] {
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
