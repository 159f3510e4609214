import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";
import { startEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { runCommand } from "../../tools/engine/command";
import { withSandbox } from "../../tools/engine/sandbox";
import { alreadyChecked, cliIn, configure, held } from "./program";

const root = join(__dirname, "../..");

/** A user's program, and beside it a use of the emulator that is only compiled. */
const program = {
  "Pulumi.yaml": "name: stores\nruntime: nodejs\noptions:\n  refresh: always\n",
  "zones.csv": "zoneName,minimumRetriggerTime,fences\nHarbour,0:30,circle;45;-41.28412 174.77831\n",
  "index.ts": `
import * as bluedot from "pulumi-bluedot";
import { readZoneCsv } from "pulumi-bluedot/files";

const project = new bluedot.Project("stores", {
  webhooks: [{ type: "geoTrigger", url: "https://hooks.example.com/bluedot" }],
});
export const zoneIds = readZoneCsv("zones.csv").map(
  (zone) => new bluedot.Zone(zone.name, { projectId: project.id, ...zone }).zoneId,
);
`,
  "trial.ts": `
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

export async function trial(work: (emulator: RunningEmulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ accounts: [{ email: "dev@example.com", password: "secret" }] });
  await work(emulator).finally(() => emulator.close());
}
`,
};

/** The compiler options of `pulumi new typescript`, now and in older projects. */
const template = {
  strict: true,
  outDir: "bin",
  target: "es2020",
  module: "nodenext",
  moduleResolution: "nodenext",
  sourceMap: true,
  experimentalDecorators: true,
  pretty: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
};
const olderTemplate = { ...template, module: "commonjs", moduleResolution: "node10" };

interface Layout {
  readonly manager: string;
  readonly devDependencies: Record<string, string>;
  /** The compiler options that this compiler version needs as well for the older template. */
  readonly older: Record<string, unknown>;
  readonly install: (folder: string) => Promise<unknown>;
}

const layouts: Layout[] = [
  {
    manager: "npm",
    devDependencies: { typescript: "~6.0", "@types/node": "^24.0.0" },
    older: { ignoreDeprecations: "6.0" },
    install: (folder) => run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], folder),
  },
  {
    manager: "pnpm",
    devDependencies: { typescript: "^5.0.0", "@types/node": "^18" },
    // The declarations of zod, which those of the emulator use, are written for this option.
    older: { esModuleInterop: true },
    install: async (folder) => {
      // No package may use what it does not declare.
      const strict = ["--config.node-linker=isolated", "--config.hoist=false", "--no-frozen-lockfile"];
      const pnpm = join(root, "node_modules/.bin/pnpm");
      await run(pnpm, ["--dir", folder, "install", "--prefer-offline", ...strict]);
    },
  },
];

/** Runs a command to its end and gives what it printed to standard output. */
async function run(command: string, args: string[], cwd = root): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, { cwd, timeLimit: 240_000 });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

const packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

const manifest = z.object({ scripts: z.object({ prepack: z.string() }) });

