/**
 * `npm run bench`: the provider's cost on the real CLI, as ratios within one run.
 * `npm run bench -- --zones 300 --rounds 3 --latency 50`: fewer zones, more rounds, answers after 50 ms.
 * `--write` puts the table into docs/performance.md too.
 */
import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";

import { scenariosFor, type Figures, type Of, type ScenarioName } from "./scenarios";
import { tableOf } from "./table";

const { values } = parseArgs({
  options: {
    zones: { type: "string", default: "1000" },
    rounds: { type: "string", default: "1" },
    latency: { type: "string", default: "0" },
    write: { type: "boolean", default: false },
  },
});
const zones = wholeNumber("zones", values.zones, 1);
const rounds = wholeNumber("rounds", values.rounds, 1);
const latency = wholeNumber("latency", values.latency, 0);

void main();

async function main(): Promise<void> {
  const conditions = conditionsNow();
  const measured: Of[] = [];
  for (let number = 1; number <= rounds; number++) measured.push(await runRound(number));
  const part = `${conditions}\n\n${tableOf(zones, measured)}`;
  console.log(part);
  if (values.write) await writeDocument(part);
}

/** Every other round runs backwards, so that a busy minute of the machine is felt by all that is compared. */
async function runRound(number: number): Promise<Of> {
  const scenarios = scenariosFor(zones, latency);
  const round = new Map<ScenarioName, Figures>();
  for (const [name, scenario] of number % 2 === 1 ? scenarios : scenarios.reverse()) {
    console.error(`round ${number} of ${rounds}: ${name}`);
    round.set(name, await scenario());
  }
  return (scenario, figure) => {
    const value = round.get(scenario)?.[figure];
    if (value === undefined) throw new Error(`${scenario} has measured no ${figure}`);
    return value;
  };
}

/** Other work on the machine shows in the load. */
function conditionsNow(): string {
  const cores = cpus();
  const load = (loadavg()[0] ?? NaN).toFixed(1);
  const often = rounds === 1 ? "one round" : `${rounds} rounds, medians (and the least and the most)`;
  const distance = latency === 0 ? "" : `, answers after ${latency} ms`;
  return `${cores.length} cores (${cores[0]?.model ?? "unknown"}), a load of ${load} before it began, Node.js ${process.version.slice(1)}, a file backend, the emulator on the same machine${distance}; ${often}.`;
}

/** Replaces what stands between the marks, and leaves the words around it as they are. */
async function writeDocument(part: string): Promise<void> {
  const file = join(__dirname, "../docs/performance.md");
  const [start, end] = ["<!-- bench -->", "<!-- end -->"];
  const [before, rest] = (await readFile(file, "utf8")).split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no ${start} and ${end}`);
  const text = [before, start, "\n\n", part, "\n\n", end, after].join("");
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${name} is ${text}, but must be a whole number from ${least}.`);
}
