import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { openStage, type Stage } from "./crash/stage";
import { zones } from "./crash/subjects";

describe("a zone whose answer is lost in a plain up, on the real CLI", function () {
  this.timeout(300_000);
  const network = zones(3);
  let stage: Stage;

  before(async () => {
    stage = await openStage();
    await stage.declare(network.program);
  });
  beforeEach(() => stage.reset());
  after(() => stage.close());

  const aZone = { method: "POST", path: /^\/zones$/ } as const;
  const faults: [what: string, fault: Fault][] = [
    ["the connection is closed after the work", { kind: "close", when: "after", ...aZone }],
    ["the gateway gives up, and the work is done 2 s later", { kind: "late", ms: 2000, ...aZone }],
  ];
  for (const [what, fault] of faults) {
    it(`is made once, and the run ends well: ${what}`, async () => {
      stage.emulator.fault(fault);
      const { code, printed } = await stage.run("up", "--yes", "--skip-preview");
      expect(code, printed).to.equal(0);
      expect(printed).not.to.match(/error|failed/i);
      const held = stage.emulator.zones.list().map(({ _id }) => _id);
      expect(held).to.have.length(network.count);
      expect(network.ids(await stage.state())).to.have.members(held);
      expect(stage.emulator.count(aZone)).to.equal(network.count);
    });
  }
});
