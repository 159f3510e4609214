/** Resources as data, if a file would be too long to read. */
import type { Definition } from "../../provider/lifecycle/definition";
import { withoutName, type Entry } from "./codegen-call";
import type { File } from "./folder";
import { printable } from "../../provider/printable";
import { quoted } from "./codegen-literal";

/** A file of a program with more resources of a kind than this holds them as data. */
export const mostLiterals = 200;

/** A row for each resource: its name in the program and its arguments. */
export function dataFile(path: string, entries: readonly Entry[], without: readonly string[] = []): File {
  const rows = entries.map((entry) => {
    const own = Object.entries(withoutName(entry, entry.args)).filter(([key]) => !without.includes(key));
    return `  ${quotedJson(entry.name)}: ${printable(JSON.stringify(Object.fromEntries(own)))}`;
  });
  return { path, text: `{\n${rows.join(",\n")}\n}\n`, data: true };
}

/** The import line of `readData`, for a file in the program's folder or one below. */
export function importData(depth: "" | "."): string {
  return `import { readData } from "${depth}./data";`;
}

/** The module with which the program reads its data. */
export const dataReader: File = {
  path: "data.ts",
  text: `import { readFileSync } from "node:fs";
import { join } from "node:path";

export function readData<Args>(file: string): [name: string, args: Args][] {
  return Object.entries(JSON.parse(readFileSync(join(__dirname, file), "utf8")));
}
`,
};

/** A resource for each row: `for (const [name, beacon] of …) new bluedot.Beacon(name, beacon);` */
export function loop({ noun, handler }: Definition, file: string): string {
  return [
    `for (const [name, ${handler}] of readData<bluedot.${noun}Args>(${quoted(file)})) {`,
    `  new bluedot.${noun}(name, ${handler});`,
    "}",
  ].join("\n");
}

/** Destinations to be found by their ids; `more` goes into each: `projectId: project.id`. */
export function loadedDestinations(file: string, more?: string): string {
  const args = more === undefined ? "args" : `{ ...args, ${more} }`;
  return [
    "type DestinationData = bluedot.DestinationArgs & { destinationId: string };",
    "",
    "export const destinations: Record<string, bluedot.Destination> = Object.fromEntries(",
    `  readData<DestinationData>(${quoted(file)}).map(([name, args]) => [`,
    "    args.destinationId,",
    `    new bluedot.Destination(name, ${args}),`,
    "  ]),",
    ");",
  ].join("\n");
}

function quotedJson(text: string): string {
  return printable(JSON.stringify(text));
}
