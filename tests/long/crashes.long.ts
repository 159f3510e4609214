/** A run that is stopped, wherever that is and however, is finished by one more `pulumi up`. */
import { expect } from "chai";

import { withCheckpoints, withoutCheckpoints } from "../acceptance/crash/engines";
import { pointsOf, type Stop } from "../acceptance/crash/points";
import { openHarness, type Harness } from "../acceptance/crash/harness";
import { destinationSet, zones, zoneSet, type Subject } from "../acceptance/crash/subjects";
import { faultsAt } from "../acceptance/crash/trial";

interface Row {
  readonly subject: Subject;
  readonly how: string;
  readonly engine: Record<string, string>;
  /** At how many points it is stopped. */
  readonly points: Points;
}

type Points = Readonly<Record<Stop, number>>;

const MANY: Points = { killed: 26, orphaned: 4, interrupted: 12, "interrupted twice": 12 };
const FEW: Points = { killed: 4, orphaned: 3, interrupted: 3, "interrupted twice": 3 };

/** More than the engine or a set works on at once, so that a stop finds some made, some under way and some not begun. */
const rows: Row[] = [
  {
    subject: zones(40),
    how: "with the engine's checkpoints",
    engine: withCheckpoints,
    points: MANY,
  },
  {
    subject: zones(40),
    how: "without checkpoints",
    engine: withoutCheckpoints,
    points: { killed: 13, orphaned: 2, interrupted: 6, "interrupted twice": 6 },
  },
  {
    subject: zoneSet(300),
    how: "with the engine's checkpoints",
    engine: withCheckpoints,
    points: MANY,
  },
  {
    subject: zoneSet(300),
    how: "without checkpoints",
    engine: withoutCheckpoints,
    points: FEW,
  },
  {
    subject: destinationSet(120),
    how: "with the engine's checkpoints",
    engine: withCheckpoints,
    points: FEW,
  },
];

/** This number of runs at once keeps two cores busy: a run waits a good deal for itself. */
const LANES = 2;

for (const { subject, how, engine, points } of rows) {
  describe(`one more up after ${subject.title} ${how}`, function () {
    this.timeout(1_800_000);
    const harnesses: Harness[] = [];

    before(async () => {
      for (let lane = 0; lane < LANES; lane++) harnesses.push(await openHarness({ engine }));
    });
    after(async () => {
      for (const harness of harnesses) await harness.close();
    });

    const stops: Stop[] = ["killed", "orphaned", "interrupted", "interrupted twice"];
    for (const stop of stops) {
      it(`makes all of it, and nothing twice: ${stop} at ${points[stop]} points`, async () => {
        expect(
          await faultsAt(harnesses, subject, pointsOf(stop, subject.requests, points[stop])),
        ).to.deep.equal({});
      });
    }
  });
}
