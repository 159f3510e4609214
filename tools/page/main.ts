/**
 * Writes map/page-assets.generated.ts: the script, the style and the base map of the map's page, each as one string.
 * `npm run build` runs it before the compiler: `tsx tools/page/main.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { buildSync } from "esbuild";

import { baseMap } from "./base-map";

const root = join(__dirname, "../..");
const page = join(root, "map/page");

const assets: readonly { name: string; about: string; text: string }[] = [
  { name: "script", about: "The script of the page.", text: bundled("main.ts") },
  { name: "style", about: "The style sheet of the page.", text: bundled("style.css") },
  { name: "body", about: "The elements of the page.", text: withoutIndentation("page.html") },
  {
    name: "baseMap",
    about: "Land and borders of Natural Earth 1:110m, as `encodeBaseMap` writes them.",
    text: baseMap(),
  },
  {
    name: "licence",
    about: "The licence of world-atlas, from whose files the base map is made.",
    text: readFileSync(join(root, "node_modules/world-atlas/LICENSE"), "utf8").trim(),
  },
];

writeFileSync(
  join(root, "map/page-assets.generated.ts"),
  [
    "/** Written by tools/page/main.ts from map/page; `npm run build` writes it anew. */",
    ...assets.map(
      ({ name, about, text }) => `/** ${about} */\nexport const ${name}: string = ${JSON.stringify(text)};`,
    ),
    "",
  ].join("\n"),
);

/** Minified; what would end its element early is a fault here and not in a browser. */
function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(page, file)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  const text = (outputFiles[0]?.text ?? "").trim();
  if (/<\/(script|style)|<!--|\r/i.test(text)) throw new Error(`${file} would end its element in the page.`);
  return text;
}

function withoutIndentation(file: string): string {
  return readFileSync(join(page, file), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
