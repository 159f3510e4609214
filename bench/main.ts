/**
 * `npm run bench`: what the provider costs, on the real CLI, as ratios in one run.
 * `npm run bench -- zones sets --zones 300 --rounds 3`: these tables only; without names all of them.
 * `--json`: the figures as JSON in place of the tables. `--write`: the tables and charts into docs/performance.md too.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";

import { chartsFor, drawn } from "./chart";
import { writeDocument } from "./document";
import { ofMedians, ofRound, runRounds, type Round } from "./rounds";
import { scenariosFor } from "./scenarios";
import { markdownOf, resultOf, type Result, type Table } from "./table";
import { tablesFor } from "./tables";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    zones: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const zones = wholeNumber("zones", values.zones);
const rounds = wholeNumber("rounds", values.rounds);

/** Whoever else works on the machine shows in it. */
const loadBefore = loadavg()[0] ?? NaN;

void main();

async function main(): Promise<void> {
  const tables = wanted(tablesFor(zones));
  const needed = new Set(tables.flatMap(({ needs }) => needs));
  const scenarios = [...scenariosFor(zones)].filter(([name]) => needed.has(name));
  const measured = await runRounds(scenarios, rounds, (line) => console.error(line));
  const results = tables.map((table) => resultsOf(table, measured));
  if (values.json) console.log(JSON.stringify(jsonOf(results, measured), null, 2));
  else console.log([conditions(), ...results.map(textOf)].join("\n\n"));
  if (values.write) await writeDocument(partsOf(results, measured));
}

function wanted(tables: readonly Table[]): readonly Table[] {
  const names = tables.map(({ name }) => name);
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no table ${unknown.join(", ")}; there are ${names.join(", ")}.`);
  return positionals.length === 0 ? tables : tables.filter(({ name }) => positionals.includes(name));
}

interface Measured {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Result[];
}

function resultsOf({ name, title, rows }: Table, measured: readonly Round[]): Measured {
  const [each, medians] = [measured.map(ofRound), ofMedians(measured)];
  return { name, title, rows: rows.map((row) => resultOf(row, each, medians)) };
}

function textOf({ title, rows }: Measured): string {
  return `${title}\n\n${markdownOf(rows)}`;
}

/** With the figures of each round, from which all else was made. */
function jsonOf(tables: readonly Measured[], measured: readonly Round[]): object {
  return {
    conditions: conditions(),
    zones,
    tables,
    rounds: measured.map((round) => Object.fromEntries(round)),
  };
}

/** A chart is drawn where all that it shows was run. */
function partsOf(tables: readonly Measured[], measured: readonly Round[]): Map<string, string> {
  const run = new Set(measured.flatMap((round) => [...round.keys()]));
  const charts = chartsFor(zones).filter(({ bars }) => bars.every(({ scenario }) => run.has(scenario)));
  const drawings = charts.map((chart) => drawn(chart, ofMedians(measured)));
  return new Map([
    ...(positionals.length === 0 ? [["conditions", conditions()] as const] : []),
    ...tables.map((table) => [table.name, textOf(table)] as const),
    ...charts.map(({ name }, at) => [name, ["```text", drawings[at], "```"].join("\n")] as const),
  ]);
}

function conditions(): string {
  const cores = cpus();
  const often = rounds === 1 ? "one round" : `${rounds} rounds, medians (and the least and the most)`;
  return `${cores.length} cores (${cores[0]?.model ?? "unknown"}), a load of ${loadBefore.toFixed(1)} before it began, Node.js ${process.version.slice(1)}, a file backend, the emulator on the same machine; ${often}.`;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} is ${text}, but must be a whole number from 1.`);
  return number;
}
