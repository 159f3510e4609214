/** What adopting an account of 1,000 zones takes, against the same reads in a bare loop, each a process of its own. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmulator } from "pulumi-bluedot/emulator";

import { median } from "./statistics";

const run = promisify(execFile);

export async function benchAdoption(rounds: number): Promise<void> {
  const emulator = await startEmulator();
  const folder = await mkdtemp(join(tmpdir(), "bluedot-bench-"));
  try {
    emulator.seedAccount({ zones: 1000, destinations: 100, beacons: 20 });
    const env = {
      ...process.env,
      BLUEDOT_ENDPOINT: emulator.url,
      BLUEDOT_EMAIL: emulator.email,
      BLUEDOT_PASSWORD: emulator.password,
    };
    const times: Record<"adopt" | "bare", number[]> = { adopt: [], bare: [] };
    const timed = async (list: number[], args: string[]) => {
      emulator.requests.clear();
      const start = performance.now();
      await run(process.execPath, args, { env });
      list.push(performance.now() - start);
      return emulator.requests.length;
    };
    let requests = 0;
    for (let round = 0; round < rounds; round++) {
      const adopt = [join(__dirname, "../dist/cli/main.js"), "adopt", "--out", join(folder, String(round))];
      requests = await timed(times.adopt, adopt);
      await timed(times.bare, ["-e", BARE]);
    }
    const [adopt, bare] = [median(times.adopt), median(times.bare)];
    console.log(
      `adoption of 1,000 zones: ratio ${(adopt / bare).toFixed(2)} to the bare reads   ` +
        `${adopt.toFixed(0)} ms to ${bare.toFixed(0)} ms   requests ${requests}`,
    );
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  }
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
