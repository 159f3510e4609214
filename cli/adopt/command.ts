/** `pulumi-bluedot adopt`: what is said to it, and what it says. */
import { Command } from "commander";

import { readConfiguration } from "../../provider/configuration";
import { adopt } from "./adopt";
import { openProgress } from "./progress";
import { lastWords, nothingToAdopt } from "./words";

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
        "Where it is stopped, it goes on with what it has read when it is run again within the hour. Until it is done,\n" +
        "that is kept beside the folder, for your eyes only, since it may hold keys.",
    )
    .action(run);
}

async function run({ project, out }: Options, command: Command): Promise<void> {
  const configuration = readConfiguration(() => undefined, process.env);
  const progress = openProgress(process.stderr);
  const version = command.parent?.version() ?? "0.0.0";
  const { path, program } = await adopt({ configuration, project, out, version, progress });
  console.log(path === undefined ? nothingToAdopt(program) : lastWords(path, configuration, program));
}
