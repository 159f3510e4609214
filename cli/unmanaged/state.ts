/** The states of stacks, from `pulumi stack export` or from files. */
import { spawn } from "node:child_process";
import { once } from "node:events";

import { decode } from "../../files/decode";
import { ZoneFileError } from "../../files/fault";
import { Report } from "../../files/report";
import { engineJsonIn, refuseText } from "../../plan/engine-text";
import { stateResources, type StateResource } from "../../plan/stack";
import { inputName, readInput, type StandardInput } from "../input";
import { EncryptedError, managedIn, type Managed } from "./managed";

/** @param path of what `pulumi stack export` printed; `-` is standard input */
export async function managedInFile(path: string, standardInput: StandardInput): Promise<Managed> {
  const bytes = await readInput(path, standardInput);
  const name = inputName(path);
  try {
    return managedIn(resourcesIn(textOf(bytes, name), name));
  } catch (error) {
    if (!(error instanceof EncryptedError)) throw error;
    throw new Error(
      `${name}: ${error.message}. Let no file hold them in clear: \`pulumi stack export --show-secrets | npx pulumi-bluedot unmanaged --state -\`.`,
    );
  }
}

function textOf(bytes: Buffer, name: string): string {
  const report = new Report();
  const text = decode(bytes, report, "write it as UTF-8");
  if (text === undefined) throw new ZoneFileError(name, report.faultsInOrder());
  return text;
}

/** A stack of the program in a folder. */
export interface StackChoice {
  /** Default: the selected stack. */
  readonly stack?: string | undefined;
  /** Default: the working directory. */
  readonly cwd?: string | undefined;
}

/** Runs `pulumi stack export`. What it prints stays in memory. */
export async function managedInStack(choice: StackChoice): Promise<Managed> {
  const name = choice.stack ?? "the selected stack";
  try {
    return managedIn(resourcesIn(await exported(choice, []), name));
  } catch (error) {
    if (!(error instanceof EncryptedError)) throw error;
    // The ids of a set are in its one secret output, with the texts that may hold a secret; no other part of the state
    // has them. So the secrets are decrypted only where there is a set or a secret projectId, and never reach a disk.
    return managedIn(resourcesIn(await exported(choice, ["--show-secrets"]), name));
  }
}

function resourcesIn(text: string, name: string): StateResource[] {
  const engine = engineJsonIn(text, name);
  return engine?.kind === "stack" ? stateResources(engine.json) : refuseText(text, name, "state");
}

async function exported({ stack, cwd }: StackChoice, more: readonly string[]): Promise<string> {
  const args = ["stack", "export", ...(stack === undefined ? [] : ["--stack", stack]), ...more];
  const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  for (const from of ["stdout", "stderr"] as const)
    child[from].setEncoding("utf8").on("data", (text: string) => (printed[from] += text));
  const code = await once(child, "close").then(
    ([given]: unknown[]) => given,
    (error: unknown) => {
      throw new Error(
        `\`pulumi stack export\` did not start (${error instanceof Error ? error.message : ""}); is pulumi on the PATH, and --cwd a folder?`,
      );
    },
  );
  if (code !== 0)
    throw new Error(
      `\`pulumi stack export\` ended with exit code ${String(code)}:\n${printed.stderr.trim()}`,
    );
  return printed.stdout;
}
