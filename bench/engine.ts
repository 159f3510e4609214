/** What the provider costs on the real CLI, as ratios to one that does nothing, in one run. */
import type { RunningEmulator } from "pulumi-bluedot/emulator";

import { withStack, type Program, type TestStack } from "../tests/acceptance/stack";
import { millisecondsOver } from "./load";
import { empty, ours } from "./programs";
import { median } from "./statistics";

const phases = ["up", "no-op up", "refresh", "destroy"] as const;
type Phase = (typeof phases)[number];
type Times = Record<Phase, number[]>;

interface Requests {
  all: number;
  signIns: number;
  posts: number;
}

export async function benchEngine(zones: number, rounds: number): Promise<void> {
  const times = { ours: noTimes(), empty: noTimes() };
  const requests = new Map<Phase, Requests>();
  let stateBytes = 0;
  let handlerBytes = 0;
  const runOurs = () =>
    timed(ours(zones), times.ours, async (stack, phase) => {
      requests.set(phase, counted(stack.emulator));
      if (phase !== "up") return;
      const text = JSON.stringify((await stack.stack.exportStack()).deployment);
      stateBytes = text.length / zones;
      handlerBytes =
        /"__provider":"((?:[^"\\]|\\.)*\.zone)"/.exec(text)?.[1]?.replaceAll("\\", "").length ?? NaN;
    });
  const runEmpty = () => timed(empty(zones), times.empty, () => Promise.resolve());

  // What is slow only once, such as this process's own first run of a program, counts for neither.
  await timed(ours(5), noTimes(), () => Promise.resolve());
  await timed(empty(5), noTimes(), () => Promise.resolve());
  // In turns, so that a busy minute of the machine is felt by both.
  for (let round = 0; round < rounds; round++) {
    for (const run of round % 2 === 0 ? [runOurs, runEmpty] : [runEmpty, runOurs]) await run();
    console.error(`round ${round + 1} of ${rounds} is done`);
  }

  console.log(`${zones} zones, ${rounds} rounds, medians; the empty provider's time is 1`);
  for (const phase of phases) {
    const [mine, theirs] = [median(times.ours[phase]), median(times.empty[phase])];
    const { all, signIns, posts } = requests.get(phase) ?? { all: NaN, signIns: NaN, posts: NaN };
    console.log(
      `${phase.padEnd(10)} ratio ${(mine / theirs).toFixed(3)}   ${seconds(mine)} to ${seconds(theirs)}   ` +
        `requests ${all} (sign-ins ${signIns}, POST /zones ${posts})`,
    );
  }
  console.log(`__provider: ${handlerBytes} bytes`);
  console.log(`state: ${Math.round(stateBytes)} bytes a zone`);
  for (const specifier of ["pulumi-bluedot", "pulumi-bluedot/handlers"]) {
    console.log(`load of ${specifier}: ${millisecondsOver(specifier, 7).toFixed(0)} ms over @pulumi/pulumi`);
  }
}

async function timed(
  program: Program,
  times: Times,
  after: (stack: TestStack, phase: Phase) => Promise<void>,
): Promise<void> {
  await withStack(
    async (stack) => {
      stack.run(program);
      const operations: [Phase, () => Promise<unknown>][] = [
        ["up", () => stack.up()],
        ["no-op up", () => stack.up()],
        ["refresh", () => stack.refresh()],
        ["destroy", () => stack.destroy()],
      ];
      for (const [phase, operation] of operations) {
        stack.emulator.requests.clear();
        const start = performance.now();
        await operation();
        times[phase].push(performance.now() - start);
        await after(stack, phase);
      }
    },
    { refreshAlways: false },
  );
}

function counted(emulator: RunningEmulator): Requests {
  return {
    all: emulator.requests.length,
    signIns: emulator.count({ method: "POST", path: /^\/sessions$/ }),
    posts: emulator.count({ method: "POST", path: /^\/zones$/ }),
  };
}

function noTimes(): Times {
  return { up: [], "no-op up": [], refresh: [], destroy: [] };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
