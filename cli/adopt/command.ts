/** `pulumi-bluedot adopt`: its options and its output. */
import { Command } from "commander";

import { readConfiguration } from "../../provider/configuration";
import { adopt } from "./adopt";
import { openProgress } from "./progress";
import { summaryText, emptyText } from "./output-text";

interface Options {
  project?: string;
  out: string;
}

export function adoptCommand(): Command {
  return new Command("adopt")
    .description(
      "Write a Pulumi program for what an account holds, and an import file with which nothing of it changes.",
    )
    .option(
      "--project <id or name>",
      "one project with its zones and their destinations, in place of the whole account",
    )
    .option("--out <folder>", "where to write; it must not exist, or be empty", "bluedot")
    .addHelpText(
      "after",
      "\nIt signs in with BLUEDOT_EMAIL, BLUEDOT_PASSWORD and BLUEDOT_REGION (or BLUEDOT_ENDPOINT), and only reads.\n" +
        "The folder appears only when all of it is written; if the command is interrupted, run it again.\n" +
        EXAMPLES,
    )
    .action(run);
}

const EXAMPLES = `
Examples:
  export BLUEDOT_EMAIL=me@example.com BLUEDOT_REGION=eu
  read -rs BLUEDOT_PASSWORD && export BLUEDOT_PASSWORD
  pulumi-bluedot adopt
  pulumi-bluedot adopt --project "Coffee shops" --out coffee`;

/** The command has no stack, so the environment alone configures it. */
const READING = {
  origin: "environment",
  advice: "Set it in the environment; `pulumi-bluedot adopt --help` has an example",
} as const;

async function run({ project, out }: Options, command: Command): Promise<void> {
  const configuration = readConfiguration(() => undefined, process.env, READING);
  const progress = openProgress(process.stderr);
  const version = command.parent?.version() ?? "0.0.0";
  const { path, program } = await adopt({ configuration, project, out, version, progress });
  console.log(path === undefined ? emptyText(program) : summaryText(path, configuration, program));
}
