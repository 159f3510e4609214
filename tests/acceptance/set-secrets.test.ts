/** What was secret in a set stays so in the state, also where a run could not make an end of it. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import type { Fault } from "pulumi-bluedot/emulator";

import { unpack } from "../../provider/set/packed";
import { canary, searchFolder, searchFor, type Search } from "./canaries";
import { withStack, type TestStack } from "./stack";

const zone = (customData?: Record<string, pulumi.Input<string>>): bluedot.ZoneOfSetArgs => ({
  minimumRetriggerTime: 600,
  geofeatures: [{ type: "circle", name: "door", center: { latitude: -37.8, longitude: 144.9 }, radius: 40 }],
  ...(customData && { customData }),
});

/** A set of these zones, in a project of its own. */
function declare(stack: TestStack, zones: Record<string, bluedot.ZoneOfSetArgs>): void {
  stack.run(() => {
    const project = new bluedot.Project("coffee");
    const { zoneIds } = new bluedot.ZoneSet("stores", { projectId: project.id, zones });
    return { zoneIds };
  });
}

/** Looks into what is packed too, which would show nothing to a search. */
function openedFor(secrets: Readonly<Record<string, string>>): Search {
  const search = searchFor(secrets);
  return (text) => {
    const packed = [...text.matchAll(/"(1:[\w+/=]+)"/g)].flatMap(([, each = ""]) => unpack(each));
    return [...search(text), ...packed.flatMap((held) => search(held.text))];
  };
}

async function fails(stack: TestStack): Promise<void> {
  const error: unknown = await stack.up().catch((reason: unknown) => reason);
  expect(error).to.be.an("error");
}

const refused = (method: "PUT" | "DELETE"): Fault => ({
  kind: "status",
  status: 400,
  method,
  path: "^/zones/",
  times: "forever",
});

describe("the secret of one zone of a set", function () {
  this.timeout(180_000);

  const ends: [what: string, method: "PUT" | "DELETE", zones: Record<string, bluedot.ZoneOfSetArgs>][] = [
    ["that became plain, and could not be changed,", "PUT", { a: zone(), b: zone({ pin: "none" }) }],
    ["that the program has no longer, and could not be deleted,", "DELETE", { a: zone() }],
  ];
  for (const [what, method, zones] of ends) {
    it(`${what} is nowhere in clear, nor after a refresh, and the next up does it`, () =>
      withStack(
        async (stack) => {
          const { emulator } = stack;
          const pin = canary("pin");
          const inClear = () => searchFolder(stack.stack.workspace.workDir, openedFor({ pin }));
          declare(stack, { a: zone(), b: zone({ pin: pulumi.secret(pin) }) });
          await stack.up();
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
          expect(emulator.count({ method })).to.equal(1);
          expect(searchFor({ pin })(stack.printed())).to.deep.equal([]);
          expect(await stack.up()).to.deep.equal([]);
        },
        { refreshAlways: false },
      ));
  }

  it("that was made or changed by a run that failed for another is nowhere in clear after a refresh", () =>
    withStack(
      async (stack) => {
        const { emulator } = stack;
        const pins = { made: canary("made"), changed: canary("changed") };
        const inClear = () => searchFolder(stack.stack.workspace.workDir, openedFor(pins));
        const zones = {
          a: zone({ pin: pulumi.secret(pins.changed) }),
          b: zone({ pin: pulumi.secret(pins.made) }),
          c: zone(),
        };
        declare(stack, { a: zone(), gone: zone() });
        await stack.up();
        emulator.fault(refused("DELETE"));
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
        expect(
          emulator.requests.filter(({ method }) => method !== "GET").map(({ method }) => method),
        ).to.include("DELETE");
        await stack.refresh();
        expect(await stack.preview()).to.deep.equal([]);
        expect(await inClear()).to.deep.equal([]);
        expect(searchFor(pins)(stack.printed())).to.deep.equal([]);
      },
      { refreshAlways: false },
    ));
});
