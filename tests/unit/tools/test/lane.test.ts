import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";

import { everyProcess } from "../../../../tools/processes";
import { openLane, type Lane } from "../../../../tools/test/lane";

describe("a file of tests in a process of the test command", () => {
  let folder: string;
  let lane: Lane;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "lane-test-"));
    lane = openLane(join(folder, "log"));
  });
  after(async () => {
    lane.close();
    await rm(folder, { recursive: true });
  });

  const run = async (text: string, { alone = false, timeLimit = 60_000 } = {}) => {
    const path = join(folder, `${String(Math.random())}.test.cjs`);
    await writeFile(path, text);
    const { passed, failures, output } = await lane.run({ path, alone, timeLimit });
    return { passed, failures: failures.map((each) => each.replace(`${path}: `, "")), output };
  };
  /** Waits until the process that was printed has ended. */
  const gone = async (output: string) => {
    const pid = Number(/pid (\d+)/.exec(output)?.[1]);
    do await sleep(20);
    while (everyProcess().some((each) => each.pid === pid));
    // Its parent receives the message a moment later.
    await sleep(20);
  };
  const passing = 'describe("zones", () => { it("are read", () => console.log("read them")); });';

  for (const alone of [true, false]) {
    it(`is counted, with all that it prints and nothing of others, ${alone ? "alone" : "beside others"}`, async () => {
      await run('console.log("another"); it("is another", () => undefined);', { alone });
      const { passed, failures, output } = await run(passing, { alone });
      expect([passed, failures]).to.deep.equal([1, []]);
      expect(output).to.contain("read them").and.to.contain("1 passing").and.not.to.contain("another");
    });
  }

  const fails: [how: string, text: string, failure: string | RegExp][] = [
    ["a test", 'it("a", () => { throw new Error("b\\nc"); });', "a: b"],
    [
      "a hook",
      'describe("a", () => { before(() => { throw new Error("b"); }); it("c", () => 0); });',
      /"before all" hook.*: b$/,
    ],
    ["the load of the file", 'require("./nowhere");', /^Cannot find module/],
    ["no test at all", "", "it holds no test"],
    ["a test that is skipped", 'it.skip("a", () => 0);', /pending/i],
    ["a test that is the only one", 'it.only("a", () => 0);', /`\.only` /],
    [
      "its process, which ends",
      'it("a", () => process.exit(0));',
      'its process ended with exit code 0, in "a"',
    ],
    [
      "its process, which is killed",
      'it("a", () => process.kill(process.pid, "SIGKILL"));',
      'its process ended with SIGKILL, in "a"',
    ],
    [
      "an error that nobody catches",
      'it("a", () => new Promise(() => setTimeout(() => { throw new Error("b"); })));',
      "a: b",
    ],
  ];
  for (const [how, text, failure] of fails) {
    it(`fails by ${how}, and the next passes`, async () => {
      const { failures } = await run(text);
      expect(failures).to.have.length(1);
      if (typeof failure === "string") expect(failures).to.deep.equal([failure]);
      else expect(failures[0]).to.match(failure);
      expect(await run(passing)).to.include({ passed: 1 });
    });
  }

  it("fails by what its process does after its last test, which the next file tells", async () => {
    const { failures, output } = await run(
      'it("a", () => { console.log("pid " + process.pid); setTimeout(() => process.exit(3), 50); });',
    );
    expect(failures).to.deep.equal([]);
    await gone(output);
    expect((await run(passing)).failures[0]).to.match(/: its process ended with 3 after its last test$/);
  });

  it("fails where it hangs, and its process ends with all that it started", async () => {
    const text = `it("a", (done) => {
      const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
      console.log("pid " + child.pid);
      while (true);
    });`;
    const { failures, output } = await run(text, { timeLimit: 3_000 });
    expect(failures).to.deep.equal(['took longer than 0.05 minutes, in "a"']);
    await gone(output);
    expect(await run(passing)).to.include({ passed: 1 });
  });
});
