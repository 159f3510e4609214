/**
 * Writes docs/reference.md from the doc comments of what users import, and docs/limits.md from the tables of limits;
 * with `--check` it only says whether the files are what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";

import { limits } from "./limits";

const root = join(__dirname, "..");

const pages = [
  { file: "docs/reference.md", text: reference, source: "the doc comments say" },
  { file: "docs/limits.md", text: limits, source: "the tables in tests/limits say" },
];

/** What a user may import, in the order in which it is told. */
const entries = [
  { name: "pulumi-bluedot", file: "provider/index.ts" },
  { name: "pulumi-bluedot/files", file: "files/index.ts" },
  { name: "pulumi-bluedot/emulator", file: "emulator/index.ts" },
];

main();

function main(): void {
  for (const { file, text, source } of pages) {
    const target = join(root, file);
    if (!process.argv.includes("--check")) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text());
    } else if (readOrNothing(target) !== text()) {
      console.error(`${file} is not what ${source}; run \`npm run docs\`.`);
      process.exitCode = 1;
    }
  }
}

function readOrNothing(target: string): string {
  try {
    return readFileSync(target, "utf8");
  } catch {
    return "";
  }
}

function reference(): string {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(
    entries.map(({ file }) => join(root, file)),
    options,
  );
  const checker = program.getTypeChecker();
  const parts = entries.map(({ name, file }) => {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing`);
    const sections = checker
      .getExportsOfModule(module)
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .map((symbol) => section(checker, symbol))
      .sort((a, b) => a.rank - b.rank || a.title.localeCompare(b.title));
    return [`## \`${name}\``, ...sections.map(({ text }) => text)].join("\n\n");
  });
  return (
    [
      "# Reference",
      "Made from the doc comments of the code by `npm run docs`. A * marks what is required.",
      ...parts,
    ].join("\n\n") + "\n"
  );
}

interface Section {
  /** Classes and functions first, then types. */
  rank: number;
  title: string;
  text: string;
}

function section(checker: ts.TypeChecker, symbol: ts.Symbol): Section {
  const declaration = symbol.declarations?.[0];
  const heading = `### ${symbol.name}`;
  const parts = [heading, commentOf(checker, symbol), exampleOf(symbol)];
  if (declaration && (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration))) {
    parts.push(table(checker, symbol, declaration));
  } else if (declaration && ts.isTypeAliasDeclaration(declaration)) {
    parts.push("```ts\n" + declaration.getText().replace(/^export /, "") + "\n```");
  } else if (declaration && ts.isFunctionDeclaration(declaration)) {
    const signature = declaration
      .getText()
      .slice(0, (declaration.body?.getStart() ?? declaration.end) - declaration.getStart());
    parts.push("```ts\n" + signature.replace(/^export /, "").trim() + "\n```");
  }
  const rank =
    declaration && (ts.isClassDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) ? 0 : 1;
  return { rank, title: symbol.name, text: parts.filter((part) => part !== "").join("\n\n") };
}

function table(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.InterfaceDeclaration | ts.ClassDeclaration,
): string {
  const members = ts.isInterfaceDeclaration(declaration)
    ? inOrder(declaration, checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)))
    : [...(symbol.exports?.values() ?? []), ...(symbol.members?.values() ?? [])];
  const rows = members.flatMap((member) => {
    const own = member.declarations?.[0];
    const said = own && sayable(own);
    if (said === undefined || ts.isPrivateIdentifier(said.name)) return [];
    const need = said.questionToken === undefined && ts.isInterfaceDeclaration(declaration) ? " *" : "";
    const comment = commentOf(checker, member) || argumentComment(checker, symbol, member);
    return [
      `| \`${isStatic(said) ? `${symbol.name}.` : ""}${member.name}\`${need} | \`${cell(resolved(checker, member, typeOf(checker, said)))}\` | ${cell(comment)} |`,
    ];
  });
  return rows.length === 0 ? "" : ["| | type | |", "| --- | --- | --- |", ...rows].join("\n");
}

/** A property of a result that follows from an argument is no input any more. */
function resolved(checker: ts.TypeChecker, member: ts.Symbol, written: string): string {
  if (!written.startsWith("Input<") || (member.flags & ts.SymbolFlags.Transient) === 0) return written;
  const text = checker.typeToString(checker.getNonNullableType(checker.getTypeOfSymbol(member)));
  return text.includes("Input<") ? written : text;
}

/** Its own members first, then the inherited ones as their files have them: the compiler's order changes with any type. */
function inOrder(declaration: ts.InterfaceDeclaration, members: readonly ts.Symbol[]): ts.Symbol[] {
  const placeOf = ({ declarations: [at] = [] }: ts.Symbol) => {
    if (at === undefined || at.parent === declaration) return "";
    return `${at.getSourceFile().fileName} ${String(at.pos).padStart(8, "0")}`;
  };
  return members.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
}

type Sayable =
  | ts.PropertySignature
  | ts.PropertyDeclaration
  | ts.MethodSignature
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration;

function sayable(node: ts.Declaration): Sayable | undefined {
  if (ts.isPropertySignature(node) || ts.isMethodSignature(node)) return node;
  return ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessorDeclaration(node)
    ? node
    : undefined;
}

function isStatic(node: Sayable): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
  );
}

function typeOf(checker: ts.TypeChecker, node: Sayable): string {
  const type = node.type?.getText() ?? checker.typeToString(checker.getTypeAtLocation(node));
  if (!ts.isMethodSignature(node) && !ts.isMethodDeclaration(node)) return type;
  return `(${node.parameters.map((parameter) => parameter.getText()).join(", ")}) => ${type}`;
}

function cell(text: string): string {
  return oneLine(text).replaceAll("|", "\\|");
}

/** An output is told in the words of the argument of its name. */
function argumentComment(
  checker: ts.TypeChecker,
  { name, declarations }: ts.Symbol,
  property: ts.Symbol,
): string {
  const [declaration] = declarations ?? [];
  if (declaration === undefined || !ts.isClassDeclaration(declaration)) return "";
  const args = checker
    .getSymbolsInScope(declaration, ts.SymbolFlags.Interface | ts.SymbolFlags.Alias)
    .find((symbol) => symbol.name === `${name}Args`);
  const type =
    args &&
    checker.getDeclaredTypeOfSymbol(
      args.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(args) : args,
    );
  const argument = type && checker.getPropertyOfType(type, property.name);
  return argument ? commentOf(checker, argument) : "";
}

function commentOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

function exampleOf(symbol: ts.Symbol): string {
  const example = symbol.getJsDocTags().find((tag) => tag.name === "example");
  const text = ts.displayPartsToString(example?.text).trim();
  if (text === "") return "";
  return text.startsWith("```") ? text : "```ts\n" + text + "\n```";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
