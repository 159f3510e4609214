/** `pulumi-bluedot adopt`: its options and its output. */
import { Command } from "commander";

import { adopt } from "./adopt";
import { signInFor, signInHelp } from "../sign-in";
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
      `\n${signInHelp}\n` +
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

async function run({ project, out }: Options, command: Command): Promise<void> {
  const configuration = signInFor("adopt", process.env);
  const progress = openProgress(process.stderr);
  const version = command.parent?.version() ?? "0.0.0";
  const { path, program } = await adopt({ configuration, project, out, version, progress });
  console.log(path === undefined ? emptyText(program) : summaryText(path, configuration, program));
}