describe("the package", function () {
  this.timeout(300_000);

  let folder: string;
  let tarball: string;
  let files: string[];

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "package-test-")));
    // Its script is a build, which the test command has made; a second one would take dist/ away from other tests.
    const report = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
    const [{ filename, files: found }] = packed.parse(JSON.parse(report));
    tarball = join(folder, filename);
    files = found.map(({ path }) => path);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("holds the build, the docs, and what npm wants, and nothing else", () => {
    const others = files.filter(
      (path) => !/^dist\/(provider|geometry|files|emulator|cli)\/.*\.(js|d\.ts)$/.test(path),
    );
    const ofFolders = /^(docs\/.*\.md|examples\/([^/]+\/)?[^/]+\.(ts|mts|md|json|yaml|yml|csv))$/;
    expect(others.filter((path) => !ofFolders.test(path))).to.have.members([
      "ARCHITECTURE.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "package.json",
    ]);
    expect(others).to.include.members(["docs/reference.md", "examples/first-zone/Pulumi.yaml"]);
  });

  it("holds no build of a source that is gone (remove dist and build again)", () => {
    const built = files.filter((path) => path.startsWith("dist/"));
    const sourceOf = (path: string) =>
      join(root, path.slice("dist/".length).replace(/(\.d\.ts|\.js)$/, ".ts"));
    expect(built.filter((path) => !existsSync(sourceOf(path)))).to.deep.equal([]);
  });

  it("is built anew whenever it is packed", async () => {
    const { scripts } = manifest.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
    expect(scripts.prepack).to.equal("npm run --silent build");
  });

  it("has nothing that publint would mend", async () => {
    const { publint } = await import("publint");
    const file = await readFile(tarball);
    const { messages } = await publint({ pack: { tarball: new Uint8Array(file).buffer } });
    expect(messages).to.deep.equal([]);
  });

  for (const { manager, devDependencies, older, install } of layouts) {
    describe(`installed by ${manager} in an empty project`, () => {
      let project: string;

      before(async () => {
        project = join(folder, manager);
        await mkdir(project);
        const dependencies = { "@pulumi/pulumi": "3.270.0", "pulumi-bluedot": `file:${tarball}` };
        const texts = {
          ...program,
          "package.json": JSON.stringify({ name: "stores", main: "index.ts", dependencies, devDependencies }),
          "tsconfig.json": JSON.stringify({ compilerOptions: template, files: ["index.ts", "trial.ts"] }),
          "tsconfig.older.json": JSON.stringify({
            compilerOptions: { ...olderTemplate, ...older },
            files: ["index.ts", "trial.ts"],
          }),
        };
        for (const [name, text] of Object.entries(texts)) await writeFile(join(project, name), text);
        await install(project);
      });

      for (const config of ["tsconfig.json", "tsconfig.older.json"]) {
        it(`compiles with ${config} of Pulumi's template`, async () => {
          expect(
            await run(join(project, "node_modules/.bin/tsc"), ["--noEmit", "-p", config], project),
          ).to.equal("");
        });
      }

      it("goes up, has nothing left to do, and goes down", async () => {
        const emulator = await startEmulator();
        try {
          // Nothing of this repository may stand in for what the project lacks.
          await withSandbox(
            async (sandbox) => {
              const pulumi = cliIn(sandbox, project);
              const plain = { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email };
              await pulumi("stack", "init", "dev");
              await configure(pulumi, "dev", plain, { "bluedot:password": emulator.password });
              await pulumi("up", "--yes", "--skip-preview");
              expect(held(emulator)).to.deep.equal({ projects: 1, zones: 1 });
              await cliIn(sandbox, project, alreadyChecked)("preview", "--expect-no-changes");
              await pulumi("destroy", "--yes", "--skip-preview");
              expect(held(emulator)).to.deep.equal({ projects: 0, zones: 0 });
            },
            { nodeFolder: dirname(process.execPath) },
          );
        } finally {
          await emulator.close();
        }
      });

      it("runs the emulator by its command until SIGTERM", async () => {
        const command = spawn("npx", ["--no-install", "pulumi-bluedot", "emulator", "--port", "0"], {
          cwd: project,
          stdio: ["ignore", "pipe", "ignore"],
          // A group of its own: npx does not pass the signal on to what its shell started.
          detached: true,
        });
        const closed = once(command, "close");
        const end = (signal: NodeJS.Signals) =>
          command.pid !== undefined && process.kill(-command.pid, signal);
        try {
          const url = await addressOf(command.stdout);
          for (const path of ["/projects", "/zones"]) {
            expect((await fetch(url + path)).status).to.equal(401);
          }
          end("SIGTERM");
          await closed;
          expect(await fetch(url).catch(() => "nobody there")).to.equal("nobody there");
        } catch (error) {
          end("SIGKILL");
          throw error;
        }
      });
    });
  }
});

/** The address that the emulator prints once it listens. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    output.on("data", (piece: unknown) => {
      printed += String(piece);
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    output.on("end", () => {
      reject(new Error(`The emulator ended without an address: ${printed}`));
    });
  });
}
