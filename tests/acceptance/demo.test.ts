import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { findEngine } from "../../tools/engine/find";

const root = join(__dirname, "../..");

interface Demo {
  readonly printed: string;
  readonly code: unknown;
  readonly seconds: number;
  /** The names of the temporary files that the demo left, without the cache of the TypeScript loader. */
  readonly left: string[];
}

/**
 * Runs the demo with a folder of its own for temporary files.
 *
 * @param interruptAt send Ctrl-C, to it and to all it started as a terminal does, once it has printed this
 */
async function runDemo(interruptAt?: RegExp): Promise<Demo> {
  const temporary = await mkdtemp(join(tmpdir(), "demo-test-"));
  try {
    const begin = performance.now();
    const demo = spawn(join(root, "node_modules/.bin/tsx"), ["tools/demo.ts"], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let printed = "";
    let interrupted = false;
    for (const stream of [demo.stdout, demo.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (interrupted || !interruptAt?.test(printed) || demo.pid === undefined) return;
        interrupted = true;
        process.kill(-demo.pid, "SIGINT");
      });
    }
    const code = await once(demo, "close").then(([given]: unknown[]) => given);
    const left = readdirSync(temporary).filter((name) => !/^(tsx-|node-compile-cache)/.test(name));
    return { printed, code, seconds: Math.round((performance.now() - begin) / 1000), left };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Lists the files among which the CLI's would appear if it wrote beside the program in the repository. */
function besideThePrograms(): unknown {
  const status = ["status", "--porcelain", "--ignored", "--", "Pulumi*", "examples"];
  return { root: readdirSync(root), git: spawnSync("git", status, { cwd: root, encoding: "utf8" }).stdout };
}

/** The parts of what was printed, by their titles. */
function partsOf(printed: string): Map<string, string> {
  const parts = printed.split(/^── /m).slice(1);
  return new Map(parts.map((part) => [/^.*?(?= ─)/.exec(part)?.[0] ?? "", part]));
}

describe("the demo", function () {
  this.timeout(180_000);

  let demo: Demo;
  let parts: Map<string, string>;
  let untouched: unknown;

  before(async function () {
    this.timeout(1_800_000);
    await findEngine();
    untouched = besideThePrograms();
    demo = await runDemo();
    parts = partsOf(demo.printed);
    console.log(`    the demo took ${demo.seconds} s`);
  });

  it("ends well", () => {
    expect(demo.code, demo.printed).to.equal(0);
  });

  it("takes a program through its whole life", () => {
    expect([...parts.keys()].slice(1)).to.deep.equal([
      "pulumi preview",
      "pulumi up",
      "pulumi up (again: nothing to do)",
      'Meanwhile, in the console: the retrigger time of "shop-quay" is set to 60 s',
      "pulumi preview --diff",
      "pulumi up (puts it back)",
      "pulumi destroy",
      "Requests to the API",
      "The plan with the drift, on a map and in a fence test",
    ]);
  });

  it("shows the change behind its back as the one update of one property", () => {
    const drift = parts.get("pulumi preview --diff") ?? "";
    const plan = drift.slice(drift.indexOf("(same)"));
    expect(plan.match(/\((create|update|replace|delete)\)/g)).to.deep.equal(["(update)"]);
    expect(plan.match(/^ +[~+-] \w+: .*$/gm)).to.deep.equal(["      ~ minimumRetriggerTime: 60 => 1800"]);
  });

  it("asks for nothing but a look at each resource when there is nothing to do", () => {
    const account = parts.get("Requests to the API") ?? "";
    const [, requests] = /^up \(again: nothing to do\) +(.*)$/m.exec(account) ?? [];
    expect(requests?.split(", ")).to.have.members([
      "1 × POST /sessions",
      "1 × GET /projects/…",
      "3 × GET /zones/…",
    ]);
  });

  it("ends with the path of a map of its plan, which is there, and with a fence test", async () => {
    const [, path = ""] = /^(\/.*map\.html): 1 drifted, 2 unchanged$/m.exec(demo.printed) ?? [];
    expect(await readFile(path, "utf8")).to.match(/^<!doctype html>/i);
    expect(demo.printed).to.include('holds     options contains[0]: zone "shop-quay" contains');
  });

  it("prints no warning", () => {
    expect(demo.printed).not.to.match(/warning/i);
  });

  it("leaves nothing among the temporary files and nothing in the repository", () => {
    expect(demo.left).to.deep.equal([]);
    expect(besideThePrograms()).to.deep.equal(untouched);
  });

  it("puts everything away on Ctrl-C in the middle of an update", async () => {
    const { printed, code, left } = await runDemo(/── pulumi up [^]*creating/);
    expect(code, printed).to.equal(130);
    expect(partsOf(printed)).not.to.have.any.keys("pulumi up (again: nothing to do)");
    expect(left).to.deep.equal([]);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? "";
    const answer = await fetch(url).catch(() => "nobody there");
    expect(answer).to.equal("nobody there");
  });
});
