import { expect } from "chai";

import { seed } from "../seed";
import { withCheckpoints, withoutCheckpoints } from "./crash/engines";
import { pointFrom, titleOf, type Stop } from "./crash/points";
import { openHarness, type Harness } from "./crash/harness";
import { destinationSet, zones, type Subject } from "./crash/subjects";
import { faultsAt, stopAt } from "./crash/trial";

const network = zones(12);
const stores = destinationSet(40);
/** The request on whose account some objects are made, some are under way and some have not begun. */
const middleOf = ({ requests }: Subject) => requests - 4;

const rows: [how: string, engine: Record<string, string>, cases: [subject: Subject, stop: Stop][]][] = [
  [
    "with the engine's checkpoints",
    withCheckpoints,
    [
      [network, "killed"],
      [network, "interrupted twice"],
      [stores, "killed"],
    ],
  ],
  ["without checkpoints", withoutCheckpoints, [[network, "killed"]]],
];
for (const [how, engine, cases] of rows) {
  describe(`an update that was stopped at a point of seed ${seed}, on the real CLI, ${how}`, function () {
    this.timeout(300_000);
    let harness: Harness;

    before(async () => {
      harness = await openHarness({ engine });
    });
    after(() => harness.close());

    for (const [subject, stop] of cases) {
      const point = pointFrom(seed, stop, subject.requests);
      it(`is finished by the next one, which makes nothing twice: ${subject.title}, ${titleOf(point)}`, async () => {
        expect(await faultsAt(harness, subject, [point])).to.deep.equal({});
      });
    }
  });
}

describe("what a user does after a run that was killed", function () {
  this.timeout(300_000);
  let harness: Harness;

  before(async () => {
    harness = await openHarness();
    await harness.declare(network.program);
    await stopAt(harness, { stop: "killed", request: middleOf(network), moment: "before its answer" });
  });
  after(() => harness.close());

  it("is told by the CLI at first: to take away the lock", async () => {
    const { code, printed } = await harness.run("up", "--yes", "--skip-preview");
    expect(code).not.to.equal(0);
    expect(printed).to.match(/the stack is currently locked .*`pulumi cancel`/);
    expect((await harness.run("cancel", "--yes")).code).to.equal(0);
  });

  it("is to run again, which names what it adopts", async () => {
    const made = harness.emulator.zones.size();
    const before = await harness.state();
    const { code, printed } = await harness.run("up", "--yes", "--skip-preview");
    expect(code, printed).to.equal(0);
    const taken = new Set(
      printed.match(/Zone "zone-\d+": it exists already as \S+, as declared, and is adopted/g),
    );
    expect(taken.size)
      .to.equal(made - network.ids(before).length)
      .and.to.be.greaterThan(0);
  });

  it("is to clear what the engine goes on calling unfinished", async () => {
    expect((await harness.state()).pending_operations).not.to.deep.equal([]);
    const { code, printed } = await harness.run(
      ...["refresh", "--yes", "--skip-preview", "--clear-pending-creates", "--expect-no-changes"],
    );
    expect(code, printed).to.equal(0);
    const { pending_operations, ...state } = await harness.state();
    expect(pending_operations).to.deep.equal([]);
    expect(network.ids({ ...state, pending_operations })).to.have.length(network.count);
  });
});
