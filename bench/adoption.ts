/**
 * What adopting an account of 1,000 zones takes, against the same reads in a bare loop, each a process of its own: as
 * fast as this machine answers itself, and with the time that an answer takes over a network.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { median } from "./statistics";

const run = promisify(execFile);

/** Milliseconds that each answer is held back; 100 are few for an API that is a country away. */
const latencies = [0, 100];

export async function benchAdoption(rounds: number): Promise<void> {
  const emulator = await startEmulator();
  const folder = await mkdtemp(join(tmpdir(), "bluedot-bench-"));
  try {
    emulator.seedAccount({ zones: 1000, destinations: 100, beacons: 20 });
    console.log(`adoption of 1,000 zones against the same reads in a bare loop, ${rounds} rounds, medians`);
    for (const latency of latencies) {
      emulator.clearFaults();
      if (latency > 0) emulator.fault({ kind: "delay", ms: latency, times: "forever" });
      await compare(emulator, { rounds, latency, folder: join(folder, String(latency)) });
    }
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Comparison {
  readonly rounds: number;
  readonly latency: number;
  /** Where the programs are written. */
  readonly folder: string;
}

async function compare(emulator: RunningEmulator, { rounds, latency, folder }: Comparison): Promise<void> {
  const times: Record<"adopt" | "bare", number[]> = { adopt: [], bare: [] };
  let requests = 0;
  for (let round = 0; round < rounds; round++) {
    const out = join(folder, String(round));
    times.bare.push(await millisecondsFor(emulator, ["-e", BARE]));
    times.adopt.push(
      await millisecondsFor(emulator, [join(__dirname, "../dist/cli/main.js"), "adopt", "--out", out]),
    );
    requests = emulator.requests.length;
  }
  const [adopt, bare] = [median(times.adopt), median(times.bare)];
  const answers = latency === 0 ? "answers at once" : `answers after ${latency} ms`;
  console.log(
    `  ${answers}: ratio ${(adopt / bare).toFixed(2)}   ${adopt.toFixed(0)} ms to ${bare.toFixed(0)} ms   requests ${requests}`,
  );
}

async function millisecondsFor(emulator: RunningEmulator, args: readonly string[]): Promise<number> {
  const { url, email, password } = emulator;
  const env = { ...process.env, BLUEDOT_ENDPOINT: url, BLUEDOT_EMAIL: email, BLUEDOT_PASSWORD: password };
  emulator.requests.clear();
  const start = performance.now();
  await run(process.execPath, args, { env });
  return performance.now() - start;
}

/** The same requests one after another, and what they bring as one file in memory. */
const BARE = `
const { BLUEDOT_ENDPOINT: url, BLUEDOT_EMAIL: email, BLUEDOT_PASSWORD: password } = process.env;
(async () => {
  const signedIn = await fetch(url + "/sessions", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email, password }),
  });
  const { accessToken } = await signedIn.json();
  const list = async (path) => {
    const all = [];
    for (let token = ""; ;) {
      const headers = { authorization: "Bearer " + accessToken, ...(token && { paginationToken: token }) };
      const answer = await fetch(url + path, { headers });
      all.push(...await answer.json());
      token = answer.headers.get("x-bluedot-paginationToken");
      if (!token) return all;
    }
  };
  const projects = await list("/projects");
  const zones = [];
  for (const { _id } of projects) zones.push(...await list("/zones?projectId=" + _id));
  const rest = [await list("/destinations"), await list("/beacons"), await list("/users")];
  if (zones.length !== 1000) throw new Error("there are not 1,000 zones");
  JSON.stringify([projects, zones, rest]);
})();`;
