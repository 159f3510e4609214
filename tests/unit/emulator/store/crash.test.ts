import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { expect } from "chai";

import { createEmulator } from "../../../../emulator";
import { at, signedIn, zoneOf } from "../client";
import { inFolder } from "./folder";

const credentials = { email: "dev@example.com", password: "emulator-password" };

/** An emulator in a process of its own, to be killed. */
async function startChild(data: string) {
  const source = JSON.stringify(join(__dirname, "../../../../emulator"));
  const script = `require(${source}).startEmulator({ data: process.argv[1] }).then(({ url }) => console.log(url))`;
  const child = spawn(process.execPath, ["--require", "tsx/cjs", "--eval", script, data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise((resolve) => child.stdout.once("data", resolve));
  return { child, url: String(line).trim() };
}

describe("an emulator that is killed", () => {
  for (const writes of [1, 40, 300]) {
    it(`has every write it acknowledged, the kill coming after ${writes} of them`, () =>
      inFolder(async (data) => {
        const { child, url } = await startChild(data);
        const ended = once(child, "exit");
        const { call } = await signedIn((path, init) => fetch(url + path, init), credentials);
        const project = await call("POST", "/projects", { name: "Shops", nextRuleUpdateInterval: 600 });
        const projectId = String(at(project.body, "_id"));

        const acknowledged: string[] = [];
        const writer = async () => {
          for (;;) {
            const { status, body } = await call("POST", "/zones", zoneOf(projectId));
            if (status !== 201) throw new Error(`status ${status}`);
            acknowledged.push(String(at(body, "_id")));
            if (acknowledged.length >= writes) child.kill("SIGKILL");
          }
        };
        await Promise.allSettled(Array.from({ length: 20 }, writer));
        await ended;

        const again = await createEmulator({ data });
        const held = new Set(again.zones.list().map(({ _id }) => _id));
        expect(acknowledged.length).to.be.at.least(writes);
        expect(acknowledged.filter((id) => !held.has(id))).to.deep.equal([]);
        await again.close();
      }));
  }
});
