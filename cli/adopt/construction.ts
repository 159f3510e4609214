/** Resources as TypeScript makes them. */
import type { Definition } from "../../provider/lifecycle/definition";
import type { Declaration } from "./declaration";
import { keyOf, quoted, sourceOf } from "./source";
import type { Parts } from "./value";

/** A declaration with its name in the program. */
export interface Entry extends Declaration {
  readonly name: string;
  readonly definition: Definition;
}

/** What a declaration says, with references in place of ids. */
export type Refer = (args: Declaration["args"]) => Parts;

export const asItIs: Refer = (args) => args;

/** `new bluedot.Zone("cafe", { … })`; `indent` and `lead` as in `sourceOf`. */
export function construction({ definition, name }: Entry, args: Parts, indent = "", lead = 0): string {
  const start = `new bluedot.${definition.noun}(${quoted(name)}`;
  const said = withoutName(name, args);
  return Object.keys(said).length === 0
    ? `${start})`
    : `${start}, ${sourceOf(said, indent, lead + start.length + ", );".length)})`;
}

/** The name of a resource is its name in the program where it says no other. */
export function withoutName(name: string, { name: called, ...rest }: Parts): Parts {
  return called === undefined || called === name ? rest : { name: called, ...rest };
}

/** Destinations, to be found by their ids. */
export function destinationTable(entries: readonly Entry[], refer: Refer): string {
  const rows = entries.map((entry) => {
    const key = `${keyOf(entry.id)}: `;
    return `  ${key}${construction(entry, refer(entry.args), "  ", key.length)},`;
  });
  return ["export const destinations = {", ...rows, "};"].join("\n");
}

/** The lines with which a file begins; `packages` and `files` are import lines. */
export function imports(packages: readonly string[], files: readonly string[] = []): string {
  const first = [...packages, BLUEDOT].join("\n");
  return files.length === 0 ? first : `${first}\n\n${files.join("\n")}`;
}

const BLUEDOT = 'import * as bluedot from "pulumi-bluedot";';
