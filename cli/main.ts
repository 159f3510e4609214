#!/usr/bin/env node
/** The `pulumi-bluedot` command. */
import "./require-node";

import { Command } from "commander";

import { printable } from "../provider/printable";
import { VERSION } from "../provider/version";
import { adoptCommand } from "./adopt/command";
import { checkCommand } from "./check/command";
import { convertCommand } from "./convert/command";
import { emulatorCommand } from "./emulator";
import { mapCommand } from "./map/command";
import { unmanagedCommand } from "./unmanaged/command";
import { walkCommand } from "./walk/command";

async function main(): Promise<void> {
  const program = new Command("pulumi-bluedot")
    .version(VERSION)
    .description("Bluedot as code: tools beside the Pulumi provider.")
    .addCommand(adoptCommand())
    .addCommand(checkCommand())
    .addCommand(convertCommand())
    .addCommand(emulatorCommand())
    .addCommand(mapCommand())
    .addCommand(unmanagedCommand())
    .addCommand(walkCommand())
    .showHelpAfterError("Run `pulumi-bluedot --help` to see what there is.");
  await program.parseAsync();
}

main().catch((error: unknown) => {
  console.error(printable(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
});
