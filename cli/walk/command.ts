/** `pulumi-bluedot walk`: its options and its output. */
import { Command, Option } from "commander";

import { positive, radius } from "../number-options";
import { print } from "../print";
import { walkHelp } from "./help";
import type { WalkCommandOptions } from "./options";

export function walkCommand(): Command {
  return new Command("walk")
    .description("Walk a recorded track over zones: which triggers come, which do not, and why.")
    .argument("<source>", "the zones: a file, a plan, a stack, - for standard input, or account[:<project>]")
    .argument("<track>", "a GPX, GeoJSON, KML or CSV file")
    .option("--before <source>", "an earlier version of the zones; a plan has its own")
    .option(
      "--expect [trigger...]",
      'the triggers that should come, in order: "cafe enter" "cafe exit"; none, if nothing should',
    )
    .option("--zones <selector>", "the zones whose triggers count for --expect; all without it")
    .option(
      "--time-zone <name>",
      "the time zone of the phone, and of times that say none; by default that of the place",
    )
    .option("--dwell <zone=seconds...>", "how long a phone is in a zone before it triggers a dwell event")
    .option(
      "--assume <name=value...>",
      "how a phone behaves: exitDistance=20 whenInside=ignore; docs/walk.md has the names",
    )
    .option("--start <time>", "of a track without times: when it begins")
    .option("--speed <m/s>", "of a track without times: how fast it goes", positive)
    .option("--every <seconds>", "of a track without times: how often it has a fix (default: 5)", positive)
    .option("--name <property or template>", 'of zones in a file: a column, or such as "{city} {number}"')
    .option("--radius <metres>", "of points in a file of zones, which have none", radius)
    .addOption(new Option("--format <format>", "of the report").choices(["text", "json"]).default("text"))
    .option("--gpx <file>", "also write the track as waypoints with times, which Xcode plays")
    .option("--force", "overwrite the file of --gpx, also one that this command has not written")
    .addHelpText("after", walkHelp)
    .action(run);
}

async function run(source: string, track: string, options: WalkCommandOptions): Promise<void> {
  // Loaded at the first need, so that other commands start without it.
  const { walkOver } = await import("./run.js");
  const { report, differs } = await walkOver(source, track, options);
  await print(report);
  if (differs) process.exitCode = 7;
}
