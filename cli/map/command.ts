/** `pulumi-bluedot map`: its options and its output. */
import { Command, InvalidArgumentError, Option } from "commander";

import { changeOf, changes, wordOf } from "../../map/words";
import type { Change } from "../../plan/zone-source";
import { printable } from "../../provider/printable";
import { closestOf } from "../../provider/suggestions";
import { radius } from "../number-options";
import { print } from "../print";
import { sourceHelp } from "../source-help";
import { formatOf, formats, type Format } from "./formats";
import type { Drawing } from "./map";

const words = changes.map(wordOf);

interface Options {
  out?: string;
  format?: Format;
  only?: Change[];
  radius?: number;
  name?: string;
  points?: string;
  track?: string;
  tiles?: string;
  attribution?: string;
  force?: true;
}

export function mapCommand(): Command {
  return new Command("map")
    .description(
      "Draw zones on a map: those of a file, an account or a stack, or what a plan changes of them.",
    )
    .argument(
      "<source>",
      "a file of zones, a plan, a stack, `-` for standard input, or `account[:<project>]`",
    )
    .option(
      "--out <file>",
      "where to write, `-` for standard output (default: map.html; other formats are printed)",
    )
    .addOption(
      new Option("--format <format>", "by default that of the file's ending, else html").choices(formats),
    )
    .option(`--only <${words[0] ?? ""},…>`, `draw these alone: ${words.join(", ")}`, changesOf)
    .option("--name <property or template>", 'of zones in a file: a column, or such as "{city} {number}"')
    .option("--radius <metres>", "of points in a file that have no radius of their own", radius)
    .option("--points <file>", "draw these points too, such as stores: CSV, GeoJSON, KML or WKT")
    .option("--track <file>", "draw this recorded track too: GPX, GeoJSON, KML or CSV")
    .option(
      "--tiles <template>",
      "a map below the zones of an HTML page, by your provider; needs --attribution",
    )
    .option("--attribution <text>", "what the provider of the tiles wants to be said")
    .option("--force", "overwrite a file that this command did not write")
    .addHelpText("after", `${sourceHelp}\n${EXAMPLES}`)
    .action(run);
}

const EXAMPLES = `
The page is one file that loads nothing from the network. Tiles load after a click only: their provider learns
which places you look at. No custom data, actions or secrets get into a map; names and places of zones do.

Examples:
  pulumi preview --json --show-sames --refresh | pulumi-bluedot map - --out map.html
  pulumi-bluedot map plan.json --format markdown >> "$GITHUB_STEP_SUMMARY"
  pulumi-bluedot map stores.kml --radius 60
  pulumi-bluedot map account:"Coffee shops" --out coffee.svg`;

async function run(source: string, options: Options): Promise<void> {
  const format = options.format ?? formatOf(options.out);
  // Loaded at the first need: other commands need no maps and start faster.
  const { drawMap } = await import("./map.js");
  const summary = await drawMap({
    source,
    format,
    out: pathOf(format, options.out),
    force: options.force ?? false,
    only: options.only,
    radius: options.radius,
    name: options.name,
    ...extrasOf(format, options),
    ...tilesOf(format, options),
    print,
    onWarning: warn,
  });
  warn(summary);
}

/** Undefined for standard output. */
function pathOf(format: Format, out: string | undefined): string | undefined {
  if (out === "-") return undefined;
  return out ?? (format === "html" ? "map.html" : undefined);
}

function tilesOf(format: Format, { tiles, attribution }: Options): Pick<Drawing, "tiles"> {
  if (tiles === undefined && attribution === undefined) return {};
  if (format !== "html") throw new Error("--tiles and --attribution are for --format html.");
  if (tiles === undefined) throw new Error("--attribution is for --tiles, which is missing.");
  if (attribution === undefined)
    throw new Error("--tiles needs --attribution, such as --attribution '© OpenStreetMap contributors'.");
  return { tiles: { template: tiles, attribution } };
}

function extrasOf(format: Format, { points, track }: Options): Pick<Drawing, "points" | "track"> {
  if (format === "markdown" && (points ?? track) !== undefined)
    throw new Error("--points and --track are for the other formats: a comment has no room for them.");
  return { points, track };
}

function changesOf(text: string): Change[] {
  return text.split(",").map((part) => {
    const word = part.trim().toLowerCase();
    const change = changeOf(word);
    if (change !== undefined) return change;
    const meant = closestOf(word, words);
    throw new InvalidArgumentError(
      `${JSON.stringify(word)} is none of ${words.join(", ")}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
    );
  });
}

function warn(sentence: string): void {
  console.warn(printable(sentence));
}
