/**
 * `npm run bench`: the provider's cost on the real CLI, as ratios within one run.
 * `npm run bench -- --zones 300 --rounds 3 --latency 50`: fewer zones, more rounds, answers after 50 ms.
 * `npm run bench -- --only fences`: one of the tables. `--write` puts each table into docs/performance.md too.
 */
import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";

import { fenceFigures, fenceRows } from "./fences";
import { mapFigures, mapRows } from "./maps";
import type { Row } from "./row";
import { scenariosFor, type Figures, type Of, type ScenarioName } from "./scenarios";
import { providerRows, tableOf } from "./table";

const { values } = parseArgs({
  options: {
    zones: { type: "string", default: "1000" },
    rounds: { type: "string", default: "1" },
    latency: { type: "string", default: "0" },
    only: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const zones = wholeNumber("zones", values.zones, 1);
const rounds = wholeNumber("rounds", values.rounds, 1);
const latency = wholeNumber("latency", values.latency, 0);

/** A table of docs/performance.md. */
interface Table {
  readonly name: string;
  /** The comment before it; `end` is the one after it. */
  readonly mark: string;
  readonly scenarios: () => [ScenarioName, () => Promise<Figures>][];
  readonly rows: readonly Row[];
  /** The conditions of the measurement, after the machine. */
  readonly conditions: string;
}

const tables: readonly Table[] = [
  {
    name: "provider",
    mark: "<!-- bench -->",
    scenarios: () => scenariosFor(zones, latency),
    rows: providerRows(zones),
    conditions: `a file backend, the emulator on the same machine${latency === 0 ? "" : `, answers after ${latency} ms`}`,
  },
  {
    name: "fences",
    mark: "<!-- bench fences -->",
    scenarios: () => [["fences", fenceFigures]],
    rows: fenceRows,
    conditions: "each figure of a process of its own",
  },
  {
    name: "maps",
    mark: "<!-- bench maps -->",
    scenarios: () => [["maps", mapFigures]],
    rows: mapRows,
    conditions: "each figure of a process of its own",
  },
];

void main();

async function main(): Promise<void> {
  for (const table of wanted(values.only)) {
    const conditions = conditionsNow(table);
    const measured: Of[] = [];
    for (let number = 1; number <= rounds; number++) measured.push(await runRound(table, number));
    const part = `${conditions}\n\n${tableOf(table.rows, measured)}`;
    console.log(part);
    if (values.write) await writeDocument(table, part);
  }
}

function wanted(only: string | undefined): readonly Table[] {
  const found = tables.filter(({ name }) => only === undefined || name === only);
  if (found.length > 0) return found;
  throw new Error(`--only is ${only}, but must be ${tables.map(({ name }) => name).join(" or ")}.`);
}

/** Every other round runs backwards, so that a busy minute of the machine is felt by all that is compared. */
async function runRound(table: Table, number: number): Promise<Of> {
  const scenarios = table.scenarios();
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
function conditionsNow(table: Table): string {
  const cores = cpus();
  const load = (loadavg()[0] ?? NaN).toFixed(1);
  const often = rounds === 1 ? "one round" : `${rounds} rounds, medians (and the least and the most)`;
  return `${cores.length} cores (${cores[0]?.model ?? "unknown"}), a load of ${load} before it began, Node.js ${process.version.slice(1)}, ${table.conditions}; ${often}.`;
}

/** Replaces what stands between the marks, and leaves the words around it as they are. */
async function writeDocument({ mark: start }: Table, part: string): Promise<void> {
  const file = join(__dirname, "../docs/performance.md");
  const end = "<!-- end -->";
  const [before, rest] = (await readFile(file, "utf8")).split(start);
  const after = rest?.slice(rest.indexOf(end) + end.length);
  if (before === undefined || after === undefined) throw new Error(`${file} has no ${start} and ${end}`);
  const text = [before, start, "\n\n", part, "\n\n", end, after].join("");
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${name} is ${text}, but must be a whole number from ${least}.`);
}
