/** The secrets of a set stay secret in the state, also if a run could not finish. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type * as bluedot from "pulumi-bluedot";
import type { Fault } from "pulumi-bluedot/emulator";

import { decodeObjects } from "../../provider/set/state-format";
import { canary, searchFolder, searchFor, type Search } from "./canaries";
import { withStack, type TestStack } from "./stack";
import { declare, fails, zone } from "./stores";

const zoneWith = (customData: Record<string, pulumi.Input<string>>) => zone({ customData });

/** Looks into what is packed too, which would show nothing to a search. */
function openedFor(secrets: Readonly<Record<string, string>>): Search {
  const search = searchFor(secrets);
  return (text) => {
    const packed = [...text.matchAll(/"(1:[\w+/=]+)"/g)].flatMap(([, each = ""]) => decodeObjects(each));
    return [...search(text), ...packed.flatMap((held) => search(held.text))];
  };
}

const refused = (method: "PUT" | "DELETE"): Fault => ({
  kind: "status",
  status: 400,
  method,
  path: "^/zones/",
  times: "forever",
});

type Zones = Record<string, bluedot.ZoneOfSetArgs>;

/** An `up` to these zones that is refused a part of the work, then refreshes, and an `up` that does the rest. */
async function upInTwoRuns(
  stack: TestStack,
  { method, zones, inClear }: { method: "PUT" | "DELETE"; zones: Zones; inClear: () => Promise<unknown> },
): Promise<void> {
  const { emulator } = stack;
  emulator.fault(refused(method));
  declare(stack, zones);
  await fails(stack);
  expect(await inClear()).to.deep.equal([]);
  await stack.refresh();
  await stack.refresh();
  expect(await inClear()).to.deep.equal([]);

  emulator.clearFaults();
  emulator.requests.clear();
  await stack.up();
  expect(await inClear()).to.deep.equal([]);
}

describe("the secret of one zone of a set", function () {
  this.timeout(180_000);

  const ends: [what: string, method: "PUT" | "DELETE", zones: Zones][] = [
    ["that became plain, and could not be changed,", "PUT", { a: zone(), b: zoneWith({ pin: "none" }) }],
    ["that the program has no longer, and could not be deleted,", "DELETE", { a: zone() }],
  ];
  for (const [what, method, zones] of ends) {
    it(`${what} is nowhere in clear, nor after a refresh, and the next up does it`, () =>
      withStack(
        async (stack) => {
          const { emulator } = stack;
          const pin = canary("pin");
          const inClear = () => searchFolder(stack.stack.workspace.workDir, openedFor({ pin }));
          declare(stack, { a: zone(), b: zoneWith({ pin: pulumi.secret(pin) }) });
          await stack.up();
          await upInTwoRuns(stack, { method, zones, inClear });
          expect(emulator.count({ method })).to.equal(1);
          expect(searchFor({ pin })(stack.printed())).to.deep.equal([]);
          expect(await stack.up()).to.deep.equal([]);
        },
        { refreshAlways: false, checkpoints: true },
      ));
  }

  it("that was made or changed by a run that failed for another is nowhere in clear after a refresh", () =>
    withStack(
      async (stack) => {
        const { emulator } = stack;
        const pins = { made: canary("made"), changed: canary("changed") };
        const inClear = () => searchFolder(stack.stack.workspace.workDir, openedFor(pins));
        const zones = {
          a: zoneWith({ pin: pulumi.secret(pins.changed) }),
          b: zoneWith({ pin: pulumi.secret(pins.made) }),
          c: zone(),
        };
        declare(stack, { a: zone(), gone: zone() });
        await stack.up();
        await upInTwoRuns(stack, { method: "DELETE", zones, inClear });
        expect(
          emulator.requests.filter(({ method }) => method !== "GET").map(({ method }) => method),
        ).to.include("DELETE");
        await stack.refresh();
        expect(await stack.preview()).to.deep.equal([]);
        expect(await inClear()).to.deep.equal([]);
        expect(searchFor(pins)(stack.printed())).to.deep.equal([]);
      },
      { refreshAlways: false, checkpoints: true },
    ));
});
