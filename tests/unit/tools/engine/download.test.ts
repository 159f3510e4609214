import { expect } from "chai";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../../../tools/engine/command";
import { findEngine } from "../../../../tools/engine/find";
import { createFixtures, PARTS, writeEngine, type Fixtures } from "./fixtures";

const ARCHIVE = "pulumi-v3.259.0-linux-x64.tar.gz";
const CHECKSUMS = "pulumi-3.259.0-checksums.txt";

describe("downloading an engine", () => {
  let fixtures: Fixtures;
  let server: Server;
  let respond: RequestListener;

  before(async () => {
    server = createServer((request, response) => {
      respond(request, response);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(async () => {
    fixtures = await createFixtures({ fetch });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    fixtures.tools.downloadBase = `http://127.0.0.1:${address.port}/sdk`;
  });
  afterEach(() => fixtures.dispose());

  /** Serves these files and answers 404 to everything else. */
  const serve = (files: Readonly<Record<string, string | Buffer>>) => {
    respond = (request, response) => {
      const body = files[request.url?.replace("/sdk/", "") ?? ""];
      if (body === undefined) response.writeHead(404).end();
      else response.end(body);
    };
  };
  const failure = async () => String(await findEngine(fixtures.tools).catch((caught: unknown) => caught));

  for (const layout of ["pulumi", "pulumi/bin"]) {
    it(`unpacks an archive that holds ${layout}/pulumi into the cache`, async () => {
      const archive = await archiveOf(layout);
      serve({
        [ARCHIVE]: archive,
        [CHECKSUMS]: `${"0".repeat(64)}  other.zip\n${sha256(archive)}  ${ARCHIVE}\n`,
      });
      const first = await findEngine(fixtures.tools);
      const second = await findEngine(fixtures.tools);
      expect([first.origin, second.origin, second.folder]).to.deep.equal([
        "download",
        "cache",
        fixtures.cache,
      ]);
    });
  }

  it("refuses an archive whose SHA-256 is not the published one", async () => {
    serve({ [ARCHIVE]: await archiveOf("pulumi"), [CHECKSUMS]: `${"a".repeat(64)}  ${ARCHIVE}\n` });
    expect(await failure()).to.match(/its SHA-256 is [0-9a-f]{64}, and a{64} was published/);
    expect(fixtures.commands).not.to.include("tar -xf");
  });

  it("refuses an archive for which no checksum is published", async () => {
    serve({ [ARCHIVE]: await archiveOf("pulumi"), [CHECKSUMS]: `${"a".repeat(64)}  other.zip\n` });
    expect(await failure()).to.include(`${CHECKSUMS} gives no SHA-256 of ${ARCHIVE}`);
  });

  it("says what the server answers when it has no such file", async () => {
    serve({});
    expect(await failure()).to.include(
      `by download: ${fixtures.tools.downloadBase}/${ARCHIVE}: the server answers 404`,
    );
  });

  it("says what tar answers to what is no archive", async () => {
    serve({ [ARCHIVE]: "<html>", [CHECKSUMS]: `${sha256("<html>")}  ${ARCHIVE}\n` });
    expect(await failure()).to.match(/tar could not unpack it \(.+\)/s);
  });

  it("gives up soon on a server that does not answer", async () => {
    fixtures.tools.answerLimit = 50;
    respond = () => undefined;
    expect(await failure()).to.include(`${ARCHIVE}: no answer within 0.05 s`);
  });

  it("gives up on a download that stands still", async () => {
    fixtures.tools.stallLimit = 50;
    respond = (_request, response) => response.write("a");
    expect(await failure()).to.include(`${ARCHIVE}: nothing more came within 0.05 s`);
  });

  it("says that a connection broke in the middle", async () => {
    respond = (_request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("a", () => response.destroy());
    };
    expect(await failure()).to.match(new RegExp(`${ARCHIVE}: .+\n  by a build`));
  });

  const others: [platform: string, arch: string, asked: string | undefined][] = [
    ["linux", "arm64", "pulumi-v3.259.0-linux-arm64.tar.gz"],
    ["darwin", "arm64", "pulumi-v3.259.0-darwin-arm64.tar.gz"],
    ["darwin", "x64", "pulumi-v3.259.0-darwin-x64.tar.gz"],
    ["win32", "x64", "pulumi-v3.259.0-windows-x64.zip"],
    ["freebsd", "x64", undefined],
    ["linux", "riscv64", undefined],
  ];
  for (const [platform, arch, asked] of others) {
    it(`on ${platform} ${arch} asks for ${asked ?? "nothing"}`, async () => {
      serve({});
      Object.assign(fixtures.tools, { platform, arch });
      const answer = asked
        ? `${fixtures.tools.downloadBase}/${asked}: the server answers 404`
        : `there is no official archive for ${platform} on ${arch}`;
      expect(await failure()).to.include(`by download: ${answer}`);
    });
  }
});

/** A real archive with an engine in the folder `layout`. */
async function archiveOf(layout: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "engine-archive-"));
  try {
    await writeEngine(join(folder, layout), "v3.259.0\n", PARTS);
    await runCommand("tar", ["-czf", ARCHIVE, "pulumi"], { cwd: folder });
    return await readFile(join(folder, ARCHIVE));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
