import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { StoredZone } from "pulumi-bluedot/emulator";

import { openHarness, type Harness } from "./crash/harness";
import { zones } from "./crash/subjects";

describe("two pipelines at once, on the real CLI", function () {
  this.timeout(300_000);
  let harness: Harness;

  before(async () => {
    harness = await openHarness({ stacks: ["one", "other"] });
  });
  beforeEach(() => harness.reset());
  after(() => harness.close());

  const up = (stack: string) => harness.run("up", "--yes", "--skip-preview", "--stack", stack);

  it("are one after the other where they have one stack: the lock of its backend refuses the second", async () => {
    const network = zones(5);
    await harness.declare(network.program);
    let second: Awaited<ReturnType<Harness["run"]>> | undefined;
    harness.guard(async (request, work) => {
      if (request.method === "POST" && new URL(request.url).pathname === "/projects")
        second = await up("one");
      return await work();
    });
    const first = await up("one");
    expect(first.code, first.printed).to.equal(0);
    expect(second?.code).not.to.equal(0);
    expect(second?.printed).to.contain("the stack is currently locked");
    expect(harness.emulator.count({ method: "POST", path: "/sessions" })).to.equal(1);
    expect(idsOf(harness.emulator.zones.list())).to.have.members(
      network.ids(await harness.state("--stack", "one")),
    );
  });

  it("each have zones of their own in one project, also of the same names, and leave the other's alone", async () => {
    const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
    harness.emulator.projects.create({ _id: projectId, name: "shared", nextRuleUpdateInterval: 300 });
    await harness.declare(zonesOf(projectId, 5));
    // Neither sees what the other makes.
    let looking = 0;
    harness.guard(async (request, work) => {
      const answer = await work();
      if (request.method === "GET" && new URL(request.url).pathname === "/zones") {
        looking += 1;
        while (looking < 2) await sleep(10);
      }
      return answer;
    });
    for (const { code, printed } of await Promise.all([up("one"), up("other")])) {
      expect(code, printed).to.equal(0);
    }
    const { ids: idsIn } = zones(5);
    const ids = [await harness.state("--stack", "one"), await harness.state("--stack", "other")].map(idsIn);
    expect(ids.map(({ length }) => length)).to.deep.equal([5, 5]);
    expect(idsOf(harness.emulator.zones.list())).to.have.members(ids.flat());

    const destroyed = await harness.run("destroy", "--yes", "--skip-preview", "--stack", "other");
    expect(destroyed.code, destroyed.printed).to.equal(0);
    const looked = await harness.run("preview", "--refresh", "--expect-no-changes", "--stack", "one");
    expect(looked.code, looked.printed).to.equal(0);
  });
});

describe("what the console changes while we update", function () {
  this.timeout(300_000);
  let harness: Harness;

  before(async () => {
    harness = await openHarness();
  });
  beforeEach(() => harness.reset());
  after(() => harness.close());

  /** Makes a zone of each name, and then updates them all while the console changes each of them. */
  const updated = async (edits: Readonly<Record<string, Edit>>) => {
    await harness.declare(cafes(Object.keys(edits), 600));
    const made = await harness.run("up", "--yes", "--skip-preview");
    expect(made.code, made.printed).to.equal(0);
    await harness.age();
    await harness.declare(cafes(Object.keys(edits), 900));
    harness.emulator.requests.clear();
    harness.guard(async (request, work) => {
      const id = new URL(request.url).pathname.replace("/zones/", "");
      const edit = edits[harness.emulator.zones.get(id)?.name ?? ""];
      if (edit?.asWe === request.method) {
        if (edit.change === "delete") harness.emulator.zones.delete(id);
        else harness.emulator.zones.update(id, edit.change);
      }
      return await work();
    });
    return await harness.run("up", "--yes", "--skip-preview");
  };
  const zone = (name: string) => harness.emulator.zones.list().find((each) => each.name === name);

  it("is told where it is written over, and stays where the program does not declare it", async () => {
    const { code, printed } = await updated({
      same: { asWe: "GET", change: (held) => ({ ...held, minimumRetriggerTime: 1200 }) },
      another: { asWe: "GET", change: (held) => ({ ...held, customData: { store: "9" } }) },
      foreign: { asWe: "GET", change: (held) => ({ ...held, tags: ["summer"] }) },
      late: { asWe: "PUT", change: (held) => ({ ...held, tags: ["summer"] }) },
    });
    expect(code, printed).to.equal(0);
    expect(printed).to.contain(
      'Zone "same": minimumRetriggerTime was changed outside this program: expected 600, found 1200, written 900.',
    );
    expect(printed).to.match(
      /Zone "another": customData\S* was changed outside this program, and is written over\./,
    );
    expect(printed).not.to.match(/Zone "(foreign|late)": /);
    const all = harness.emulator.zones.list();
    expect(all.map(({ minimumRetriggerTime }) => minimumRetriggerTime)).to.deep.equal([900, 900, 900, 900]);
    expect(all.map(({ customData }) => customData?.["store"])).to.deep.equal(["1", "1", "1", "1"]);
    expect(zone("foreign")?.tags).to.deep.equal(["summer"]);
    // The API has no way to write only what has not changed since: this is the one instant in which an edit is lost.
    const { requests } = harness.emulator;
    const ofLate = requests.filter(({ path }) => path === `/zones/${zone("late")?._id ?? ""}`);
    expect(ofLate.map(({ method }) => method)).to.deep.equal(["GET", "PUT"]);
    expect(zone("late")?.tags).to.equal(undefined);
  });

  it("is an error that says what to do where it is gone, and is there again once after that", async () => {
    const { code, printed } = await updated({
      "gone before": { asWe: "GET", change: "delete" },
      "gone after": { asWe: "PUT", change: "delete" },
    });
    expect(code).not.to.equal(0);
    expect(printed).to.match(
      /Zone "gone \w+" \(\S+\) no longer exists; run `pulumi up --refresh` to make it again/,
    );
    harness.guard((_request, work) => work());
    const again = await harness.run("up", "--yes", "--skip-preview", "--refresh");
    expect(again.code, again.printed).to.equal(0);
    expect(harness.emulator.zones.list().map(({ name }) => name)).to.have.members([
      "gone before",
      "gone after",
    ]);
  });
});

interface Edit {
  /** The request of ours before whose work it comes. */
  readonly asWe: "GET" | "PUT";
  readonly change: ((zone: StoredZone) => StoredZone) | "delete";
}

const fences = `[{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 }]`;

function zonesOf(projectId: string, count: number): string {
  return `const bluedot = require("pulumi-bluedot");
for (let at = 0; at < ${count}; at++) {
  new bluedot.Zone("zone-" + at, { projectId: "${projectId}", minimumRetriggerTime: 600, geofeatures: ${fences} });
}
`;
}

function cafes(names: readonly string[], minimumRetriggerTime: number): string {
  return `const bluedot = require("pulumi-bluedot");
const project = new bluedot.Project("coffee");
for (const name of ${JSON.stringify(names)}) {
  new bluedot.Zone(name, {
    projectId: project.id,
    minimumRetriggerTime: ${minimumRetriggerTime},
    geofeatures: ${fences},
    customData: { store: "1" },
  });
}
`;
}

function idsOf(all: readonly StoredZone[]): string[] {
  return all.map(({ _id }) => _id);
}
