import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";

const root = join(__dirname, "../../..");
const plan = join(root, "tests/fixtures/plans/every-change.json");
const track = join(root, "tests/fixtures/tracks/south.csv");
const zones = join(root, "tests/fixtures/zone-csv/closed-polygon.csv");

describe("a report that cannot be written is an error of", function () {
  this.timeout(60_000);
  const full = "/dev/full";
  // The test command takes a test that is skipped for one that failed.
  if (!existsSync(full)) return;
  const commands: string[][] = [
    ["check", plan, "--apart", "0"],
    ["walk", plan, track],
    ["map", plan, "--format", "svg"],
    ["convert", zones, "--format", "kml"],
  ];
  for (const args of commands)
    it(`pulumi-bluedot ${args[0] ?? ""}`, async () => {
      const output = openSync(full, "w");
      const child = spawn(process.execPath, ["--import", "tsx", join(root, "cli/main.ts"), ...args], {
        stdio: ["ignore", output, "pipe"],
      });
      closeSync(output);
      const closed = once(child, "close").then(([given]: unknown[]) => given);
      const [printed, ended] = await Promise.all([child.stderr ? text(child.stderr) : "", closed]);
      expect(printed).to.include("ENOSPC");
      expect(ended).to.equal(1);
    });
});
