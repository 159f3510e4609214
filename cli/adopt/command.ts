/** `pulumi-bluedot adopt`: an account that exists, as a program and as what `pulumi import` needs to know it. */
import { Command } from "commander";

import { readConfiguration } from "../../provider/configuration";
import { openSession } from "../../provider/session";
import { readAccount } from "./account";
import { openFolder } from "./folder";
import { programOf } from "./program";
import { lastWords } from "./words";

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
        "Where it is stopped, it goes on with what it has read when it is run again within the hour.",
    )
    .action(run);
}

async function run({ project, out }: Options): Promise<void> {
  const configuration = readConfiguration(() => undefined, process.env);
  const say = (line: string) => {
    console.error(line);
  };
  const folder = await openFolder(out, {
    account: `${configuration.email} ${configuration.baseUrl}`,
    project,
  });
  if (folder.resumed) say("Going on with what was read before.");
  const account = await readAccount({ session: openSession(configuration), project, keep: folder.keep, say });
  const program = programOf(account);
  await folder.finish(program.files);
  console.log(lastWords(out, configuration, program));
}
