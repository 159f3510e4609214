import { expect } from "chai";

import { openPlugin, openService } from "../../engine/fast-plugin";
import { standIn } from "../../unit/provider/lifecycle/stand-in";
import { openFixtures } from "../../unit/provider/ownership/fixtures";
import { circle, zone } from "../../unit/provider/samples";
import type { JsonObject } from "../../../provider/json";
import { create } from "../../../provider/lifecycle/create";
import { planOf } from "../../../provider/set/plan";
import { stateOfSet } from "../../../provider/set/state";
import { openObjectClient } from "../../../provider/set/object-client";
import { zoneSet } from "../../../provider/zone-set/definition";
import { zone as definition } from "../../../provider/zone/definition";

describe("reads that lag behind a create", () => {
  it("D11: what was created moments ago is waited for, and not taken for gone", async () => {
    const { plugin, emulator, clock, news } = await lagging(40_000);
    const { id, outs } = await plugin.create(news);
    const from = clock.now();
    const seen = await plugin.read(id, outs);
    expect([seen.id, seen.props]).to.deep.equal([id, outs]);
    expect(clock.now() - from).to.be.within(39_000, 50_000);
    expect(emulator.zones.size()).to.equal(1);
  });

  it("D11: an update finds what was created moments ago", async () => {
    const { plugin, emulator, news } = await lagging(40_000);
    const { id, outs } = await plugin.create(news);
    const { outs: changed } = await plugin.update(id, outs, { ...news, tags: ["new"] });
    expect(changed).to.deep.equal({ ...outs, tags: ["new"] });
    expect(emulator.zones.get(id)?.tags).to.deep.equal(["new"]);
  });

  it("D11: a create whose answer says too little finds what it created", async () => {
    const found = zone({ _id: "1", geofeatures: [circle({ _id: "fence" })] });
    const { operation, calls } = standIn(definition, [[201, { _id: "1" }], [404], [404], [200, found]]);
    expect((await create(operation, zone())).outs).to.deep.include({
      zoneId: "1",
      fenceIds: { door: "fence" },
    });
    expect(calls.map(({ method }) => method)).to.deep.equal(["POST", "GET", "GET", "GET"]);
  });

  it("D11: a refresh keeps when it was created, and so does an update", async () => {
    const { plugin, clock, news } = await lagging(0);
    const { id, outs } = await plugin.create(news);
    expect(outs["$created"]).to.equal(Math.floor(clock.now() / 1000));
    clock.pass(5_000);
    const { outs: changed } = await plugin.update(id, outs, { ...news, tags: ["new"] });
    const { props, inputs } = await plugin.read(id, changed);
    expect([changed["$created"], props?.["$created"]]).to.deep.equal([outs["$created"], outs["$created"]]);
    expect(inputs).not.to.have.property("$created");
  });

  for (const [what, age, least, most] of [
    ["moments ago", 0, 40_000, 50_000],
    ["half a minute ago", 30_000, 10_000, 20_000],
    ["a minute ago", 60_000, 0, 2_000],
  ] as const)
    it(`D11: what was created ${what} and is deleted is gone after the rest of 45 seconds`, async () => {
      const { plugin, emulator, clock, news } = await lagging(0);
      const { id, outs } = await plugin.create(news);
      emulator.zones.delete(id);
      clock.pass(age);
      const from = clock.now();
      expect(await plugin.read(id, outs)).to.deep.equal({});
      expect(clock.now() - from).to.be.within(least, most);
    });

  for (const [what, created] of [
    ["does not say when it was created", undefined],
    ["says so in another form", "today"],
  ] as const)
    it(`D11: what is gone is gone at once where the state ${what}`, async () => {
      const { plugin, emulator, clock, news } = await lagging(0);
      const { id, outs } = await plugin.create(news);
      const { $created, ...rest } = outs;
      expect($created).to.be.a("number");
      emulator.zones.delete(id);
      const from = clock.now();
      const state = created === undefined ? rest : { ...rest, $created: created };
      expect(await plugin.read(id, state)).to.deep.equal({});
      expect(clock.now() - from).to.be.below(2_000);
    });

  it("D11: a clock that was a year ahead makes nobody wait for longer", async () => {
    const { plugin, emulator, clock, news } = await lagging(0);
    const { id, outs } = await plugin.create(news);
    emulator.zones.delete(id);
    const from = clock.now();
    const created = Number(outs["$created"]) + 365 * 86_400;
    expect(await plugin.read(id, { ...outs, $created: created })).to.deep.equal({});
    expect(clock.now() - from).to.be.below(50_000);
  });
});

describe("reads of a set's objects that lag behind a create", () => {
  const created = { $created: 1_000 };
  /** The API finds the zone at the third look. */
  const lateZone = () => {
    const fixtures = openFixtures();
    const found = fixtures.add("1");
    const absent = () => ({ status: 404, body: { errorType: "NotFoundError" }, headers: {} });
    for (let look = 0; look < 2; look += 1) fixtures.next("GET /zones/1", absent);
    const objects = openObjectClient({ ...fixtures.operation, timeOfDay: () => 1_000_000 });
    return { objects, found, requests: fixtures.requests };
  };

  it("D11: a refresh waits for an object of a set that was written moments ago", async () => {
    const { objects, found } = lateZone();
    expect(await objects.read("1", found, created)).to.deep.equal(found);
  });

  it("D11: an update of such a set finds its object, and creates no other", async () => {
    const { objects, found, requests } = lateZone();
    await objects.update("1", { ...found, ...created }, found);
    expect(requests.filter((request) => request.startsWith("POST"))).to.deep.equal([]);
  });

  it("D11: an object of a set that was written long ago, or by an earlier version, is gone at once", async () => {
    const states: JsonObject[] = [{ $created: 900 }, {}];
    for (const state of states) {
      const { objects, found, requests } = lateZone();
      expect(await objects.read("1", found, state)).to.equal(undefined);
      expect(requests).to.deep.equal(["GET /zones/1"]);
    }
  });

  it("D11: the state of a set keeps when it was written, and its plan has it for what is changed", () => {
    const held = [{ key: "1", id: "1", parts: {}, text: "{}", isWhole: false }];
    const state = stateOfSet(zoneSet, { ...created, projectId: "p" }, held);
    expect(state).to.deep.include(created);
    const { steps } = planOf(zoneSet, state, held, { projectId: "p", zones: { 1: "{}" } });
    expect(steps.map((step) => step.do === "update" && step.before)).to.have.nested.property(
      "[0].$created",
      1_000,
    );
  });
});

async function lagging(ms: number) {
  const { emulator, clock, carry: transport } = await openService();
  const projectId = emulator.projects.create({ name: "Shops" })._id;
  emulator.fault({ kind: "readLag", ms });
  const plugin = openPlugin({ account: emulator, clock, transport });
  return { plugin, emulator, clock, news: zone({ projectId }) };
}
