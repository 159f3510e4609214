import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";

import { expect } from "chai";

import { lockFile } from "../../../../emulator/store/lock";
import { inFolder } from "./folder";

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the lock of a data file", () => {
  it("is let go", () =>
    inFolder(async (data, folder) => {
      const unlock = await lockFile(data);
      await unlock();
      expect(await readdir(folder)).to.deep.equal([]);
    }));

  it("is taken over from a process that has ended", () =>
    inFolder(async (data) => {
      await writeFile(`${data}.lock`, JSON.stringify({ pid: await deadProcess() }));
      const unlock = await lockFile(data);
      expect(JSON.parse(await readFile(`${data}.lock`, "utf8"))).to.include({ pid: process.pid });
      await unlock();
    }));

  it("is taken over from an earlier process that had our number", () =>
    inFolder(async (data) => {
      await writeFile(`${data}.lock`, JSON.stringify({ pid: process.pid, began: "0" }));
      await (
        await lockFile(data)
      )();
    }));

  it("is taken over when it says nothing", () =>
    inFolder(async (data) => {
      await writeFile(`${data}.lock`, "");
      await (
        await lockFile(data)
      )();
    }));

  it("is taken over after a takeover that was cut off", () =>
    inFolder(async (data, folder) => {
      const dead = JSON.stringify({ pid: await deadProcess() });
      await writeFile(`${data}.lock`, dead);
      await writeFile(`${data}.lock.takeover`, dead);
      await (
        await lockFile(data)
      )();
      expect(await readdir(folder)).to.deep.equal([]);
    }));

  it("goes to one of many who want a stale one", () =>
    inFolder(async (data) => {
      await writeFile(`${data}.lock`, JSON.stringify({ pid: await deadProcess() }));
      const taken = await Promise.allSettled(Array.from({ length: 20 }, () => lockFile(data)));
      expect(taken.filter(({ status }) => status === "fulfilled")).to.have.length(1);
    }));
});
