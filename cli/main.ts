#!/usr/bin/env node
/** The `pulumi-bluedot` command. */
import "./require-node";

import { createRequire } from "node:module";
import { Command } from "commander";
import { z } from "zod";

import { visible } from "../provider/visible";
import { adoptCommand } from "./adopt/command";
import { emulatorCommand } from "./emulator";

const { version } = z
  .object({ version: z.string() })
  .parse(createRequire(__filename)("pulumi-bluedot/package.json"));

async function main(): Promise<void> {
  const program = new Command("pulumi-bluedot")
    .version(version)
    .description("Bluedot as code: tools beside the Pulumi provider.")
    .addCommand(adoptCommand())
    .addCommand(emulatorCommand())
    .showHelpAfterError("Run `pulumi-bluedot --help` to see what there is.");
  await program.parseAsync();
}

main().catch((error: unknown) => {
  console.error(visible(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
});
