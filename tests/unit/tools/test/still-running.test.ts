import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";

import { reportWhileRunning } from "../../../../tools/test/still-running";

describe("a file of tests that takes long", () => {
  it("is reported after each minute, until it ends", async () => {
    const printed: string[] = [];
    const { promise, resolve } = Promise.withResolvers<string>();
    const print = (line: string) => {
      printed.push(line);
      if (printed.length === 2) resolve("done");
    };
    expect(await reportWhileRunning("zone.test.ts", promise, { every: 5, print })).to.equal("done");
    await sleep(20);
    expect(printed).to.deep.equal(["… still runs: zone.test.ts, 1 min", "… still runs: zone.test.ts, 2 min"]);
  });
});
