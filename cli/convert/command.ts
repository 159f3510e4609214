/** `pulumi-bluedot convert`: zones from a file of one format to a file of another. */

import { Command, Option } from "commander";

import type { ReadZonesOptions } from "../../files/options";
import type { WriteZonesOptions } from "../../files/write/options";
import { printable } from "../../provider/printable";
import { addFileOptions, readZonesOptions, type FileOptions } from "../file-options";
import { wholeNumber } from "../number-options";
import { flagsOf } from "../spelling";
import { warningText } from "../warning";
import { outputFormats, outputOf, type OutputFormat } from "./output";

interface Options extends FileOptions {
  readonly out?: string;
  readonly format?: OutputFormat;
  readonly circles?: "detect" | "polygon";
  readonly decimals?: number;
  readonly force?: boolean;
}

export function convertCommand(): Command {
  const command = new Command("convert")
    .description("Convert a file of zones: GeoJSON, KML, KMZ, CSV or WKT to GeoJSON, KML, KMZ or CSV.")
    .argument("<file>", "the file to read, or - for standard input; its content shows its format")
    .option("--out <file>", "the file to write; its extension is its format")
    .addOption(
      new Option("--format <format>", "the format to write; without --out to standard output").choices(
        outputFormats,
      ),
    );
  return addFileOptions(command)
    .addOption(
      new Option(
        "--circles <how>",
        "detect: outlines that draw a circle become one; polygon: circles are written as outlines",
      ).choices(["detect", "polygon"]),
    )
    .option("--decimals <number>", "digits of written degrees; all of them without it", wholeNumber(0, 15))
    .option("--force", "replace the file if it exists")
    .addHelpText("after", EXAMPLES)
    .action(run);
}

const EXAMPLES = `
Warnings and a summary go to standard error. All faults of the file are shown at once, and nothing is written then.

Examples:
  pulumi-bluedot convert campus.kmz --out campus.geojson
  pulumi-bluedot convert stores.csv --name store_id --radius 60 --retrigger 3600 --out stores.kml
  pulumi-bluedot convert suburbs.geojson --holes fill --simplify 5 --drop-smaller-than 70 --format csv`;

async function run(file: string, options: Options, command: Command): Promise<void> {
  const output = outputOf(options.out, options.format, options.force === true);
  const onWarning = (sentence: string) => {
    console.error(printable(warningText(sentence)));
  };
  const { circles, decimals } = options;
  const reading: ReadZonesOptions = {
    ...readZonesOptions(options),
    ...(circles === "detect" && { circles }),
  };
  const writing: WriteZonesOptions = {
    ...(circles === "polygon" && { circles }),
    ...(decimals !== undefined && { decimals }),
  };
  // Loaded at the first need: other commands, and `--help`, wait for no reader and writer.
  const { convert } = await import("./convert.js");
  const summary = await convert(file, output, { reading, writing, onWarning, spell: flagsOf(command) });
  console.error(printable(summary));
}
