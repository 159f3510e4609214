/** A run that is stopped, at any point and in any way, is finished by one more `pulumi up`. */
import { expect } from "chai";

import { openHarness, type Harness } from "./harness";
import { pointsOf, type Stop } from "./points";
import type { Subject } from "./subjects";
import { faultsAt } from "./trial";

export interface Trials {
  /** More than the engine or a set works on at once: a stop finds some created, some under way and some not begun. */
  readonly subject: Subject;
  readonly how: string;
  readonly engine: Record<string, string>;
  /** The number of points at which it is stopped in each way. */
  readonly points: Readonly<Record<Stop, number>>;
}

export const MANY: Trials["points"] = { killed: 26, orphaned: 4, interrupted: 12, "interrupted twice": 12 };
export const FEW: Trials["points"] = { killed: 4, orphaned: 3, interrupted: 3, "interrupted twice": 3 };

export function finishesEachRun({ subject, how, engine, points }: Trials): void {
  describe(`one more up after ${subject.title} ${how}`, function () {
    this.timeout(1_800_000);
    let harness: Harness;

    before(async () => {
      harness = await openHarness({ engine });
    });
    after(async () => {
      await harness.close();
    });

    const stops: Stop[] = ["killed", "orphaned", "interrupted", "interrupted twice"];
    for (const stop of stops) {
      it(`makes all of it, and nothing twice: ${stop} at ${points[stop]} points`, async () => {
        expect(
          await faultsAt(harness, subject, pointsOf(stop, subject.requests, points[stop])),
        ).to.deep.equal({});
      });
    }
  });
}
