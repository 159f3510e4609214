import { readdirSync, existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect } from "chai";
import * as ts from "typescript";

import { resourceNames } from "../../../resources";

const root = join(__dirname, "../../../..");
const provider = join(root, "provider");

/** The folders of single resources; a set has those fields and no schema of its own for one object. */
const resources = readdirSync(provider).filter(
  (name) =>
    !name.endsWith("-set") &&
    ["args.ts", "schema.ts", "index.ts"].every((file) => existsSync(join(provider, name, file))),
);

const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  ).options,
  incremental: false,
};

type Edit = (file: string, text: string) => string;

let previous: ts.Program | undefined;

/** The files of the resources that the compiler refuses after an edit, each with the messages. */
function refused(edit: Edit): Map<string, string> {
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = read(path);
    return text === undefined ? undefined : edit(relative(provider, path).split(sep).join("/"), text);
  };
  host.getSourceFile = (path, target) => {
    const unchanged = previous?.getSourceFile(path);
    const text = host.readFile(path);
    if (text === undefined) return undefined;
    return unchanged?.text === text ? unchanged : ts.createSourceFile(path, text, target);
  };
  const files = resources.flatMap((name) =>
    ["schema.ts", "index.ts"].map((file) => join(provider, name, file)),
  );
  const program = ts.createProgram(files, options, host, previous);
  previous = program;
  const diagnostics = files.flatMap((path) => {
    const messages = program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    const file = relative(provider, path).split(sep).join("/");
    return messages.length === 0 ? [] : [[file, messages.join("\n")] as const];
  });
  return new Map(diagnostics);
}

describe("a field of a resource", function () {
  this.timeout(120_000);

  const argumentsOfClass = new RegExp(`(export interface (?:${resourceNames.join("|")})Args extends .*\\{)`);

  it("is refused by the compiler as an argument alone, in the schema and in the class", () => {
    const errors = refused((file, text) =>
      file.endsWith("/args.ts") ? text.replace(argumentsOfClass, "$1\n  later?: Input<string>;") : text,
    );
    expect([...errors.keys()].sort()).to.deep.equal(
      resources.flatMap((name) => [`${name}/index.ts`, `${name}/schema.ts`]),
    );
    for (const messages of errors.values()) expect(messages).to.include("'later'");
  });

  it("is refused by the compiler as a property of the schema alone", () => {
    const errors = refused((file, text) =>
      file.endsWith("/schema.ts")
        ? text.replace(/(fields = object<[^(]*\(\s*\{)/i, '$1 later: optional({ kind: "any" }),')
        : text,
    );
    expect([...errors.keys()].sort()).to.deep.equal(resources.map((name) => `${name}/schema.ts`));
    for (const messages of errors.values()) expect(messages).to.include("'later'");
  });
});
