/** `pulumi-bluedot unmanaged`: its options, its output and its exit codes. */
import { Command, InvalidArgumentError, Option } from "commander";

import { openSession } from "../../provider/api";
import { readAccount } from "../adopt/account";
import { openProgress } from "../adopt/progress";
import { ofThisProcess, type Surroundings } from "../input";
import { print } from "../print";
import { signInFor, signInHelp } from "../sign-in";
import { formats, formatted, withoutPlace, type Format } from "./formats";
import type { Managed } from "./managed";
import { managedInFile, managedInStack } from "./state";
import { compareWith, isOtherAccount } from "./unmanaged";

interface Options {
  readonly stack: readonly string[];
  readonly state: readonly string[];
  readonly cwd?: string;
  readonly project?: string;
  readonly account?: true;
  readonly format: Format;
}

/** 7 is also what `pulumi preview --expect-no-changes` ends with where something differs. */
const exitCodes = { none: 0, some: 7, incomplete: 1 };

export function unmanagedCommand(): Command {
  return new Command("unmanaged")
    .description(
      "List what the account has and the program has not, such as zones that somebody made by hand.",
    )
    .option(
      "--stack <name>",
      "a stack of the program in this folder; repeat it for several (default: the selected one)",
      collected,
      [],
    )
    .option(
      "--state <file>",
      "what `pulumi stack export` printed, in place of running it; - is standard input; may be repeated",
      collected,
      [],
    )
    .option("--cwd <folder>", "the folder of the program (default: this one)")
    .addOption(
      new Option(
        "--project <id or name>",
        "one project (default: those that the stacks manage or have zones in)",
      ).conflicts("account"),
    )
    .option("--account", "all projects, and projects, beacons and users themselves")
    .addOption(new Option("--format <format>", "the form of the output").choices(formats).default("text"))
    .addHelpText("after", HELP)
    .action(async (options: Options) => {
      process.exitCode = await run(options, ofThisProcess);
    });
}

const HELP = `
Exit code 0: all is in the stacks. 7: something is not. 1: it could not look.
${signInHelp}
A stack with a ZoneSet or a DestinationSet is exported with its secrets, which stay in memory.

Examples:
  export BLUEDOT_EMAIL=me@example.com BLUEDOT_REGION=eu
  read -rs BLUEDOT_PASSWORD && export BLUEDOT_PASSWORD
  pulumi-bluedot unmanaged --stack prod
  pulumi-bluedot unmanaged --stack prod --stack test --account
  pulumi stack export --show-secrets | pulumi-bluedot unmanaged --state -`;

function collected(value: string, before: readonly string[]): readonly string[] {
  if (value === "") throw new InvalidArgumentError("It must not be empty.");
  return [...before, value];
}

async function run(
  options: Options,
  { standardInput, standardError, environment }: Surroundings,
): Promise<number> {
  const { stack, state, cwd, project, account: isWhole = false, format } = options;
  if (cwd !== undefined && stack.length === 0 && state.length > 0)
    throw new Error(
      "--cwd is the folder of the program of a --stack, and --state alone needs none; leave it out.",
    );
  const configuration = signInFor("unmanaged", environment);
  // One after another: each runs the CLI, and may ask for the same lock.
  const states: Managed[] = [];
  for (const path of state) states.push(await managedInFile(path, standardInput));
  const stacks = stack.length === 0 && state.length === 0 ? [undefined] : stack;
  for (const each of stacks) states.push(await managedInStack({ stack: each, cwd }));
  const managed = merged(states);
  if (!isWhole && project === undefined && managed.projectIds.size === 0)
    throw new Error(
      "The stack has no projects or zones of Bluedot; look at one project with --project, or at all with --account.",
    );
  const account = await readAccount({
    session: openSession(configuration),
    progress: openProgress(standardError),
    ...(project !== undefined && { project }),
    ...(!isWhole && project === undefined && { projectIds: managed.projectIds }),
  });
  if (project === undefined && isOtherAccount(account, states, isWhole)) throw new Error(otherAccount);
  const compared = compareWith(account, managed, isWhole);
  const name = states.length === 1 ? "the stack" : `the ${states.length} stacks`;
  await print(`${formatted(format, { ...compared, stacks: name })}\n`);
  const undrawn = format === "geojson" ? withoutPlace(compared.unmanaged) : 0;
  if (undrawn > 0) console.error(`Without a place, and not in the layer: ${undrawn}.`);
  for (const sentence of account.unread) console.error(`Not read: ${sentence}`);
  if (compared.unmanaged.length > 0) return exitCodes.some;
  return account.unread.length > 0 ? exitCodes.incomplete : exitCodes.none;
}

const otherAccount =
  "The account holds nothing of what the state of a stack holds, so it is another one; sign in to the account and region of the stack.";

function merged(states: readonly Managed[]): Managed {
  const all = (of: (state: Managed) => ReadonlySet<string>) =>
    new Set(states.flatMap((state) => [...of(state)]));
  return {
    objects: all(({ objects }) => objects),
    lookedUp: all(({ lookedUp }) => lookedUp),
    projectIds: all(({ projectIds }) => projectIds),
  };
}
