import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type Step, type TestStack } from "./stack";

const place = { latitude: -37.8, longitude: 144.9 };
const circle = (name: string) => ({ type: "circle", name, center: place, radius: 40 }) as const;

describe("what is gone, on the real CLI", function () {
  this.timeout(300_000);
  let stack: TestStack;
  let ids: Map<string, string>;
  const seen: Record<string, Step[]> = {};

  const declare = () => {
    const coffee = new bluedot.Project("coffee");
    const tea = new bluedot.Project("tea");
    const store = new bluedot.Destination("store", { destinationId: "store-1" });
    const zone = (
      name: string,
      projectId: bluedot.ZoneArgs["projectId"],
      more: Partial<bluedot.ZoneArgs> = {},
    ) =>
      new bluedot.Zone(name, {
        projectId,
        minimumRetriggerTime: 600,
        geofeatures: [circle("door"), circle("yard")],
        ...more,
      });
    zone("of-coffee-1", coffee.id);
    zone("of-coffee-2", coffee.id);
    zone("of-tea", tea.id);
    zone("of-store", tea.id, { destinationId: store.destinationId });
    new bluedot.User("user", {
      email: "ada@example.com",
      firstName: "Ada",
      lastName: "Lovelace",
      projectPermissions: [{ projectId: tea.id, permissionLevel: "READ" }],
    });
    return undefined;
  };
  const id = (name: string) => ids.get(name) ?? "";
  /** Lets something happen, then records the steps of a plain preview and of `up`, in the order of names. */
  const happens = async (what: string, happen: () => void) => {
    happen();
    seen[`${what}: plan`] = sorted(await stack.preview());
    seen[`${what}: up`] = sorted(await stack.up());
    ids = await stack.ids();
  };

  before(async () => {
    stack = await openStack();
    stack.run(declare);
    await stack.up();
    ids = await stack.ids();
    const { zones, projects, destinations } = stack.emulator;
    await happens("geofeature", () => {
      zones.update(id("of-tea"), (zone) => ({ ...zone, geofeatures: zone.geofeatures.slice(0, 1) }));
    });
    await happens("geofeature added", () => {
      zones.update(id("of-tea"), (zone) => ({
        ...zone,
        geofeatures: [
          ...zone.geofeatures,
          { ...circle("stranger"), _id: "7e4aeb98-05b3-4b3f-b9ac-3b9a169e395c" },
        ],
      }));
    });
    await stack.age();
    await happens("zone", () => {
      zones.delete(id("of-tea"));
    });
    await happens("destination", () => {
      destinations.delete("store-1");
    });
    await happens("project", () => {
      projects.delete(id("coffee"));
    });
    seen["at last"] = await stack.preview();
  });
  after(async () => {
    await stack.close();
  });

  const expected: [what: string, plan: string[], paths: string[]][] = [
    ["geofeature", ["update of-tea"], ["geofeatures[1]"]],
    ["geofeature added", ["update of-tea"], ["geofeatures[2]"]],
    ["zone", ["create of-tea"], []],
    ["destination", ["create store"], []],
    ["project", ["create coffee", "create of-coffee-1", "create of-coffee-2"], []],
  ];
  for (const [what, plan, paths] of expected) {
    it(`is told by a plain preview and put right by up: a ${what}`, () => {
      const logged = seen[`${what}: plan`] ?? [];
      expect(logged.map(({ op, name }) => `${op} ${name}`)).to.deep.equal(plan);
      expect(logged.flatMap((step) => step.paths)).to.deep.equal(paths);
      expect(seen[`${what}: up`]?.map(({ op, name }) => `${op} ${name}`)).to.deep.equal(plan);
    });
  }

  it("is all there again at last, each once", () => {
    const { zones, projects, destinations } = stack.emulator;
    expect(seen["at last"]).to.deep.equal([]);
    expect([projects.size(), zones.size(), destinations.size()]).to.deep.equal([2, 4, 1]);
    expect(zones.list(id("coffee")).map(({ name }) => name)).to.have.members(["of-coffee-1", "of-coffee-2"]);
    const fences = zones.list(id("tea")).flatMap(({ geofeatures }) => geofeatures.map(({ name }) => name));
    expect(fences).to.have.members(["door", "yard", "door", "yard"]);
  });
});

function sorted(steps: Step[]): Step[] {
  return [...steps].sort((a, b) => (a.name < b.name ? -1 : 1));
}
