import { expect } from "chai";
import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EngineNotFound, findEngine } from "../../../../tools/engine/find";
import { createWorld, PARTS, withGo, writeEngine, type World } from "./world";

describe("finding an engine", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.dispose());

  const usePath = (...folders: string[]) => {
    world.tools.environment = { PATH: folders.map((name) => join(world.folder, name)).join(":") };
  };

  describe("on PATH", () => {
    const versions: [version: string, suitable: boolean][] = [
      ["v3.259.0\n", true],
      ["v3.259.1\n", true],
      ["v3.260.0-alpha.1\n", true],
      ["v3.300.0+build.5\n", true],
      ["v3.1000.0\n", true],
      ["3.259.0", true],
      ["v3.258.9\n", false],
      ["v3.259.0-alpha.1\n", false],
      ["v3.26.0\n", false],
      ["v4.0.0\n", false],
      ["v2.300.0\n", false],
      ["Segmentation fault\n", false],
    ];
    for (const [version, suitable] of versions) {
      it(`${suitable ? "takes" : "passes over"} one that answers ${JSON.stringify(version)}`, async () => {
        await writeEngine(join(world.folder, "usr"), version);
        await writeEngine(world.cache);
        usePath("usr");
        const { origin } = await findEngine(world.tools);
        expect(origin).to.equal(suitable ? "path" : "cache");
      });
    }

    it("takes a later one when the first is too old", async () => {
      await writeEngine(join(world.folder, "old"), "v3.1.0\n");
      await writeEngine(join(world.folder, "new"), "v3.270.0\n");
      usePath("old", "new");
      expect(await findEngine(world.tools)).to.deep.equal({
        folder: join(world.folder, "new"),
        pulumi: join(world.folder, "new", "pulumi"),
        version: "3.270.0",
        origin: "path",
      });
    });

    it("takes one whose other parts are elsewhere on PATH", async () => {
      await writeEngine(join(world.folder, "cli"), undefined, ["pulumi"]);
      await writeEngine(join(world.folder, "parts"), undefined, PARTS.slice(1));
      usePath("cli", "parts");
      expect((await findEngine(world.tools)).folder).to.equal(join(world.folder, "cli"));
    });

    it("follows a link to the folder in which the other parts stand", async () => {
      await writeEngine(join(world.folder, "opt"));
      await mkdir(join(world.folder, "links"));
      await symlink(join(world.folder, "opt", "pulumi"), join(world.folder, "links", "pulumi"));
      usePath("links");
      expect((await findEngine(world.tools)).folder).to.equal(join(world.folder, "opt"));
    });

    for (const missing of PARTS.slice(1)) {
      it(`does not even start one that has no ${missing}`, async () => {
        const present = PARTS.filter((part) => part !== missing);
        await writeEngine(join(world.folder, "usr"), undefined, present);
        usePath("usr");
        await findEngine(world.tools).catch(() => undefined);
        expect(world.commands).not.to.include("pulumi version");
      });
    }
  });

  describe("in the cache", () => {
    it("takes a whole one of exactly the version, and shows no progress", async () => {
      await writeEngine(world.cache);
      const engine = await findEngine(world.tools);
      expect({ engine, said: world.said }).to.deep.equal({
        engine: {
          folder: world.cache,
          pulumi: join(world.cache, "pulumi"),
          version: "3.259.0",
          origin: "cache",
        },
        said: [],
      });
    });

    it("looks below PULUMI_HOME where that is set", async () => {
      const home = join(world.folder, "elsewhere");
      await writeEngine(join(home, "versions", "3.259.0", "bin"));
      world.tools.environment = { PULUMI_HOME: home };
      expect((await findEngine(world.tools)).folder).to.equal(join(home, "versions", "3.259.0", "bin"));
    });

    it("asks for the version with a PULUMI_HOME that is not the user's", async () => {
      await writeEngine(world.cache);
      const homes: unknown[] = [];
      const { run } = world.tools;
      world.tools.run = (command, args, options) => {
        homes.push(options?.environment?.["PULUMI_HOME"]);
        return run(command, args, options);
      };
      await findEngine(world.tools);
      expect(homes).to.satisfy((found: unknown[]) =>
        found.every((home) => /pulumi-version-/.test(String(home))),
      );
    });

    const broken: [what: string, spoil: (cache: string) => Promise<void>][] = [
      ["of another version", (cache) => writeEngine(cache, "v3.260.0\n")],
      ["without its language host", (cache) => writeEngine(cache, undefined, [PARTS[0], PARTS[2]])],
      ["without its launcher", (cache) => writeEngine(cache, undefined, [PARTS[0], PARTS[1]])],
      [
        "with an empty executable",
        async (cache) => {
          await writeEngine(cache);
          await writeFile(join(cache, "pulumi"), "");
        },
      ],
      [
        "that may not be executed",
        async (cache) => {
          await writeEngine(cache);
          await chmod(join(cache, "pulumi"), 0o644);
        },
      ],
    ];
    for (const [what, spoil] of broken) {
      it(`replaces one ${what}`, async () => {
        await spoil(world.cache);
        world.tools.run = withGo();
        await findEngine(world.tools);
        expect((await findEngine(world.tools)).origin).to.equal("cache");
      });
    }
  });

  describe("when nothing leads to one", () => {
    it("says in one message what was tried, what each answered, and what to install", async () => {
      await writeEngine(join(world.folder, "usr"), "v3.1.0\n");
      usePath("usr");
      const error: unknown = await findEngine(world.tools).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(EngineNotFound);
      expect(String(error).replaceAll(world.folder, "~")).to.equal(
        [
          "EngineNotFound: The pulumi CLI 3.259.0 could not be found, downloaded or built. Tried:",
          "  on PATH: ~/usr/pulumi is version 3.1.0, and 3.259.0 or newer of major 3 is needed",
          "  in the cache: ~/.pulumi/versions/3.259.0/bin holds no pulumi",
          "  by download: http://127.0.0.1:1/sdk/pulumi-v3.259.0-linux-x64.tar.gz: no network",
          "  by a build: go is not on PATH",
          "Install the pulumi CLI 3.259.0 or newer (https://www.pulumi.com/docs/install/), or Go 1.26 or newer " +
            "(https://go.dev/dl/) with access to a Go module proxy, and try again.",
        ].join("\n"),
      );
    });

    it("leaves nothing behind in the user's home", async () => {
      await findEngine(world.tools).catch(() => undefined);
      expect(await readdir(world.folder)).to.deep.equal(["launcher"]);
    });
  });
});
