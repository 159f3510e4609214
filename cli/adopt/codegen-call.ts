/** Generates the constructor calls of resources. */
import type { Definition } from "../../provider/lifecycle/definition";
import type { Declaration } from "./declaration";
import { keyOf, quoted, literal } from "./codegen-literal";
import type { Parts } from "./value";

/** A declaration with its name in the program. */
export interface Entry extends Declaration {
  readonly name: string;
  readonly definition: Definition;
}

/** Replaces ids in the arguments by references. */
export type Refer = (args: Declaration["args"]) => Parts;

export const asItIs: Refer = (args) => args;

/** `new bluedot.Zone("cafe", { … })`; `indent` and `lead` as in `literal`. */
export function constructorCall({ definition, name }: Entry, args: Parts, indent = "", lead = 0): string {
  const start = `new bluedot.${definition.noun}(${quoted(name)}`;
  const own = withoutName(name, args);
  return Object.keys(own).length === 0
    ? `${start})`
    : `${start}, ${literal(own, indent, lead + start.length + ", );".length)})`;
}

/** Leaves out a name that equals the default, the name in the program. */
export function withoutName(name: string, { name: declaredName, ...rest }: Parts): Parts {
  return declaredName === undefined || declaredName === name ? rest : { name: declaredName, ...rest };
}

/** A table of destinations by their ids. */
export function destinationTable(entries: readonly Entry[], refer: Refer): string {
  const rows = entries.map((entry) => {
    const key = `${keyOf(entry.id)}: `;
    return `  ${key}${constructorCall(entry, refer(entry.args), "  ", key.length)},`;
  });
  return ["export const destinations = {", ...rows, "};"].join("\n");
}

/** The import lines of a file. */
export function imports(packages: readonly string[], files: readonly string[] = []): string {
  const first = [...packages, BLUEDOT].join("\n");
  return files.length === 0 ? first : `${first}\n\n${files.join("\n")}`;
}

const BLUEDOT = 'import * as bluedot from "pulumi-bluedot";';
