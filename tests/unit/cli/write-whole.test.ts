import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { writeWhole } from "../../../cli/write-whole";

describe("a file that is written whole", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "output-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("takes the place of one that is there", async () => {
    const path = join(folder, "a.csv");
    writeFileSync(path, "before");
    await writeWhole(path, "after");
    expect(readFileSync(path, "utf8")).to.equal("after");
    expect(readdirSync(folder)).to.deep.equal(["a.csv"]);
  });

  it("leaves nothing where it cannot be written", async () => {
    const error = await writeWhole(join(folder, "no", "a.csv"), "x").catch((each: unknown) => each);
    expect(String(error)).to.match(/a\.csv cannot be written: ENOENT: no such file or directory\.$/);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it("takes the place of nothing but a file", async () => {
    const error = await writeWhole(folder, "x").catch(String);
    expect(error).to.equal(`Error: ${folder} cannot be written: it is not a file.`);
  });

  it("keeps its mode", async () => {
    const path = join(folder, "a.csv");
    writeFileSync(path, "before");
    for (const mode of [0o600, 0o666]) {
      chmodSync(path, mode);
      await writeWhole(path, "after");
      expect(statSync(path).mode & 0o777).to.equal(mode);
    }
  });

  it("is the target of a link, which stays one", async () => {
    const [target, link] = [join(folder, "a.csv"), join(folder, "link.csv")];
    writeFileSync(target, "before");
    symlinkSync(target, link);
    await writeWhole(link, "after");
    expect(lstatSync(link).isSymbolicLink()).to.equal(true);
    expect(readFileSync(target, "utf8")).to.equal("after");
    expect(readdirSync(folder)).to.have.members(["a.csv", "link.csv"]);
  });
});
