import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";

const root = join(__dirname, "../../..");
const plan = join(root, "tests/fixtures/plans/every-change.json");
const track = join(root, "tests/fixtures/tracks/south.csv");

describe("a reader that has enough, such as `head`, is no error of", function () {
  this.timeout(60_000);
  const commands: [args: string[], code: number][] = [
    [["check", plan, "--apart", "5000"], 7],
    [["walk", plan, track, "--format", "json"], 0],
  ];
  for (const [args, code] of commands)
    it(`pulumi-bluedot ${args[0] ?? ""}`, async () => {
      const child = spawn(process.execPath, ["--import", "tsx", join(root, "cli/main.ts"), ...args], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      child.stdout.destroy();
      const closed = once(child, "close").then(([given]: unknown[]) => given);
      const [printed, ended] = await Promise.all([text(child.stderr), closed]);
      expect(printed).to.not.include("EPIPE");
      expect(ended).to.equal(code);
    });
});
