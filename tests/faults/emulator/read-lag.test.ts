import { expect } from "chai";

import { openPlugin, openService } from "../../engine/fast-plugin";
import { standIn } from "../../unit/provider/lifecycle/stand-in";
import { circle, zone } from "../../unit/provider/samples";
import { create } from "../../../provider/lifecycle/create";
import { zone as definition } from "../../../provider/zone/lifecycle";

describe("reads that lag behind a create", () => {
  it("D11: what was created moments ago is waited for, and not taken for gone", async () => {
    const { plugin, emulator, clock, news } = await lagging(40_000);
    const { id, outs } = await plugin.create(news);
    const from = clock.now();
    const seen = await plugin.read(id, outs);
    expect([seen.id, seen.props]).to.deep.equal([id, outs]);
    expect(clock.now() - from).to.be.within(39_000, 60_000);
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
    expect(outs["__created"]).to.equal(Math.floor(clock.now() / 1000));
    clock.pass(5_000);
    const { outs: changed } = await plugin.update(id, outs, { ...news, tags: ["new"] });
    const { props, inputs } = await plugin.read(id, changed);
    expect([changed["__created"], props?.["__created"]]).to.deep.equal([
      outs["__created"],
      outs["__created"],
    ]);
    expect(inputs).not.to.have.property("__created");
  });

  for (const [what, age, least, most] of [
    ["moments ago", 0, 55_000, 65_000],
    ["half a minute ago", 30_000, 25_000, 35_000],
    ["a minute ago", 60_000, 0, 2_000],
  ] as const)
    it(`D11: what was created ${what} and is deleted is gone after the rest of a minute`, async () => {
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
      const { __created, ...rest } = outs;
      expect(__created).to.be.a("number");
      emulator.zones.delete(id);
      const from = clock.now();
      const state = created === undefined ? rest : { ...rest, __created: created };
      expect(await plugin.read(id, state)).to.deep.equal({});
      expect(clock.now() - from).to.be.below(2_000);
    });

  it("D11: a clock that was a year ahead makes nobody wait for more than a minute", async () => {
    const { plugin, emulator, clock, news } = await lagging(0);
    const { id, outs } = await plugin.create(news);
    emulator.zones.delete(id);
    const from = clock.now();
    const created = Number(outs["__created"]) + 365 * 86_400;
    expect(await plugin.read(id, { ...outs, __created: created })).to.deep.equal({});
    expect(clock.now() - from).to.be.below(65_000);
  });
});

async function lagging(ms: number) {
  const { emulator, clock, carry: transport } = await openService();
  const projectId = emulator.projects.create({ name: "Shops" })._id;
  emulator.fault({ kind: "readLag", ms });
  const plugin = openPlugin({ account: emulator, clock, transport });
  return { plugin, emulator, clock, news: zone({ projectId }) };
}
