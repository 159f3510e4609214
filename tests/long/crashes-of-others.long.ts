/** See tests/acceptance/crash/every-point.ts. */
import { withCheckpoints, withoutCheckpoints } from "../acceptance/crash/engines";
import { FEW, finishesEachRun } from "../acceptance/crash/every-point";
import { destinationSet, zones, zoneSet } from "../acceptance/crash/subjects";

finishesEachRun({
  subject: destinationSet(120),
  how: "with the engine's checkpoints",
  engine: withCheckpoints,
  points: FEW,
});
finishesEachRun({
  subject: zoneSet(300),
  how: "without checkpoints",
  engine: withoutCheckpoints,
  points: FEW,
});
finishesEachRun({
  subject: zones(40),
  how: "without checkpoints",
  engine: withoutCheckpoints,
  points: { killed: 13, orphaned: 2, interrupted: 6, "interrupted twice": 6 },
});
