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
export function constructorCall(entry: Entry, args: Parts, indent = "", lead = 0): string {
  const { definition, name } = entry;
  const start = `new bluedot.${definition.noun}(${quoted(name)}`;
  const own = withoutName(entry, args);
  return Object.keys(own).length === 0
    ? `${start})`
    : `${start}, ${literal(own, indent, lead + start.length + ", );".length)})`;
}

/** Leaves out a name that the class fills in: the name in the program. A name that is declared comes first. */
export function withoutName({ definition, name }: Entry, args: Parts): Parts {
  const { name: declaredName, ...rest } = args;
  const isFilledIn = definition.fields.properties["name"]?.defaultsToName === true && declaredName === name;
  return declaredName === undefined || isFilledIn ? rest : { name: declaredName, ...rest };
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
