import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { ZoneFileError } from "../../../files";
import { bytesOf, bytesOfStream } from "../../../files/source";

async function* endless() {
  const piece = Buffer.alloc(2 ** 24);
  for (;;) yield await Promise.resolve(piece);
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
}

describe("the bytes of a source", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "source-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const size of [0, 1, 65_536, 200_000]) {
    it(`are all of a file of ${size}`, () => {
      const path = join(folder, "file");
      const bytes = Buffer.alloc(size, "abc");
      writeFileSync(path, bytes);
      expect(bytesOf(path).equals(bytes)).to.equal(true);
    });
  }

  it("are those of a stream", async () => {
    const bytes = await bytesOfStream(
      (async function* () {
        yield await Promise.resolve("ab");
        yield Buffer.from("c");
      })(),
      "x",
    );
    expect(bytes.toString()).to.equal("abc");
  });

  it("end at a bound where a stream does not end", async () => {
    expect(await rejection(bytesOfStream(endless(), "standard input")))
      .to.be.instanceOf(ZoneFileError)
      .with.property("message", "standard input: it is larger than 256 MB; split it");
  });

  if (existsSync("/dev/zero")) {
    it("end at a bound where a device, whose size the system does not know, does not end", () => {
      expect(() => bytesOf("/dev/zero")).to.throw("/dev/zero: it is larger than 256 MB; split it");
    });
  }

  it("are those of a pipe, whose size the system does not know", () => {
    const script = `console.log(require(${JSON.stringify(require.resolve("../../../files/source"))}).bytesOf("/dev/stdin").length)`;
    // A pipe of Node.js itself would be a socket.
    const command = 'head -c 100000 /dev/zero | "$0" --import tsx -e "$1"';
    const printed = execFileSync("sh", ["-c", command, process.execPath, script]);
    expect(printed.toString().trim()).to.equal("100000");
  });

  it("are none of a folder, which is said in words", () => {
    expect(() => bytesOf(folder, "zones")).to.throw(
      `zones: this is a folder, and not a file; looked for ${folder}`,
    );
  });
});
