import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type Step, type TestStack } from "./stack";

const place = { latitude: -37.8, longitude: 144.9 };
const circle = (name: string) => ({ type: "circle", name, center: place, radius: 40 }) as const;

describe("what is gone, on the real CLI", function () {
  this.timeout(300_000);
  let stack: TestStack;
  let ids: Map<string, string>;
  let plan: Step[];
  let done: Step[];
  let atLast: Step[];

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
    for (const name of ["less", "more", "gone", "kept"]) zone(name, tea.id);
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

  before(async () => {
    stack = await openStack();
    stack.run(declare);
    await stack.up();
    await stack.age();
    ids = await stack.ids();
    const { zones, projects, destinations } = stack.emulator;
    zones.update(id("less"), (zone) => ({ ...zone, geofeatures: zone.geofeatures.slice(0, 1) }));
    const stranger = { ...circle("stranger"), _id: "7e4aeb98-05b3-4b3f-b9ac-3b9a169e395c" };
    zones.update(id("more"), (zone) => ({ ...zone, geofeatures: [...zone.geofeatures, stranger] }));
    zones.delete(id("gone"));
    destinations.delete("store-1");
    projects.delete(id("coffee"));
    plan = await stack.preview();
    done = await stack.up();
    ids = await stack.ids();
    atLast = await stack.preview();
  });
  after(async () => {
    await stack.close();
  });

  const expected: [what: string, steps: Step[]][] = [
    ["geofeature", [{ op: "update", name: "less", paths: ["geofeatures[1]"] }]],
    ["geofeature added", [{ op: "update", name: "more", paths: ["geofeatures[2]"] }]],
    ["zone", [{ op: "create", name: "gone", paths: [] }]],
    ["destination", [{ op: "create", name: "store", paths: [] }]],
    ["project", ["coffee", "of-coffee-1", "of-coffee-2"].map((name) => ({ op: "create", name, paths: [] }))],
  ];
  for (const [what, steps] of expected) {
    it(`is told by a plain preview and put right by up: a ${what}`, () => {
      const isOf = ({ name }: Step) => steps.some((step) => step.name === name);
      expect(plan.filter(isOf)).to.have.deep.members(steps);
      expect(names(done.filter(isOf))).to.have.members(names(steps));
    });
  }

  it("is all that a preview tells of and up does", () => {
    const all = names(expected.flatMap(([, steps]) => steps));
    expect(names(plan)).to.have.members(all);
    expect(names(done)).to.have.members(all);
  });

  it("is all there again at last, each once", () => {
    const { zones, projects, destinations } = stack.emulator;
    expect(atLast).to.deep.equal([]);
    expect([projects.size(), zones.size(), destinations.size()]).to.deep.equal([2, 7, 1]);
    expect(zones.list(id("coffee")).map(({ name }) => name)).to.have.members(["of-coffee-1", "of-coffee-2"]);
    const fences = zones.list(id("tea")).flatMap(({ geofeatures }) => geofeatures.map(({ name }) => name));
    expect(fences).to.have.members(Array.from({ length: 5 }, () => ["door", "yard"]).flat());
  });
});

function names(steps: readonly Step[]): string[] {
  return steps.map(({ op, name }) => `${op} ${name}`);
}
