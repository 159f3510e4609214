import { expect } from "chai";
import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findEngine } from "../../../../tools/engine/find";
import { createFixtures, PARTS, withGo, withoutGo, writeEngine, type Fixtures } from "./fixtures";

describe("building an engine", () => {
  let fixtures: Fixtures;
  beforeEach(async () => {
    fixtures = await createFixtures({ run: withGo() });
  });
  afterEach(() => fixtures.dispose());

  it("puts all three parts into the cache", async () => {
    const { origin, folder } = await findEngine(fixtures.tools);
    expect({ origin, folder, parts: (await readdir(folder)).sort() }).to.deep.equal({
      origin: "build",
      folder: fixtures.cache,
      parts: [...PARTS].sort(),
    });
  });

  it("makes the launcher executable", async () => {
    const { folder } = await findEngine(fixtures.tools);
    const { mode } = await stat(join(folder, "pulumi-resource-pulumi-nodejs"));
    expect(mode & 0o777).to.equal(0o755);
  });

  it("builds each part in its own module, without changing its go.mod", async () => {
    const builds: unknown[] = [];
    const build = withGo();
    fixtures.tools.run = (command, args, options) => {
      if (args[0] === "build") {
        builds.push([
          options?.cwd,
          args.at(-1),
          args.includes("-mod=readonly"),
          options?.environment?.["GOWORK"],
        ]);
      }
      return build(command, args, options);
    };
    await findEngine(fixtures.tools);
    expect(builds).to.deep.equal([
      [join(fixtures.folder, "cli"), "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", true, "off"],
      [
        join(fixtures.folder, "language-host"),
        "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
        true,
        "off",
      ],
    ]);
  });

  it("leaves the cache without a trace of a build that failed, and gives Go's own words", async () => {
    fixtures.tools.run = async (command, args, options) =>
      command === "go" && args[0] === "build"
        ? { code: 1, stdout: "", stderr: "go: downloading x v1.0.0\ndial tcp: no such host\n" }
        : withGo()(command, args, options);
    const error: unknown = await findEngine(fixtures.tools).catch((caught: unknown) => caught);
    expect(String(error)).to.include("dial tcp: no such host");
    expect(await readdir(dirname(fixtures.cache))).to.deep.equal([]);
  });

  it("does not keep what does not answer the right version", async () => {
    fixtures.tools.run = withGo("v3.0.0-dev\n");
    const error: unknown = await findEngine(fixtures.tools).catch((caught: unknown) => caught);
    expect(String(error)).to.include("holds version 3.0.0-dev, not 3.259.0");
    expect(await readdir(dirname(fixtures.cache))).to.deep.equal([]);
  });

  it("lets two at once both end with the one whole engine", async () => {
    const { promise: bothBuilding, resolve: go } = Promise.withResolvers<undefined>();
    let building = 0;
    fixtures.tools.run = withGo(undefined, () => {
      building += 1;
      if (building === 2) go(undefined);
      return bothBuilding;
    });
    const engines = await Promise.all([findEngine(fixtures.tools), findEngine(fixtures.tools)]);
    expect(engines.map(({ folder }) => folder)).to.deep.equal([fixtures.cache, fixtures.cache]);
    expect(await readdir(dirname(fixtures.cache))).to.deep.equal(["bin"]);
  });

  it("uses the engine of another process that was quicker", async () => {
    fixtures.tools.run = withGo("v3.259.0 \n", () => writeEngine(fixtures.cache));
    await findEngine(fixtures.tools);
    const quicker = await stat(join(fixtures.cache, "pulumi"));
    expect(quicker.size).to.equal("v3.259.0\n".length);
  });

  it("removes what a process that died left a day ago, and nothing younger", async () => {
    const abandoned = join(dirname(fixtures.cache), ".bin-partial-old");
    await mkdir(abandoned, { recursive: true });
    await mkdir(join(dirname(fixtures.cache), ".bin-partial-new"));
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(abandoned, longAgo, longAgo);
    await findEngine(fixtures.tools);
    expect((await readdir(dirname(fixtures.cache))).sort()).to.deep.equal([".bin-partial-new", "bin"]);
  });

  it("says every 20 seconds how long it has taken", async () => {
    let seconds = 0;
    const ticks: { milliseconds: number; call: () => void; stopped: boolean }[] = [];
    fixtures.tools.now = () => seconds * 1000;
    fixtures.tools.every = (milliseconds, call) => {
      const tick = { milliseconds, call, stopped: false };
      ticks.push(tick);
      return () => {
        tick.stopped = true;
      };
    };
    fixtures.tools.run = withGo(undefined, () => {
      seconds += 20;
      for (const tick of ticks) if (!tick.stopped) tick.call();
      return Promise.resolve();
    });
    await findEngine(fixtures.tools);
    expect(fixtures.said.filter((line) => line.startsWith("building"))).to.deep.equal([
      "building pulumi 3.259.0 with Go",
      "building pulumi 3.259.0 with Go: 20 s so far",
      "building pulumi 3.259.0 with Go: 40 s so far",
      "building pulumi 3.259.0 with Go: done in 40 s",
    ]);
    expect(ticks.map(({ milliseconds, stopped }) => [milliseconds, stopped])).to.deep.equal([
      [20_000, true],
      [20_000, true],
    ]);
  });

  it("is not tried without Go", async () => {
    fixtures.tools.run = withoutGo;
    const error: unknown = await findEngine(fixtures.tools).catch((caught: unknown) => caught);
    expect(String(error)).to.include("by a build: go is not on PATH");
  });
});
