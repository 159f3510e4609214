import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { managedInFile } from "../../../../cli/unmanaged/state";

describe("a file of a state", () => {
  it("in another encoding is refused with the byte and its place", async () => {
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    const path = join(folder, "state.json");
    try {
      writeFileSync(path, Buffer.from('{"version":3,\n"caf\u00e9":1}', "latin1"));
      const error = await managedInFile(path, process.stdin).catch(String);
      expect(error).to.match(/state\.json:2:5: the byte 0xE9 is not UTF-8; write it as UTF-8$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
