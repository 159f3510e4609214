/** Runs a program that was written, with stand-ins for what it imports: what does it declare? */
import { posix } from "node:path";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { z } from "zod";

import type { File } from "../../../../cli/adopt/folder";
import { resourceNames } from "../../../resources";

/** A resource that a program made. */
export interface Made {
  readonly noun: string;
  readonly name: string;
  readonly args: unknown;
}

const row = z.object({
  type: z.string(),
  name: z.string(),
  id: z.string(),
  inputs: z.record(z.string(), z.json()),
  outputs: z.record(z.string(), z.json()),
});

/** The entry of a resource in `import.json`. */
export type Imported = z.output<typeof row>;

export function importedBy(files: readonly File[]): Imported[] {
  const text = textOf(files, "import.json");
  return z.object({ resources: z.array(row) }).parse(JSON.parse(text)).resources;
}

function textOf(files: readonly File[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined)
    throw new Error(`There is no ${path} among ${files.map((each) => each.path).join(", ")}.`);
  return file.text;
}

/** The secrets that the user is told to set, by their whole keys. */
function secretsOf(files: readonly File[]): Map<string, string> {
  const shape = z.record(z.string(), z.object({ value: z.string(), secret: z.literal(true) }));
  const parts = files.filter(({ path }) => /^secrets(-\d+)?\.json$/.test(path));
  return new Map(
    parts.flatMap(({ text }) =>
      Object.entries(shape.parse(JSON.parse(text))).map(([key, { value }]) => [key, value] as const),
    ),
  );
}

/**
 * Returns the resources that the program declares, in its order, each with the id that it is imported with.
 */
export function evaluate(files: readonly File[]): Made[] {
  const made: Made[] = [];
  const ids = new Map(
    importedBy(files).map(({ type, name, id }) => [`${type.split(":").at(-1) ?? ""} ${name}`, id]),
  );
  const secrets = secretsOf(files);
  const resource = (noun: string) =>
    class {
      readonly id: string | undefined;
      readonly destinationId: string | undefined;
      constructor(name: string, args: unknown = {}) {
        made.push({ noun, name, args });
        this.id = ids.get(`${noun} ${name}`);
        this.destinationId = this.id;
      }
    };
  const bluedot = Object.fromEntries(resourceNames.map((noun) => [noun, resource(noun)]));
  const pulumi = {
    Config: class {
      requireSecret(key: string): string {
        const value = secrets.get(`bluedot-account:${key}`);
        if (value === undefined) throw new Error(`There is no secret ${key}.`);
        return value;
      }
    },
  };
  const outside: Record<string, unknown> = {
    "pulumi-bluedot": bluedot,
    "@pulumi/pulumi": pulumi,
    "node:fs": { readFileSync: (path: string) => textOf(files, path) },
    "node:path": { join: (_folder: string, path: string) => path },
  };
  const loaded = new Map<string, object>();
  const load = (path: string): object => {
    const before = loaded.get(path);
    if (before !== undefined) return before;
    const exports = {};
    loaded.set(path, exports);
    const require = (name: string) =>
      outside[name] ?? load(resolved(files, posix.normalize(posix.join(posix.dirname(path), name))));
    const run = compileFunction(transpiled(textOf(files, path)), ["exports", "require", "__dirname"]);
    Reflect.apply(run, undefined, [exports, require, "."]);
    return exports;
  };
  load("index.ts");
  return made;
}

/** Returns the file that Node.js takes for a module without an extension: it looks for JSON before TypeScript. */
function resolved(files: readonly File[], path: string): string {
  if (files.some((file) => file.path === `${path}.json`))
    throw new Error(`${path}.json is loaded in place of ${path}.ts.`);
  return `${path}.ts`;
}

function transpiled(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  }).outputText;
}
