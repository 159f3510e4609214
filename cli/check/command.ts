/** `pulumi-bluedot check`: its options. */

import { Command, Option } from "commander";

import { notNegative, radius } from "../number-options";
import { print } from "../print";
import { sourceHelp } from "../source-help";
import type { CheckOptions } from "./options";

export function checkCommand(): Command {
  return new Command("check")
    .description(
      "Check rules of fences: what zones contain, miss and cover, what overlaps, what is too near.",
    )
    .argument("<source>", "the zones: a file, a plan, a stack, - for standard input, or account[:<project>]")
    .option("--rules <file>", "a file of rules (default: fences.json, if there is one)")
    .option("--contains <zone=point...>", 'a point that a zone must contain: "cafe=-37.8,144.9"')
    .option("--misses <zone=point...>", "a point that a zone must not contain")
    .option("--covers <file...>", "a file of points that must each be in a zone")
    .option("--apart <metres>", "the least distance between two zones, from edge to edge", notNegative)
    .option("--no-overlaps", "no two zones may overlap")
    .option("--before <source>", "an earlier version of the zones; a plan has its own")
    .option("--strict", "a rule that depends on a zone whose shapes are hidden does not hold")
    .addOption(
      new Option("--format <format>", "of the report")
        .choices(["text", "json", "junit", "markdown"])
        .default("text"),
    )
    .option("--name <property or template>", 'of zones in a file: a column, or such as "{city} {number}"')
    .option("--radius <metres>", "of points in a file of zones, which have none", radius)
    .addHelpText("after", help)
    .action(run);
}

const help = `${sourceHelp}

It exits with 0 where all rules hold, with 7 where one does not, and with 1 where it could not look.
Of a plan it judges the zones as they will be, and says what changes. docs/fences.md explains the rules.

Examples:
  pulumi-bluedot check zones.geojson --no-overlaps --apart 500
  pulumi-bluedot check zones.kml --contains "cafe=-37.8086,144.965" --covers stores.csv
  pulumi preview --json --show-sames | pulumi-bluedot check - --rules fences.json --format markdown`;

async function run(source: string, options: CheckOptions): Promise<void> {
  // Loaded at the first need, so that other commands start without it.
  const { check } = await import("./run.js");
  const { report, holds } = await check(source, options);
  await print(report);
  if (!holds) process.exitCode = 7;
}
