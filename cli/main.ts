#!/usr/bin/env node
/** The `pulumi-bluedot` command. */
import "./require-node";

import { Command } from "commander";

import { printable } from "../provider/printable";
import { VERSION } from "../provider/version";
import { adoptCommand } from "./adopt/command";
import { convertCommand } from "./convert/command";
import { emulatorCommand } from "./emulator";

async function main(): Promise<void> {
  const program = new Command("pulumi-bluedot")
    .version(VERSION)
    .description("Bluedot as code: tools beside the Pulumi provider.")
    .addCommand(adoptCommand())
    .addCommand(convertCommand())
    .addCommand(emulatorCommand())
    .showHelpAfterError("Run `pulumi-bluedot --help` to see what there is.");
  await program.parseAsync();
}

main().catch((error: unknown) => {
  console.error(printable(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
});
