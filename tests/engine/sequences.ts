/** Sequences of what programs, people and networks do, against a model that knows what must come of them. */
import * as fc from "fast-check";
import type { Fault } from "pulumi-bluedot/emulator";

import { losses, LoseUpdate, nexts } from "./sequences/lost-update";
import { Move, ways } from "./sequences/move";
import { Create, Delete, Refresh, Replace, Update } from "./sequences/resources";
import { Edit, Expire, Foreign, Remove, Restart, Trouble } from "./sequences/surroundings";
import { begin, keys, type How, type StackName } from "./sequences/world";

const name: fc.Arbitrary<StackName> = fc.constantFrom("first", "first", "second");
const key = fc.constantFrom(...keys);
const values = fc.record({
  minimumRetriggerTime: fc.constantFrom(60, 600, 900),
  radius: fc.constantFrom(40, 50),
});
const how: fc.Arbitrary<How> = fc.constantFrom("well", "well", "well", "dying");
const faults: readonly Fault[] = [
  ...(["before", "after"] as const).flatMap((when): Fault[] => [
    { kind: "close", when },
    { kind: "status", status: 500, when },
    { kind: "status", status: 504, when },
    { kind: "truncate", how: "cut", when },
    { kind: "errorInSuccess", when },
    { kind: "errorInSuccess", errorType: "NotFoundError", when },
  ]),
  { kind: "late", ms: 1 },
  { kind: "late", ms: 30_000 },
  { kind: "html" },
  { kind: "status", status: 429 },
  { kind: "status", status: 429, retryAfter: 3 },
  { kind: "status", status: 503 },
  { kind: "status", status: 503, retryAfter: 1 },
  { kind: "expireTokens" },
  { kind: "unauthorized" },
  { kind: "otherBody" },
  { kind: "otherBody" },
  { kind: "otherBody" },
];
const trouble = fc
  .record({
    fault: fc.constantFrom(...faults),
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", undefined),
    times: fc.constantFrom(1, 1, 2, 5, 7),
    skip: fc.nat(2),
  })
  .map(({ fault, method, times, skip }) => ({ ...fault, method, times, skip, path: "^/zones" }));

const sequences = fc.commands(
  [
    fc.tuple(name, key, values, how).map((each) => new Create(...each)),
    fc.tuple(name, key, values, how).map((each) => new Create(...each)),
    fc.tuple(name, key, values, how).map((each) => new Update(...each)),
    fc.tuple(name, key, how).map((each) => new Delete(...each)),
    fc.tuple(name, key, values, how, fc.boolean()).map((each) => new Replace(...each)),
    fc
      .tuple(name, key, values, fc.constantFrom(...losses), fc.constantFrom(...nexts))
      .map((each) => new LoseUpdate(...each)),
    fc.tuple(key, values, fc.constantFrom(...ways), fc.boolean(), how).map((each) => new Move(...each)),
    name.map((each) => new Refresh(each)),
    fc.tuple(name, key, values).map((each) => new Edit(...each)),
    fc.tuple(name, key).map((each) => new Remove(...each)),
    key.map((each) => new Foreign(each)),
    trouble.map((each) => new Trouble(each)),
    trouble.map((each) => new Trouble(each)),
    name.map((each) => new Restart(each)),
    fc.constant(new Expire()),
  ],
  { maxCommands: 30, size: "max" },
);

/** Runs so many of them; a failure prints its seed. */
export async function runSequences(numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      await fc.asyncModelRun(begin, commands);
    }),
    { numRuns, seed },
  );
}
