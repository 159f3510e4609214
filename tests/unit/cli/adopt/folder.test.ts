import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { refuseToWrite, writeFolder, type File } from "../../../../cli/adopt/folder";

const root = join(__dirname, "../../../..");
const files: readonly File[] = [
  { path: "Pulumi.yaml", text: "name: coffee" },
  { path: "projects/coffee.ts", text: "// coffee" },
  { path: "secrets.json", text: "{}", secret: true },
];
const broken = [...files, { path: "projects/coffee.ts", text: "the same file again" }];

const isTemporary = /partial-\w+$/;

/** Writes the folder in a process that gets a signal while a part is written; returns the signal that ended it. */
async function endOf(path: string, signal: NodeJS.Signals): Promise<NodeJS.Signals | undefined> {
  const script = `
    const { readdirSync } = require("node:fs");
    const { dirname } = require("node:path");
    const { writeFolder } = require(${JSON.stringify(join(root, "cli/adopt/folder.ts"))});
    const path = ${JSON.stringify(path)};
    const files = Array.from({ length: 5000 }, (_, at) => ({ path: "projects/" + at + ".ts", text: "" }));
    void writeFolder(path, [{ path: "Pulumi.yaml", text: "" }, ...files]);
    setInterval(() => {
      const found = readdirSync(dirname(path), { recursive: true });
      if (found.some((each) => each.endsWith("projects/9.ts"))) process.kill(process.pid, "${signal}");
    });`;
  const child = spawn(process.execPath, ["-r", "tsx/cjs", "-e", script], { cwd: root });
  await once(child, "close");
  return child.signalCode ?? undefined;
}

async function complaintOf(work: Promise<void>): Promise<string> {
  return work.then(
    () => "no error",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe("the folder of an adopted account", () => {
  let parent = "";
  let path = "";
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "adopt-folder-"));
    path = join(parent, "out");
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  for (const [what, prepare] of [
    ["is new", () => undefined],
    ["exists and is empty", () => mkdir(path)],
  ] as const) {
    describe(`that ${what}`, () => {
      beforeEach(async () => {
        await prepare();
      });

      it("holds all files and nothing else, those with secrets for the owner alone", async () => {
        await writeFolder(path, files);
        expect(await readdir(parent)).to.deep.equal(["out"]);
        expect(await readdir(path)).to.have.members(["Pulumi.yaml", "projects", "secrets.json"]);
        expect(await readFile(join(path, "projects/coffee.ts"), "utf8")).to.equal("// coffee");
        expect((await stat(join(path, "secrets.json"))).mode & 0o777).to.equal(0o600);
        expect((await stat(path)).mode & 0o700).to.equal(0o700);
      });

      it("is as it was after an error, which is one sentence", async () => {
        const before = await readdir(parent, { recursive: true });
        expect(await complaintOf(writeFolder(path, broken))).to.equal(
          `${path} cannot be written to (EEXIST); choose another folder with --out.`,
        );
        expect(await readdir(parent, { recursive: true })).to.deep.equal(before);
      });

      it("is as it was after an interruption, which ends the process", async () => {
        const before = await readdir(parent, { recursive: true });
        expect(await endOf(path, "SIGINT")).to.equal("SIGINT");
        expect(await readdir(parent, { recursive: true })).to.deep.equal(before);
      });

      it("is no project after a kill, and what is left is the owner's alone", async () => {
        expect(await endOf(path, "SIGKILL")).to.equal("SIGKILL");
        const left = (await readdir(parent, { recursive: true })).filter((each) => isTemporary.test(each));
        expect(left).to.have.length(1);
        expect((await stat(join(parent, left[0] ?? ""))).mode & 0o777).to.equal(0o700);
        expect(await readdir(path).catch(() => [])).to.not.include("Pulumi.yaml");
      });
    });
  }

  it("is not written over what is there", async () => {
    await mkdir(path);
    await writeFile(join(path, "mine"), "");
    expect(await complaintOf(writeFolder(path, files))).to.contain("exists and is not empty");
    expect(await readdir(path)).to.deep.equal(["mine"]);
  });

  it("is not written over a file, nor into one", async () => {
    await writeFile(path, "mine");
    expect(await complaintOf(writeFolder(path, files))).to.contain("(ENOTDIR)");
    expect(await readFile(path, "utf8")).to.equal("mine");
  });

  it("is refused before an account is read for it, unless it can be made", async () => {
    await refuseToWrite(path);
    await refuseToWrite(join(path, "deeper", "still"));
    expect(await readdir(parent)).to.deep.equal([]);
    await writeFile(path, "mine");
    expect(await complaintOf(refuseToWrite(path))).to.contain("(ENOTDIR)");
  });
});
