import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { assert } from "chai";

const root = join(__dirname, "../../../..");

describe("the session's modules", () => {
  it("load neither the HTTP client nor the SDK before the first request", () => {
    const script = `
      const { openSession } = require("./provider/api");
      openSession({ email: "a", password: "b", baseUrl: "https://c.example", maxConcurrency: 1 });
      process.stdout.write(JSON.stringify(Object.keys(require.cache)));`;
    const output = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", script], {
      cwd: root,
      encoding: "utf8",
    });
    assert.include(output, "provider/api/auth.ts");
    for (const heavy of [
      "node_modules/got/",
      "node_modules/p-queue/",
      "@pulumi/pulumi",
      "node_modules/zod/",
    ]) {
      assert.notInclude(output, heavy);
    }
  });
});
