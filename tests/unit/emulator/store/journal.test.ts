import { open, readFile } from "node:fs/promises";

import { expect } from "chai";

import { Journal } from "../../../../emulator/store/journal";
import { inFolder } from "./folder";

describe("the journal", () => {
  it("keeps lines in the order in which they came", () =>
    inFolder(async (data) => {
      const journal = new Journal(await open(data, "a"), data);
      for (let line = 0; line < 1000; line += 1) {
        journal.append(String(line));
        if (line % 100 === 0) await journal.flushed();
      }
      await journal.close();
      const lines = (await readFile(data, "utf8")).split("\n").slice(0, -1);
      expect(lines).to.deep.equal(Array.from({ length: 1000 }, (_, line) => String(line)));
    }));

  it("asks the disk once for many writers", () =>
    inFolder(async (data) => {
      const file = await open(data, "a");
      let syncs = 0;
      const datasync = file.datasync.bind(file);
      file.datasync = () => {
        syncs += 1;
        return datasync();
      };
      const journal = new Journal(file, data);
      const writers = Array.from({ length: 500 }, async (_, line) => {
        journal.append(String(line));
        await journal.flushed();
      });
      await Promise.all(writers);
      await journal.close();
      expect(syncs).to.be.at.most(2);
    }));

  it("has nothing to wait for when nothing came", () =>
    inFolder(async (data) => {
      const journal = new Journal(await open(data, "a"), data);
      await journal.flushed();
      await journal.close();
      await journal.close();
    }));

  it("fails for good when the disk does, and says why", () =>
    inFolder(async (data) => {
      const file = await open(data, "a");
      file.datasync = () => Promise.reject(new Error("no space left"));
      const journal = new Journal(file, data);
      journal.append("1");
      expect(await journal.flushed().catch(String)).to.contain("cannot be written: no space left");
      expect(() => {
        journal.append("2");
      }).to.throw("cannot be written: no space left");
      expect(await journal.flushed().catch(String)).to.contain("no space left");
      expect(await journal.close().catch(String)).to.contain("no space left");
    }));

  it("takes no more once it is closed", () =>
    inFolder(async (data) => {
      const journal = new Journal(await open(data, "a"), data);
      await journal.close();
      expect(() => {
        journal.append("1");
      }).to.throw("is closed");
    }));
});
