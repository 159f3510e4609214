import { expect } from "chai";

import { withCheckpoints, withoutCheckpoints } from "./crash/engines";
import type { Point } from "./crash/points";
import { openStage, type Stage } from "./crash/stage";
import { destinationSet, zones, type Subject } from "./crash/subjects";
import { faultsAt, stopAt } from "./crash/trial";

const network = zones(12);
const stores = destinationSet(40);
/** The request on whose account some objects are made, some are under way and some have not begun. */
const middleOf = ({ requests }: Subject) => requests - 4;

describe("an update that was stopped in its middle, on the real CLI", function () {
  this.timeout(300_000);

  const cases: [how: string, subject: Subject, engine: Record<string, string>, point: Point][] = [
    [
      "killed while a zone is made",
      network,
      withCheckpoints,
      { stop: "killed", request: middleOf(network), moment: "in its work" },
    ],
    [
      "interrupted twice",
      network,
      withCheckpoints,
      { stop: "interrupted twice", request: middleOf(network), moment: "before its answer" },
    ],
    [
      "killed with no checkpoint written",
      network,
      withoutCheckpoints,
      { stop: "killed", request: network.requests, moment: "before its answer" },
    ],
    [
      "killed while a destination of a set is made",
      stores,
      withCheckpoints,
      { stop: "killed", request: middleOf(stores), moment: "in its work" },
    ],
  ];
  for (const [how, subject, engine, point] of cases) {
    it(`is finished by the next one, which makes nothing twice: ${how}`, async () => {
      const stage = await openStage({ engine });
      try {
        expect(await faultsAt([stage], subject, [point])).to.deep.equal({});
      } finally {
        await stage.close();
      }
    });
  }
});

describe("what a user does after a run that was killed", function () {
  this.timeout(300_000);
  let stage: Stage;

  before(async () => {
    stage = await openStage();
    await stage.declare(network.program);
    await stopAt(stage, { stop: "killed", request: middleOf(network), moment: "before its answer" });
  });
  after(() => stage.close());

  it("is told by the CLI at first: to take away the lock", async () => {
    const { code, printed } = await stage.run("up", "--yes", "--skip-preview");
    expect(code).not.to.equal(0);
    expect(printed).to.match(/the stack is currently locked .*`pulumi cancel`/);
    expect((await stage.run("cancel", "--yes")).code).to.equal(0);
  });

  it("is to run again, which names what it adopts", async () => {
    const made = stage.emulator.zones.size();
    const before = await stage.state();
    const { code, printed } = await stage.run("up", "--yes", "--skip-preview");
    expect(code, printed).to.equal(0);
    const taken = new Set(
      printed.match(/Zone "zone-\d+": it exists already as \S+, as declared, and is adopted/g),
    );
    expect(taken.size)
      .to.equal(made - network.ids(before).length)
      .and.to.be.greaterThan(0);
  });

  it("is to clear what the engine goes on calling unfinished", async () => {
    expect((await stage.state()).pending_operations).not.to.deep.equal([]);
    const { code, printed } = await stage.run(
      ...["refresh", "--yes", "--skip-preview", "--clear-pending-creates", "--expect-no-changes"],
    );
    expect(code, printed).to.equal(0);
    const { pending_operations, ...state } = await stage.state();
    expect(pending_operations).to.deep.equal([]);
    expect(network.ids({ ...state, pending_operations })).to.have.length(network.count);
  });
});
