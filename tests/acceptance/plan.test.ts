/** Pins the format of plans and states, which Pulumi does not promise, to the CLI that is installed. */
import { expect } from "chai";

import { readPlan } from "../../plan/preview";
import { readStack } from "../../plan/stack";
import type { ZoneSource } from "../../plan/zone-source";
import { openEveryChange, type EveryChange } from "./every-change";

/** Label → what happens to it, with `, drifted` where somebody changed it elsewhere. */
function changesOf({ zones, hidden }: ZoneSource): Record<string, string> {
  return Object.fromEntries([
    ...zones.map(
      ({ label, change, isDrifted }) => [label, isDrifted ? `${change}, drifted` : change] as const,
    ),
    ...hidden.map(({ label, change, reason }) => [label, `${change}, hidden: ${reason}`] as const),
  ]);
}

const unchanged = ["in-component", "kept", 'kept-stores["kept"]', 'stores["kept"]'];

const planned = {
  ...Object.fromEntries(unchanged.map((label) => [label, "same"])),
  beacon: "same, hidden: beacons only",
  created: "create",
  deleted: "delete",
  moved: "move",
  replaced: "update",
  "secret-data": "move",
  "secret-place": "move, hidden: secret",
  'stores["created"]': "create",
  'stores["deleted"]': "delete",
  'stores["later"]': "update, hidden: known after up",
  'stores["moved"]': "move",
  'stores["secret"]': "same, hidden: secret",
  'stores["updated"]': "update",
  "unknown-place": "create, hidden: known after up",
  updated: "update",
};

const withDrift = {
  ...planned,
  drifted: "drift, drifted",
  "drifted-and-changed": "move, drifted",
  "drifted-deleted": "drift, drifted",
  "drifted-settings": "drift, drifted",
  'stores["drifted"]': "drift, drifted",
  'stores["drifted-deleted"]': "drift, drifted",
};

const withoutDrift = {
  ...planned,
  drifted: "same",
  "drifted-and-changed": "update",
  "drifted-deleted": "same",
  "drifted-settings": "same",
  'stores["drifted"]': "same",
  'stores["drifted-deleted"]': "same",
};

describe("a plan of the real CLI with every kind of change", function () {
  this.timeout(180_000);
  let stack: EveryChange;
  let second: Record<string, string>;
  const preview = async (args: string[] = [], environment: Record<string, string> = {}) =>
    stack.pulumi(["preview", "--json", ...args], { ...second, ...environment });

  before(async () => {
    stack = await openEveryChange();
    const { emulator } = stack;
    const idsOf = (name: string) =>
      emulator.zones.list().flatMap((zone) => (zone.name === name ? [zone._id] : []));
    for (const id of [...idsOf("drifted"), ...idsOf("drifted-and-changed")]) {
      emulator.zones.update(id, (zone) => ({
        ...zone,
        geofeatures: zone.geofeatures.map((each) => ({ ...each, radius: 99 })),
      }));
    }
    for (const id of idsOf("drifted-settings"))
      emulator.zones.update(id, (zone) => ({ ...zone, minimumRetriggerTime: 1200 }));
    for (const id of idsOf("drifted-deleted")) emulator.zones.delete(id);
    second = { PROGRAM: "second", LOOKED_UP: stack.idOf("in-component") };
  });
  after(() => stack.close());

  it("tells by zone what up would do, and what somebody changed elsewhere", async () => {
    const { stdout } = await preview(["--show-sames", "--refresh"]);
    const plan = readPlan(stdout, "plan.json");
    expect(changesOf(plan)).to.deep.equal(withDrift);
    expect(plan.notes).to.deep.equal([
      "Zones that are replaced, and get another id: replaced.",
      "Zones that the program looks up, and that are not in the plan: looked-up.",
    ]);
    const find = (label: string) => plan.zones.find((zone) => zone.label === label);
    expect(find("moved")?.before?.geofeatures[0]).to.deep.include({ name: "door", radius: 40 });
    expect(find("moved")?.after?.geofeatures[0]).to.deep.include({ name: "door", radius: 60 });
    expect(find("drifted")?.before?.geofeatures[0]).to.deep.include({ radius: 99 });
    expect(find("drifted-deleted")).to.not.have.property("before");
    expect(find("replaced")?.settings).to.deep.equal([{ property: "projectId" }]);
    expect(find("updated")?.settings).to.deep.equal([
      { property: "minimumRetriggerTime", before: "600 s", after: "3600 s" },
      { property: "triggerOnExit", before: "false", after: "true" },
      { property: "conditions", before: "none", after: "timeActive 09:00:00–17:00:00" },
      { property: "tags", before: "old", after: "new, old" },
      { property: "customData" },
    ]);
    expect(JSON.stringify(plan)).to.not.contain("canary");
  });

  it("has no drift without --refresh, and says so", async () => {
    const { stdout } = await preview(["--show-sames"]);
    const plan = readPlan(stdout, "plan.json");
    expect(changesOf(plan)).to.deep.equal(withoutDrift);
    expect(plan.notes.join("\n")).to.contain("add --refresh");
  });

  it("lacks what is unchanged without --show-sames, and says so, also where the program runs first", async () => {
    const { stdout } = await preview(["--refresh", "--run-program"]);
    const plan = readPlan(stdout, "plan.json");
    const left = new Set(["in-component", "kept", 'kept-stores["kept"]', "beacon"]);
    const changed = Object.fromEntries(Object.entries(withDrift).filter(([label]) => !left.has(label)));
    expect(changesOf(plan)).to.deep.equal(changed);
    expect(plan.notes).to.include(
      "The plan has only some unchanged zones, such as those of sets that change; add --show-sames.",
    );
  });

  it("is refused as a stream of events, which holds secrets in clear", async () => {
    const { stdout } = await preview([], { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" });
    expect(stdout).to.contain("canary-data");
    expect(() => readPlan(stdout, "plan.json")).to.throw(/events.*secrets in clear.*delete this file/);
  });

  it("is refused in the text form", async () => {
    const { stdout } = await stack.pulumi(["preview"], second);
    expect(() => readPlan(stdout, "plan.txt")).to.throw(/text form/);
  });

  it("is refused, with the preview's own errors, if the preview failed", async () => {
    const { code, stdout } = await preview(["--show-sames"], { BLUEDOT_PASSWORD: "canary-password" });
    expect(code).to.not.equal(0);
    expect(() => readPlan(stdout, "plan.json"))
      .to.throw(/broke off/)
      .with.property("message")
      .that.contains("refused to sign in")
      .and.does.not.contain("canary");
  });

  it("stands beside the stack's state, which holds all zones", async () => {
    const { stdout } = await stack.pulumi(["stack", "export"]);
    const state = readStack(stdout, "stack.json");
    const created = ["created", 'stores["created"]', "unknown-place"];
    const labels = Object.keys(withDrift).filter((label) => !created.includes(label));
    expect(Object.keys(changesOf(state))).to.have.members(labels);
    expect(JSON.stringify(state)).to.not.contain("canary");
  });
});
