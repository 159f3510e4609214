/**
 * The CLI without the three commands that the Automation API runs after each `up`, and the one after each `refresh` and
 * `destroy`: they ask for the outputs and for the history, which takes half as long as the run itself.
 */
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { z } from "zod";

type Run = (args: readonly string[], ...rest: unknown[]) => Promise<unknown>;

const schema = z.object({ run: z.custom<Run>((value) => typeof value === "function") });

export interface LeanCommand {
  readonly command: PulumiCommand;
  /** Runs an operation of a stack, whose outputs and summary are then empty. */
  readonly without: <T>(operation: () => Promise<T>) => Promise<T>;
}

export async function leanCommand(): Promise<LeanCommand> {
  const command = await PulumiCommand.get({ skipVersionCheck: true });
  const { run } = schema.parse(command);
  let isLean = false;
  const value: Run = async (args, ...rest) => {
    const [noun, verb] = args;
    if (isLean && noun === "stack" && verb === "output") return { stdout: "{}" };
    if (isLean && noun === "stack" && verb === "history") return { stdout: "[]" };
    return await run.call(command, args, ...rest);
  };
  Object.defineProperty(command, "run", { value });
  const without = async <T>(operation: () => Promise<T>) => {
    isLean = true;
    try {
      return await operation();
    } finally {
      isLean = false;
    }
  };
  return { command, without };
}
