/**
 * `npm run bench`: what the provider costs, as ratios in one run.
 * `npm run bench -- engine judging adoption --zones 300 --rounds 3`; without names all of them.
 */
import { parseArgs } from "node:util";

import { benchAdoption } from "./adoption";
import { benchEngine } from "./engine";
import { benchJudging } from "./judging";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { zones: { type: "string", default: "300" }, rounds: { type: "string", default: "3" } },
});
const rounds = Number(values.rounds);

const benches: Record<string, () => Promise<void>> = {
  judging: () => benchJudging(rounds),
  adoption: () => benchAdoption(rounds),
  engine: () => benchEngine(Number(values.zones), rounds),
};

void main();

async function main(): Promise<void> {
  const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    throw new Error(`There is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.`);
  }
  for (const [name, run] of Object.entries(benches)) {
    if (positionals.length === 0 || positionals.includes(name)) await run();
  }
}
