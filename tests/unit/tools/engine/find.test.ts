import { expect } from "chai";
import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EngineNotFound, findEngine } from "../../../../tools/engine/find";
import { createFixtures, PARTS, withGo, writeEngine, type Fixtures } from "./fixtures";

describe("finding an engine", () => {
  let fixtures: Fixtures;
  beforeEach(async () => {
    fixtures = await createFixtures();
  });
  afterEach(() => fixtures.dispose());

  const usePath = (...folders: string[]) => {
    fixtures.tools.environment = { PATH: folders.map((name) => join(fixtures.folder, name)).join(":") };
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
        await writeEngine(join(fixtures.folder, "usr"), version);
        await writeEngine(fixtures.cache);
        usePath("usr");
        const { origin } = await findEngine(fixtures.tools);
        expect(origin).to.equal(suitable ? "path" : "cache");
      });
    }

    it("takes a later one when the first is too old", async () => {
      await writeEngine(join(fixtures.folder, "old"), "v3.1.0\n");
      await writeEngine(join(fixtures.folder, "new"), "v3.270.0\n");
      usePath("old", "new");
      expect(await findEngine(fixtures.tools)).to.deep.equal({
        folder: join(fixtures.folder, "new"),
        pulumi: join(fixtures.folder, "new", "pulumi"),
        version: "3.270.0",
        origin: "path",
      });
    });

    it("takes one whose other parts are elsewhere on PATH", async () => {
      await writeEngine(join(fixtures.folder, "cli"), undefined, ["pulumi"]);
      await writeEngine(join(fixtures.folder, "parts"), undefined, PARTS.slice(1));
      usePath("cli", "parts");
      expect((await findEngine(fixtures.tools)).folder).to.equal(join(fixtures.folder, "cli"));
    });

    it("follows a link to the folder in which the other parts stand", async () => {
      await writeEngine(join(fixtures.folder, "opt"));
      await mkdir(join(fixtures.folder, "links"));
      await symlink(join(fixtures.folder, "opt", "pulumi"), join(fixtures.folder, "links", "pulumi"));
      usePath("links");
      expect((await findEngine(fixtures.tools)).folder).to.equal(join(fixtures.folder, "opt"));
    });

    for (const missing of PARTS.slice(1)) {
      it(`does not even start one that has no ${missing}`, async () => {
        const present = PARTS.filter((part) => part !== missing);
        await writeEngine(join(fixtures.folder, "usr"), undefined, present);
        usePath("usr");
        await findEngine(fixtures.tools).catch(() => undefined);
        expect(fixtures.commands).not.to.include("pulumi version");
      });
    }
  });

  describe("in the cache", () => {
    it("takes a whole one of exactly the version, and shows no progress", async () => {
      await writeEngine(fixtures.cache);
      const engine = await findEngine(fixtures.tools);
      expect({ engine, said: fixtures.said }).to.deep.equal({
        engine: {
          folder: fixtures.cache,
          pulumi: join(fixtures.cache, "pulumi"),
          version: "3.259.0",
          origin: "cache",
        },
        said: [],
      });
    });

    it("looks below PULUMI_HOME where that is set", async () => {
      const home = join(fixtures.folder, "elsewhere");
      await writeEngine(join(home, "versions", "3.259.0", "bin"));
      fixtures.tools.environment = { PULUMI_HOME: home };
      expect((await findEngine(fixtures.tools)).folder).to.equal(join(home, "versions", "3.259.0", "bin"));
    });

    it("asks for the version with a PULUMI_HOME that is not the user's", async () => {
      await writeEngine(fixtures.cache);
      const homes: unknown[] = [];
      const { run } = fixtures.tools;
      fixtures.tools.run = (command, args, options) => {
        homes.push(options?.environment?.["PULUMI_HOME"]);
        return run(command, args, options);
      };
      await findEngine(fixtures.tools);
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
        await spoil(fixtures.cache);
        fixtures.tools.run = withGo();
        await findEngine(fixtures.tools);
        expect((await findEngine(fixtures.tools)).origin).to.equal("cache");
      });
    }
  });

  describe("when nothing leads to one", () => {
    it("says in one message what was tried, what each answered, and what to install", async () => {
      await writeEngine(join(fixtures.folder, "usr"), "v3.1.0\n");
      usePath("usr");
      const error: unknown = await findEngine(fixtures.tools).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(EngineNotFound);
      expect(String(error).replaceAll(fixtures.folder, "~")).to.equal(
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
      await findEngine(fixtures.tools).catch(() => undefined);
      expect(await readdir(fixtures.folder)).to.deep.equal(["launcher"]);
    });
  });
});
