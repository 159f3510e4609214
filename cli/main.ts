#!/usr/bin/env node
/** The `pulumi-bluedot` command. */
import { Command } from "commander";

import { emulatorCommand } from "./emulator";

async function main(): Promise<void> {
  const program = new Command("pulumi-bluedot")
    .description("Bluedot as code: tools beside the Pulumi provider.")
    .addCommand(emulatorCommand())
    .showHelpAfterError("Run `pulumi-bluedot --help` to see what there is.");
  await program.parseAsync();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
