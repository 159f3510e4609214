/** `pulumi-bluedot emulator`: the Config API on this machine, for trials and tests. */
import { Command } from "commander";

import type { RunningEmulator } from "../emulator";
import { shellWord } from "../files/unreadable";
import { wholeNumber } from "./number-options";

const defaultPassword = "emulator-password";

interface Options {
  port: number;
  data?: string;
  email: string;
  password: string;
  tokenLife: number;
  sample?: number;
  quiet?: boolean;
}

export function emulatorCommand(): Command {
  return new Command("emulator")
    .description("Run an emulator of Bluedot's Config API on this machine.")
    .option("--port <number>", "the port it listens on; 0 for any that is free", wholeNumber(0, 65_535), 4010)
    .option("--data <file>", "keep what it holds in this file; without it, that ends with the emulator")
    .option("--email <address>", "who may sign in", "dev@example.com")
    .option("--password <text>", "with which password", defaultPassword)
    .option("--token-life <seconds>", "how long a sign-in lasts", wholeNumber(0, 999_999_999), 3600)
    .option(
      "--sample <zones>",
      "fill it with a made-up account of so many zones, unless it holds something already",
      wholeNumber(0, 99_999),
    )
    .option("--quiet", "print no line for each request")
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { port, data, email, password, tokenLife, quiet } = options;
  // Loaded at the first need: other commands need no server and start faster.
  const { startEmulator } = await import("../emulator/index.js");
  const emulator = await startEmulator({
    port,
    data,
    accounts: [{ email, password }],
    tokenLifeSeconds: tokenLife,
    onRequest: ({ method, path, status }) => {
      if (quiet !== true) console.log(`${method} ${path} ${status ?? "no answer"}`);
    },
  });
  try {
    await serve(emulator, options);
  } finally {
    // Also after an error, else the server would keep the process alive.
    await emulator.close();
  }
}

async function serve(emulator: RunningEmulator, options: Options): Promise<void> {
  const { data, email, password, sample } = options;
  const sampled = sample === undefined ? [] : [await withSample(emulator, sample)];
  console.log(
    [
      `The Config API's emulator listens on ${emulator.url}${data === undefined ? ", in memory" : `, data in ${data}`}.`,
      ...sampled,
      "To use it with a stack:",
      `  pulumi config set bluedot:endpoint ${emulator.url}`,
      `  pulumi config set bluedot:email ${shellWord(email)}`,
      "  pulumi config set --secret bluedot:password",
      `The password is ${password === defaultPassword ? defaultPassword : "the one given by --password"}. Ctrl-C ends the emulator.`,
    ].join("\n"),
  );
  await signalled();
}

/** Fills an empty emulator with a sample, and describes it. */
async function withSample(emulator: RunningEmulator, zones: number): Promise<string> {
  const { projects, destinations, beacons, users } = emulator;
  if ([projects, destinations, beacons, users].some(({ size }) => size() > 0))
    return "It holds something already, so that no sample was added.";
  const added = Object.entries(emulator.seedAccount({ zones }));
  await emulator.durable();
  return `It holds a made-up account (${added.map(([name, all]) => `${name}: ${all.length}`).join(", ")}).`;
}

/** Resolves at the first SIGINT or SIGTERM. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
