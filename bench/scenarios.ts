/** The same network of zones, in several ways; each run has an emulator and a folder of its own. */
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { bareLoop } from "./bare";
import { runStack, type Phase } from "./stack";

/** The figures of one run: `up` → milliseconds, `up posts` → requests, `up peak` → bytes. */
export type Figures = Readonly<Record<string, number>>;

export type ScenarioName = "zones" | "empty provider" | "set" | "bare" | "start" | "fences" | "maps";

/** A figure of a scenario, of one round. */
export type Of = (scenario: ScenarioName, figure: string) => number;

/** The set has ten times as many zones. */
export function scenariosFor(zones: number, latency: number): [ScenarioName, () => Promise<Figures>][] {
  const stackOf = (program: string, size: number, phases?: readonly Phase[]) => () =>
    withEmulator(latency, (emulator) => runStack({ program, zones: size, phases, emulator }));
  return [
    ["zones", stackOf("zones", zones)],
    ["empty provider", stackOf("empty-provider", zones)],
    ["start", stackOf("empty-provider", 0, ["up", "refresh"])],
    ["set", stackOf("zone-set", 10 * zones)],
    ["bare", () => withEmulator(latency, (emulator) => bareLoop(emulator, 10 * zones))],
  ];
}

/** @param latency milliseconds that each answer is held back */
async function withEmulator<Result>(
  latency: number,
  work: (emulator: RunningEmulator) => Promise<Result>,
): Promise<Result> {
  const emulator = await startEmulator();
  try {
    if (latency > 0) emulator.fault({ kind: "delay", ms: latency, times: "forever" });
    return await work(emulator);
  } finally {
    await emulator.close();
  }
}
