/**
 * What adopting an account of 1,000 zones takes, against the same reads in a bare loop, each a process of its own: as
 * fast as this machine answers itself, and with the time that an answer takes over a network.
 */
import { join } from "node:path";
import { startEmulator } from "pulumi-bluedot/emulator";

import { millisecondsFor, withPrograms } from "./bare";
import type { Figures } from "./scenario";

/** Milliseconds that each answer is held back; 100 are few for an API that is a country away. */
export const latencies = [0, 100] as const;

/** `adopt 100` and `bare 100`: milliseconds where each answer takes 100 ms; `requests`: how many. */
export async function adoption(): Promise<Figures> {
  const emulator = await startEmulator();
  try {
    emulator.seedAccount({ zones: 1000, destinations: 100, beacons: 20 });
    return await withPrograms(async (folder) => {
      const figures: Record<string, number> = {};
      for (const latency of latencies) {
        emulator.clearFaults();
        if (latency > 0) emulator.fault({ kind: "delay", ms: latency, times: "forever" });
        const command = join(__dirname, "../dist/cli/main.js");
        const out = join(folder, `adopted-${latency}`);
        figures[`bare ${latency}`] = await millisecondsFor(emulator, [join(folder, "bare.js"), "account"]);
        emulator.requests.clear();
        figures[`adopt ${latency}`] = await millisecondsFor(emulator, [command, "adopt", "--out", out]);
        figures["requests"] = emulator.requests.length;
      }
      return figures;
    });
  } finally {
    await emulator.close();
  }
}
