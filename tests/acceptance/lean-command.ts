/**
 * The CLI without the three commands that the Automation API runs after each `up`, and the one after each `refresh` and
 * `destroy`: they ask for the outputs and for the history, which takes half as long as the run itself. The version is
 * asked for once a process.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { z } from "zod";

type Run = (args: readonly string[], ...rest: unknown[]) => Promise<unknown>;

const schema = z.object({ run: z.custom<Run>((value) => typeof value === "function") });

const lean = new AsyncLocalStorage<true>();
let command: Promise<PulumiCommand> | undefined;

export function leanCommand(): Promise<PulumiCommand> {
  command ??= openCommand();
  return command;
}

/** Runs an operation of a stack, whose outputs and summary are then empty. */
export function withoutOutputs<T>(operation: () => Promise<T>): Promise<T> {
  return lean.run(true, operation);
}

async function openCommand(): Promise<PulumiCommand> {
  const found = await PulumiCommand.get({ skipVersionCheck: true });
  const { run } = schema.parse(found);
  const value: Run = async (args, ...rest) => {
    const [noun, verb] = args;
    const isLean = lean.getStore() === true;
    if (isLean && noun === "stack" && verb === "output") return { stdout: "{}" };
    if (isLean && noun === "stack" && verb === "history") return { stdout: "[]" };
    return await run.call(found, args, ...rest);
  };
  Object.defineProperty(found, "run", { value });
  return found;
}
