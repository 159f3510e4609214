import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { fails, place, zone } from "./stores";
import { withStack, type TestStack } from "./stack";

const zoneAt = (at: number) => {
  const center = { ...place, latitude: place.latitude - at / 10 };
  return zone({ geofeatures: [{ type: "circle", name: "door", center, radius: 40 }] });
};
const numbers = [1, 2, 3, 4, 5, 6];

describe("what one resource has, on the real CLI", function () {
  this.timeout(180_000);

  const projectIn = ({ emulator }: TestStack, name: string) =>
    emulator.projects.create({ name, nextRuleUpdateInterval: 300 })._id;

  it("is not taken over by another that is declared just like it, which is a fault", () =>
    withStack(async (stack) => {
      const args = { projectId: projectIn(stack, "coffee"), name: "cafe", ...zoneAt(1) };
      const declare = (names: string[]) => {
        stack.run(() => {
          for (const name of names) new bluedot.Zone(name, args);
          return undefined;
        });
      };
      declare(["first"]);
      await stack.up();
      declare(["first", "second"]);
      const said = await stack.up().then(() => "", String);
      expect(said).to.contain('Zone "second": it is the same zone as Zone "first"');
      expect(stack.emulator.zones.list().map(({ _id }) => _id)).to.have.members([
        (await stack.ids()).get("first"),
      ]);
    }));

  for (const refreshAlways of [true, false]) {
    const refresh = refreshAlways ? "with a refresh" : "without a refresh";
    it(`stays in a set whose keys change where all have one name, also where one of them is refused, ${refresh}`, () =>
      withStack(
        async (stack) => {
          const projectId = projectIn(stack, "coffee");
          const declare = (prefix: string, edited: Partial<bluedot.ZoneOfSetArgs>) => {
            const named = numbers.map((at) => ({
              name: "cafe",
              ...zoneAt(at),
              ...(at > 4 ? edited : {}),
            }));
            const zones = Object.fromEntries(named.map((each, at) => [`${prefix}-${at}`, each]));
            stack.run(() => {
              new bluedot.ZoneSet("stores", { projectId, zones });
              return undefined;
            });
          };
          declare("old", {});
          await stack.up();
          const before = stack.emulator.zones.list().map(({ _id }) => _id);

          declare("new", { minimumRetriggerTime: 900 });
          stack.emulator.fault({ kind: "status", status: 400, method: "POST", path: "^/zones$" });
          expect(await fails(stack)).to.contain("3 done, 1 left");
          stack.emulator.clearFaults();
          await stack.up();
          const held = stack.emulator.zones.list();
          expect(held).to.have.length(numbers.length);
          expect(held.map(({ _id }) => _id)).to.include.members(before.slice(0, 4));
          expect(await stack.preview()).to.deep.equal([]);
        },
        { refreshAlways },
      ));
  }

  const declareIn = (stack: TestStack, projectId: string, name = "stores", alias?: string) => {
    const zones = Object.fromEntries(numbers.map((at) => [`store-${at}`, zoneAt(at)]));
    stack.run(() => {
      const aliases = alias === undefined ? [] : [{ name: alias }];
      new bluedot.ZoneSet(name, { projectId, zones }, { aliases });
      return undefined;
    });
  };

  it("goes with a set that was renamed once and moves to another project", () =>
    withStack(async (stack) => {
      const [one, two] = [projectIn(stack, "one"), projectIn(stack, "two")];
      declareIn(stack, one);
      await stack.up();
      declareIn(stack, one, "shops", "stores");
      await stack.up();
      declareIn(stack, two, "shops", "stores");
      stack.printed();
      await stack.up();
      expect(stack.printed()).not.to.contain("has taken it over");
      const { zones } = stack.emulator;
      expect([zones.size(one), zones.size(two)]).to.deep.equal([0, numbers.length]);
    }));

  it("is created again where a set comes back to its project after a part of it was deleted there", () =>
    withStack(
      async (stack) => {
        const { emulator } = stack;
        const [one, two] = [projectIn(stack, "one"), projectIn(stack, "two")];
        declareIn(stack, one);
        await stack.up();
        declareIn(stack, two);
        emulator.fault({ kind: "status", status: 400, method: "DELETE", path: "^/zones/", times: 2 });
        expect(await fails(stack)).to.contain(
          "run `pulumi up --refresh`, which creates again what is deleted",
        );
        declareIn(stack, one);
        await stack.age();
        await stack.up({ refresh: true });
        expect([emulator.zones.size(one), emulator.zones.size(two)]).to.deep.equal([numbers.length, 0]);
        expect(await stack.preview()).to.deep.equal([]);
      },
      { refreshAlways: false },
    ));
});
