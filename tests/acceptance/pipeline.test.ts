import { readFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { expect } from "chai";
import {
  startEmulator,
  type RunningEmulator,
  type StoredProject,
  type StoredZone,
} from "pulumi-bluedot/emulator";

import { runCommand, type CommandResult, type Environment } from "../../tools/engine/command";
import { copyProgram } from "../../tools/engine/program";
import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { age } from "./age";
import { CommentServer } from "./comment-server";
import { alreadyChecked, cliIn } from "./program";

const example = join(__dirname, "../../examples/pipeline");
const gitlab = readFileSync(join(example, "gitlab-ci.yml"), "utf8");
const github = readFileSync(join(example, "github-actions.yml"), "utf8");
const githubPullRequest = readFileSync(join(example, "github-pull-request.yml"), "utf8");

/** The first part of a text that a pattern with one group finds. */
function partOf(text: string, pattern: RegExp): string {
  const [, part] = pattern.exec(text) ?? [];
  if (part === undefined) throw new Error(`Nothing is like ${String(pattern)} in:\n${text}`);
  return part;
}

/** The commands of a job of GitLab's. */
function gitlabJob(name: string): string {
  const job = gitlab.split(/^(?=\S)/m).find((part) => part.startsWith(`${name}:`)) ?? "";
  return partOf(job, /^ {2}script:\n((?: {4}- .*\n)+)/m).replaceAll(/^ {4}- /gm, "");
}
const gitlabScript = gitlabJob("drift");

/** The commands of a step of a job of GitHub's. */
function githubStep(name: string, job = github): string {
  const step = job.split(/^ {6}- /m).find((part) => part.startsWith(`name: ${name}`)) ?? "";
  return partOf(step, /run: (?:\|\n)?([^]*)/).replaceAll(/^ {10}/gm, "");
}

function linesOf(printed: string): string[] {
  return printed.split("\n").filter((line) => line !== "");
}

/** Returns the URN of a zone in the CLI's plan. */
function urnOf(zone: string): string {
  return `urn:pulumi:prod::shop::pulumi-nodejs:dynamic/bluedot:Zone::${zone}`;
}

/** A fake of a command, which a pipeline would find on its PATH. */
async function fakeCommand(folder: string, name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
}

describe("the drift check of examples/pipeline", function () {
  this.timeout(120_000);

  const stack = partOf(gitlab, /STACK: (\w+)/);
  let sandbox: Sandbox;
  let emulator: RunningEmulator;
  let folder: string;
  let stateFile: string;
  let deployed: { projects: StoredProject[]; zones: StoredZone[] };

  /** Runs commands as the runners of both do, with what the pipeline's settings hold. */
  const run = (script: string, environment: Environment = {}): Promise<CommandResult> =>
    runCommand("bash", ["-e", "-c", script], {
      cwd: folder,
      timeLimit: 60_000,
      environment: {
        ...sandbox.environment,
        STACK: stack,
        BLUEDOT_ENDPOINT: emulator.url,
        BLUEDOT_PASSWORD: emulator.password,
        ...environment,
      },
    });

  before(async () => {
    sandbox = await createSandbox({ environment: alreadyChecked });
    emulator = await startEmulator();
    folder = join(await copyProgram(sandbox, ["examples/pipeline"]), "examples/pipeline");
    // The check looks at the API also where the project does not say `refresh: always`.
    await writeFile(join(folder, "Pulumi.yaml"), "name: pipeline\nruntime: nodejs\n");
    const pulumi = cliIn(sandbox, folder, { BLUEDOT_ENDPOINT: emulator.url });
    await pulumi("stack", "init", stack);
    await pulumi("config", "set", "bluedot:email", emulator.email);
    // The state records the password of this `up`, which a check must not sign in with.
    await pulumi("config", "set", "--secret", "bluedot:password", emulator.password);
    await pulumi("up", "--yes", "--skip-preview");
    await age(sandbox.stateFolder);
    await pulumi("config", "rm", "bluedot:password");
    stateFile = join(sandbox.stateFolder, ".pulumi/stacks/pipeline", `${stack}.json`);
    deployed = { projects: emulator.projects.list(), zones: emulator.zones.list() };
  });
  afterEach(() => {
    emulator.clearFaults();
    for (const { _id } of emulator.projects.list()) emulator.projects.delete(_id);
    emulator.seed(deployed);
  });
  after(async () => {
    await emulator.close();
    await sandbox.dispose();
  });

  /** Counts the requests that changed something. */
  const writes = (): number =>
    emulator.requests.filter(({ method, path }) => method !== "GET" && path !== "/sessions").length;

  const zone = (name: string): StoredZone => {
    const found = emulator.zones.list().find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no zone ${name}`);
    return found;
  };
  const nameElsewhere = () => {
    emulator.zones.update(zone("cafe")._id, (cafe) => ({ ...cafe, name: "bar" }));
  };

  const states: [title: string, change: () => void, code: number, printed: string[]][] = [
    ["ends with 0 when nothing changed", () => undefined, 0, ["No drift."]],
    [
      "ends with 7 and names the nested property of a zone that changed",
      () => {
        emulator.zones.update(zone("cafe")._id, (cafe) => ({
          ...cafe,
          geofeatures: cafe.geofeatures.map((door) => ({ ...door, radius: 45 })),
        }));
      },
      7,
      ["Drift: 1 update.", "  Zone cafe: update geofeatures[0].radius"],
    ],
    [
      "ends with 7 and names a zone that is gone",
      () => {
        emulator.zones.delete(zone("kiosk")._id);
      },
      7,
      ["Drift: 1 create.", "  Zone kiosk: create, for it is gone"],
    ],
    [
      "ends with 7 and names a project that is gone and all its zones",
      () => {
        emulator.projects.delete(zone("cafe").projectId);
      },
      7,
      [
        "Drift: 3 create.",
        "  Project coffee: create, for it is gone",
        "  Zone cafe: create, for it is gone",
        "  Zone kiosk: create, for it is gone",
      ],
    ],
    [
      "ends with 7 and names what only a new zone can put right beside what an update can",
      () => {
        const { _id } = emulator.projects.create({ name: "other", nextRuleUpdateInterval: 3600 });
        emulator.zones.update(zone("cafe")._id, (cafe) => ({ ...cafe, projectId: _id }));
        emulator.zones.update(zone("kiosk")._id, (kiosk) => ({
          ...kiosk,
          minimumRetriggerTime: 60,
          triggerOnExit: true,
        }));
      },
      7,
      [
        "Drift: 1 replace, 1 update.",
        "  Zone cafe: replace projectId",
        "  Zone kiosk: update minimumRetriggerTime, triggerOnExit",
      ],
    ],
  ];
  for (const [title, change, code, printed] of states) {
    it(title, async () => {
      change();
      const before = { state: readFileSync(stateFile, "utf8"), writes: writes() };
      const result = await run(gitlabScript);
      expect({ state: readFileSync(stateFile, "utf8"), writes: writes() }).to.deep.equal(before);
      expect({ ...result, stdout: linesOf(result.stdout) }).to.deep.equal({
        code,
        stdout: printed,
        stderr: "",
      });
    });
  }

  const obstacles: [title: string, prepare: () => Environment | Promise<Environment>, told: RegExp][] = [
    [
      "the password of today is wrong, though the one of the last `up` is right",
      () => ({ BLUEDOT_PASSWORD: "a-wrong-password" }),
      /refused to sign in .*\n[^]*ended with exit code [1-9]/,
    ],
    [
      "nobody answers at the API's address",
      () => {
        emulator.fault({ kind: "close", when: "before", times: "forever" });
        return {};
      },
      /the connection was lost before a whole answer came.*\n[^]*ended with exit code [1-9]/,
    ],
    [
      "the address is another than the recorded one",
      async () => {
        const closed = await startEmulator();
        await closed.close();
        return { BLUEDOT_ENDPOINT: closed.url };
      },
      /was made at .*\n[^]*ended with exit code [1-9]/,
    ],
    [
      "one zone cannot be read, though another has drifted",
      () => {
        nameElsewhere();
        emulator.fault({
          kind: "status",
          status: 403,
          path: `/zones/${zone("kiosk")._id}`,
          times: "forever",
        });
        return {};
      },
      /Zone kiosk: .*403.*\n[^]*ended with exit code [1-9]/,
    ],
    [
      "there is no such stack",
      () => ({ STACK: "nobody" }),
      /no stack named 'nobody'.*\n.*ended with exit code [1-9]/,
    ],
    [
      "the program throws an error",
      async () => {
        await writeFile(join(folder, "index.ts"), 'throw new Error("a mistake of mine");');
        return {};
      },
      /a mistake of mine[^]*ended with exit code [1-9]/,
    ],
  ];
  for (const [title, prepare, logged] of obstacles) {
    it(`ends with 1, says why, and prints no secret when ${title}`, async () => {
      const program = await readFile(join(folder, "index.ts"));
      try {
        const environment = await prepare();
        const { code, stdout, stderr } = await run(gitlabScript, environment);
        expect({ code, stdout }, stderr).to.deep.equal({ code: 1, stdout: "" });
        expect(stderr).to.match(logged);
        const { PULUMI_CONFIG_PASSPHRASE: passphrase } = sandbox.environment;
        for (const secret of [emulator.password, "a-wrong-password", passphrase])
          expect(stderr).not.to.include(secret);
      } finally {
        await writeFile(join(folder, "index.ts"), program);
      }
    });
  }

  describe("the report on a pull request", () => {
    const comments = new CommentServer();
    const gitlabVariables = () => ({
      GITLAB_CI: "true",
      CI_API_V4_URL: comments.url,
      CI_PROJECT_ID: "12",
      CI_MERGE_REQUEST_IID: "7",
      GITLAB_TOKEN: "a-token",
      CI_JOB_URL: "https://git.example.com/job/99",
    });
    let declared: string;

    /** Runs with another program, of which the radius of both zones is another one. */
    const runWithRadius = async (radius: number, script: string, environment: Environment = {}) => {
      await writeFile(join(folder, "index.ts"), declared.replace("radius: 40", `radius: ${radius}`));
      return await run(script, environment);
    };

    before(async () => {
      await comments.listen();
      declared = await readFile(join(folder, "index.ts"), "utf8");
    });
    afterEach(() => writeFile(join(folder, "index.ts"), declared));
    after(() => comments.close());

    it("has the map and the fences, from one preview, in GitLab CI", async () => {
      const { code, stderr } = await runWithRadius(60, gitlabJob("zones"), gitlabVariables());
      expect(code, stderr).to.equal(0);
      const [map = "", fences = ""] = comments.comments.map(({ body }) => body);
      expect(map).to.include("2 moved").and.include("radius 40 → 60 m").and.include("```geojson");
      expect(fences).to.include("4 rules hold");
      expect(await readFile(join(folder, "map.html"), "utf8")).to.match(/^<!doctype html>/i);
      expect(writes()).to.equal(3);
    });

    it("is there, and the job red, where a rule does not hold", async () => {
      comments.comments.length = 0;
      const { code, stderr } = await runWithRadius(400, gitlabJob("zones"), gitlabVariables());
      expect(code, stderr).to.equal(7);
      expect(comments.comments.map(({ body }) => body)).to.have.length(2);
      expect(comments.comments[1]?.body).to.match(/apart.* is nearer than 500 m/);
    });

    it("has the same in GitHub Actions, and hands the exit code to later steps", async () => {
      const output = join(folder, "github-output");
      await writeFile(output, "");
      const steps = ["Preview once", "Draw the map and check the fences"];
      const script = steps.map((step) => githubStep(step, githubPullRequest)).join("\n");
      const { code, stderr } = await runWithRadius(400, script, { GITHUB_OUTPUT: output });
      expect(code, stderr).to.equal(0);
      expect(await readFile(output, "utf8")).to.equal("code=7\n");
      expect(await readFile(join(folder, "map.md"), "utf8")).to.include("radius 40 → 400 m");
      expect(await readFile(join(folder, "fences.md"), "utf8")).to.match(/apart.* is nearer than 500 m/);
      expect(partOf(githubPullRequest, /Fail where a rule does not hold\n {8}if: (.*)/)).to.equal(
        "steps.check.outputs.code == '7'",
      );
    });

    it("has every secret from the store", () => {
      for (const line of githubPullRequest.match(/^ +\w*(PASSWORD|TOKEN|PASSPHRASE): .*$/gm) ?? [])
        expect(line).to.match(/: \$\{\{ (secrets\.\w+|github\.token) \}\}$/);
    });
  });

  describe("in GitLab CI", () => {
    it("makes drift alone a warning", () => {
      expect(partOf(gitlab, /allow_failure:\n {4}exit_codes: (.*)/)).to.equal("7");
    });

    it("keeps no secret in the file", () => {
      expect(gitlab).not.to.match(/(PASSWORD|TOKEN|PASSPHRASE):/);
    });
  });

  describe("in GitHub Actions", () => {
    /** Runs the step that looks, with a CLI that prints this plan; `output` is what it hands to later steps. */
    const look = async (plan: object, ends = "exit 0") => {
      const commands = await mkdtemp(join(sandbox.folder, "commands-"));
      const file = join(commands, "output");
      await writeFile(file, "");
      await writeFile(join(commands, "plan"), JSON.stringify(plan));
      await fakeCommand(commands, "pulumi", `cat "${join(commands, "plan")}"; ${ends}`);
      const { code, stdout } = await run(githubStep("Look for drift"), {
        GITHUB_OUTPUT: file,
        PATH: `${commands}${delimiter}${sandbox.environment["PATH"] ?? ""}`,
      });
      return { code, stdout, output: await readFile(file, "utf8") };
    };

    it("passes, and says so to later steps, when nothing changed", async () => {
      expect(await look({ changeSummary: { same: 3 } })).to.deep.equal({
        code: 0,
        stdout: "No drift.\n",
        output: "code=0\n",
      });
    });

    it("passes on drift, says so to later steps, and keeps what differs", async () => {
      const steps = [{ op: "update", urn: urnOf("cafe"), detailedDiff: { name: { kind: "update" } } }];
      const stdout = "Drift: 1 update.\n  Zone cafe: update name\n";
      expect(await look({ changeSummary: { update: 1 }, steps })).to.deep.equal({
        code: 0,
        stdout,
        output: "code=7\n",
      });
      expect(await readFile(join(folder, "drift.txt"), "utf8")).to.equal(stdout);
      expect(partOf(github, /if: (.*)/)).to.equal("steps.look.outputs.code == '7'");
    });

    it("fails when it could not look", async () => {
      expect(await look({}, "exit 255")).to.deep.equal({ code: 1, stdout: "", output: "code=1\n" });
    });

    for (const [open, deed] of [
      ["", "create --title Bluedot is not what the program declares"],
      ["12", "edit 12"],
    ] as const) {
      it(open === "" ? "opens an issue when none is open" : "renews the issue that is open", async () => {
        await fakeCommand(folder, "gh", 'echo "$@" >> asked; if [ "$2" = list ]; then echo "$OPEN"; fi');
        await writeFile(join(folder, "asked"), "");
        const { code, stderr } = await run(githubStep("Open an issue"), {
          PATH: `${folder}${delimiter}${sandbox.environment["PATH"] ?? ""}`,
          OPEN: open,
          TITLE: partOf(github, /TITLE: (.*)/),
        });
        expect(code, stderr).to.equal(0);
        const [, ...asked] = (await readFile(join(folder, "asked"), "utf8")).trim().split("\n");
        expect(asked).to.deep.equal([`issue ${deed} --body-file drift.txt`]);
      });
    }

    it("has every secret from the store", () => {
      const secrets = github.match(/^ +\w*(PASSWORD|TOKEN|PASSPHRASE): .*$/gm) ?? [];
      expect(secrets).to.have.length(3);
      for (const line of secrets) expect(line).to.match(/: \$\{\{ (secrets\.\w+|github\.token) \}\}$/);
    });
  });
});

