/** Sequences of what programs, people and networks do, against a model that knows what must come of them. */
import * as fc from "fast-check";
import type { Fault } from "pulumi-bluedot/emulator";

import { losses, LoseUpdate, nexts } from "./sequences/lost-update";
import { Move, ways } from "./sequences/move";
import { Create, Delete, Refresh, Replace } from "./sequences/resources";
import { begin, type How } from "./sequences/runs";
import { Edit, Expire, Foreign, Remove, Restart, Trouble } from "./sequences/surroundings";
import { Update } from "./sequences/update";
import { keys, type StackName } from "./sequences/fixtures";

const name: fc.Arbitrary<StackName> = fc.constantFrom("first", "first", "second");
// Commands meet each other more often where some keys and values are more frequent.
const key = fc.constantFrom("cafe", "cafe", "cafe", "bar", ...keys);
const values = fc.record({
  minimumRetriggerTime: fc.constantFrom(60, 600, 600, 900),
  radius: fc.constantFrom(40, 40, 50),
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
  ...[1, 2, 3].map((): Fault => ({ kind: "otherBody" })),
];
const trouble = fc
  .record({
    fault: fc.constantFrom(...faults),
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", undefined),
    times: fc.constantFrom(1, 1, 2, 5, 7),
    skip: fc.nat(2),
  })
  .map(({ fault, method, times, skip }) => ({ ...fault, method, times, skip, path: "^/zones" }));

const create = fc.tuple(name, key, values, how).map((each) => new Create(...each));
const update = fc.tuple(name, key, values, how).map((each) => new Update(...each));
const replace = fc.tuple(name, key, values, how, fc.boolean()).map((each) => new Replace(...each));
const loseUpdate = fc
  .tuple(name, key, values, fc.constantFrom(...losses), fc.constantFrom(...nexts))
  .map((each) => new LoseUpdate(...each));
const move = fc
  .tuple(key, values, fc.constantFrom(...ways), fc.boolean(), how)
  .map((each) => new Move(...each));
const disturb = trouble.map((each) => new Trouble(each));

const sequences = fc.commands(
  [
    ...[create, create, create, update, update, replace, replace, loseUpdate, loseUpdate, move, move],
    ...[disturb, disturb],
    fc.tuple(name, key, how).map((each) => new Delete(...each)),
    name.map((each) => new Refresh(each)),
    fc.tuple(name, key, values).map((each) => new Edit(...each)),
    fc.tuple(name, key).map((each) => new Remove(...each)),
    fc.tuple(key, fc.boolean()).map((each) => new Foreign(...each)),
    name.map((each) => new Restart(each)),
    fc.constant(new Expire()),
  ],
  { maxCommands: 40, size: "max" },
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
