/** See tests/acceptance/crash/every-point.ts. */
import { withCheckpoints } from "../acceptance/crash/engines";
import { finishesEachRun, MANY } from "../acceptance/crash/every-point";
import { zoneSet } from "../acceptance/crash/subjects";

finishesEachRun({
  subject: zoneSet(300),
  how: "with the engine's checkpoints",
  engine: withCheckpoints,
  points: MANY,
});