describe("docs/drift.md shows of the drift check what these tests run, for", () => {
  const flat = (text: string) => text.trim().replaceAll(/\n +/g, "\n");
  const page = readFileSync(join(example, "../../docs/drift.md"), "utf8");
  const shown = [...page.matchAll(/```yaml\n([^`]*drift\.mts[^`]*)```/g)].map(([, block = ""]) =>
    flat(block),
  );

  for (const [system, job] of [
    ["GitHub Actions", github],
    ["GitLab CI", gitlab],
  ] as const) {
    it(system, () => {
      expect(shown.filter((block) => flat(job).includes(block))).to.have.length(1);
    });
  }
});

/** A stand-in for the CLI, and the result that the drift check makes of it. */
interface Cli {
  readonly does: string;
  /** The plan; undefined for what is none. */
  readonly prints: object | undefined;
  /** Its last command. Default: exit code 0. */
  readonly ends?: string;
  readonly found: { code: number; stdout: string[]; stderr: string[] };
}

describe("the drift check, with a CLI that", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pipeline-test-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const urn = urnOf("cafe");
  const secret = { inputs: { password: "a-secret" }, outputs: { password: "a-secret" } };
  const step = (op: string, more: object = {}) => ({ op, urn, newState: secret, ...more });
  const said = (severity: string, message: string) => ({ severity, message: `${message}\n` });
  const failed = { changeSummary: { same: 1 }, diagnostics: [said("error", "error: no")] };

  const could = "Could not look for drift:";
  const noSummary = `${could} \`pulumi preview --json\` printed no summary of changes.`;
  const error = (...stderr: string[]) => ({ code: 1, stdout: [], stderr });
  const drifted = (...stdout: string[]) => ({ code: 7, stdout, stderr: [] });
  const none = { code: 0, stdout: ["No drift."], stderr: [] };

  const clis: Cli[] = [
    {
      does: "ends every failure with 255",
      prints: failed,
      ends: "exit 255",
      found: error("error: no", `${could} \`pulumi preview\` ended with exit code 255.`),
    },
    {
      does: "is stopped by a signal",
      prints: failed,
      ends: "kill -TERM $$",
      found: error("error: no", `${could} \`pulumi preview\` ended with SIGTERM.`),
    },
    {
      does: "fails after the program said why",
      prints: { changeSummary: { same: 1 }, diagnostics: [said("info#err", "no zones.csv")] },
      ends: "exit 1",
      found: error("no zones.csv", `${could} \`pulumi preview\` ended with exit code 1.`),
    },
    { does: "prints no JSON", prints: undefined, found: error("not a plan", noSummary) },
    { does: "counts nothing", prints: { steps: [step("update")] }, found: error(noSummary) },
    { does: "only reads", prints: { changeSummary: { same: 2, read: 1 } }, found: none },
    {
      does: "prints many megabytes",
      prints: { changeSummary: { same: 1 }, steps: [step("same", { oldState: "x".repeat(8_000_000) })] },
      found: none,
    },
    {
      does: "tells no paths of an update",
      prints: {
        changeSummary: { update: 1 },
        steps: [step("update", { detailedDiff: null, diffReasons: ["tags", "name"] })],
      },
      found: drifted("Drift: 1 update.", "  Zone cafe: update name, tags"),
    },
    {
      does: "tells a replacement in three steps",
      prints: {
        changeSummary: { replace: 1 },
        steps: [
          step("create-replacement", { detailedDiff: { projectId: { kind: "update-replace" } } }),
          step("replace", { detailedDiff: { projectId: { kind: "update-replace" } } }),
          step("delete-replaced"),
        ],
      },
      found: drifted("Drift: 1 replace.", "  Zone cafe: replace projectId"),
    },
    {
      does: "tells one resource after another as they come",
      prints: {
        changeSummary: { create: 1, delete: 1 },
        steps: [step("create"), step("delete", { urn: urn.replace("cafe", "bar") })],
      },
      found: drifted("Drift: 1 create, 1 delete.", "  Zone bar: delete", "  Zone cafe: create"),
    },
    {
      does: "plans what was never deployed, and warns of it",
      prints: {
        changeSummary: { create: 1 },
        steps: [step("create")],
        diagnostics: [{ urn, ...said("warning", "warning: far away") }, said("info#out", "hello")],
      },
      found: {
        ...drifted("Drift: 1 create.", "  Zone cafe: create"),
        stderr: ["Zone cafe: warning: far away"],
      },
    },
  ];
  for (const { does, prints, ends = "exit 0", found } of clis) {
    it(does, async () => {
      await writeFile(join(folder, "plan"), prints === undefined ? "not a plan" : JSON.stringify(prints));
      await fakeCommand(folder, "pulumi", `cat "${join(folder, "plan")}"; ${ends}`);
      const { code, stdout, stderr } = await drift(`${folder}${delimiter}${process.env["PATH"] ?? ""}`);
      expect({ code, stdout: linesOf(stdout), stderr: linesOf(stderr) }).to.deep.equal(found);
    });
  }

  it("is not there", async () => {
    const { code, stdout, stderr } = await drift(join(folder, "nowhere"));
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
    expect(stderr).to.match(/^Could not look for drift: pulumi did not start .*is it on the PATH\?\n$/);
  });

  const drift = (path: string) =>
    runCommand(process.execPath, [join(example, "drift.mts")], {
      environment: { ...process.env, PATH: path },
    });
});
