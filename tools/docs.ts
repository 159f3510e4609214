/**
 * Writes docs/reference.md from the doc comments of what users import, and docs/limits.md from the tables of limits;
 * with `--check` it only says whether the files are what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import * as ts from "typescript";

import { limits } from "./limits";
import { referencePage, type Section } from "./docs-groups";

const root = join(__dirname, "..");

const pages = [
  { file: "docs/reference.md", text: reference, source: "the doc comments and types say" },
  { file: "docs/limits.md", text: limits, source: "the tables in tests/limits say" },
];

/** The modules that a program may import. */
const entries = ["provider/index.ts", "files/index.ts", "emulator/index.ts"];

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
    entries.map((file) => join(root, file)),
    options,
  );
  const checker = program.getTypeChecker();
  const sections = entries.flatMap((file) => {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing`);
    return checker
      .getExportsOfModule(module)
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .map((symbol) => section(checker, symbol));
  });
  for (const { name, text } of sections) {
    for (const [type] of text.matchAll(/\b[A-Z]\w*Args\b/g)) {
      if (sections.some((section) => section.name === type)) continue;
      throw new Error(`${name} names the type ${type}, which is not exported; export it beside ${name}.`);
    }
  }
  return referencePage(sections);
}

function section(checker: ts.TypeChecker, symbol: ts.Symbol): Section {
  const declaration = symbol.declarations?.[0];
  const parts = [`### ${symbol.name}`, commentOf(checker, symbol), ...examplesOf(symbol)];
  const signature = declaration && signatureOf(declaration);
  if (declaration && (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration))) {
    parts.push(table(checker, symbol, declaration));
  } else if (signature !== undefined) {
    parts.push("```ts\n" + signature + "\n```");
  }
  const kind =
    declaration && ts.isClassDeclaration(declaration)
      ? "class"
      : isFunction(declaration)
        ? "function"
        : "type";
  return {
    name: symbol.name,
    kind,
    file: declaration ? relative(root, declaration.getSourceFile().fileName).split(sep).join("/") : "",
    mentions: kind === "function" ? (signature ?? "") : "",
    text: parts.filter((part) => part !== "").join("\n\n"),
  };
}

function isFunction(declaration: ts.Declaration | undefined): boolean {
  return declaration !== undefined && ts.isFunctionDeclaration(declaration);
}

/** A function without its body, or a whole type alias. */
function signatureOf(declaration: ts.Declaration): string | undefined {
  const text = declaration.getText();
  if (ts.isTypeAliasDeclaration(declaration)) return text.replace(/^export /, "");
  if (!ts.isFunctionDeclaration(declaration)) return undefined;
  const end = (declaration.body?.getStart() ?? declaration.end) - declaration.getStart();
  return text
    .slice(0, end)
    .replace(/^export /, "")
    .trim();
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

/** The comment, and the default that its tag names. */
function commentOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const [fallback = ""] = tagsOf(symbol, "default");
  return fallback === "" ? comment : `${comment} Default: ${fallback.replace(/\.$/, "")}.`.trim();
}

/** The examples; a first line without code is the title of its example. */
function examplesOf(symbol: ts.Symbol): string[] {
  return tagsOf(symbol, "example").map((text) => (text.includes("```") ? text : "```ts\n" + text + "\n```"));
}

function tagsOf(symbol: ts.Symbol, name: string): string[] {
  return symbol
    .getJsDocTags()
    .filter((tag) => tag.name === name)
    .map((tag) => ts.displayPartsToString(tag.text).trim())
    .filter((text) => text !== "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
