import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { openHarness, type Harness } from "./crash/harness";
import { zones } from "./crash/subjects";

describe("a zone whose answer is lost in a plain up, on the real CLI", function () {
  this.timeout(300_000);
  const network = zones(3);
  let harness: Harness;

  before(async () => {
    harness = await openHarness();
    await harness.declare(network.program);
  });
  beforeEach(() => harness.reset());
  after(() => harness.close());

  const aZone = { method: "POST", path: /^\/zones$/ } as const;
  const faults: [what: string, fault: Fault][] = [
    ["the connection is closed after the work", { kind: "close", when: "after", ...aZone }],
    ["the gateway gives up, and the work is done 2 s later", { kind: "late", ms: 2000, ...aZone }],
  ];
  for (const [what, fault] of faults) {
    it(`is made once, and the run ends well: ${what}`, async () => {
      harness.emulator.fault(fault);
      const { code, printed } = await harness.run("up", "--yes", "--skip-preview");
      expect(code, printed).to.equal(0);
      expect(printed).not.to.match(/error|failed/i);
      const held = harness.emulator.zones.list().map(({ _id }) => _id);
      expect(held).to.have.length(network.count);
      expect(network.ids(await harness.state())).to.have.members(held);
      expect(harness.emulator.count(aZone)).to.equal(network.count);
    });
  }
});
