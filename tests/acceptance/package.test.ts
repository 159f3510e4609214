import { existsSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";
import { startEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { withSandbox } from "../../tools/engine/sandbox";
import { cliIn, configure } from "./program";
import { compile, configs, live, run, runEmulator, writeProgram } from "./user-project";

const root = join(__dirname, "../..");

const packed = z.tuple([
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
]);

const manifest = z.object({ scripts: z.object({ prepack: z.string() }) });

describe("the package", function () {
  this.timeout(300_000);

  let folder: string;
  let tarball: string;
  let bytes: number;
  let files: string[];

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "package-test-")));
    // Its script is a build, which the test command has made; a second one would take dist/ away from other tests.
    const report = await run(
      "npm",
      ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
      root,
    );
    const [{ filename, size, files: found }] = packed.parse(JSON.parse(report));
    tarball = join(folder, filename);
    bytes = size;
    files = found.map(({ path }) => path);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("holds the build, the docs, and what npm wants, and nothing else", () => {
    const others = files.filter(
      (path) =>
        !/^dist\/(provider|geometry|geojson|files|plan|fences|map|emulator|cli)\/.*\.(js|d\.ts)$/.test(path),
    );
    const ofFolders = /^(docs\/.*\.(md|png)|examples\/([^/]+\/)?[^/]+\.(ts|mts|md|json|yaml|yml|csv|gpx))$/;
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

  it("is smaller than 1 MB", () => {
    expect(bytes).to.be.lessThan(1_000_000);
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

  // readme.test.ts looks at the same in a project that npm installed.
  describe("installed by pnpm in an empty project", () => {
    let project: string;

    before(async () => {
      project = join(folder, "pnpm");
      // The declarations of zod, which those of the emulator use, are written for this option.
      await writeProgram(project, { esModuleInterop: true });
      const manifest = {
        name: "stores",
        main: "index.ts",
        dependencies: { "@pulumi/pulumi": "3.270.0", "pulumi-bluedot": `file:${tarball}` },
        devDependencies: { typescript: "^5.0.0", "@types/node": "^18" },
      };
      await writeFile(join(project, "package.json"), JSON.stringify(manifest));
      // No package may use what it does not declare.
      const strict = ["--config.node-linker=isolated", "--config.hoist=false", "--no-frozen-lockfile"];
      const pnpm = join(root, "node_modules/.bin/pnpm");
      await run(pnpm, ["--dir", project, "install", "--prefer-offline", ...strict], root);
    });

    for (const config of configs) {
      it(`compiles with ${config} of Pulumi's template`, () => compile(project, config));
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
            await live(project, sandbox, emulator);
          },
          { nodeFolder: dirname(process.execPath), environment: { NODE_OPTIONS: "" } },
        );
      } finally {
        await emulator.close();
      }
    });

    it("runs the emulator by its command until SIGTERM", () => runEmulator(project));
  });
});
