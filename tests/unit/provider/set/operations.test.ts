import { expect } from "chai";

import { destinationSet } from "../../../../provider/destination-set/definition";
import { BluedotError, OUTAGE_AFTER, type BluedotErrorKind } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { PartialStateError } from "../../../../provider/lifecycle/partial-state-error";
import { objectIn, textsIn } from "../../../../provider/set/definition";
import { PartialFailure } from "../../../../provider/set/partial-failure";
import { recordedIn } from "../../../../provider/set/state";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { network, openStandIn, projectId, zone } from "./stand-in";

const refused = (name: string) => new BluedotError("refused", `Zone "${name}": it was refused.`);
const failing = (kind: BluedotErrorKind) => new BluedotError(kind, `it is ${kind}.`);

describe("a set", () => {
  it("makes what is declared, each with all its arguments", async () => {
    const { api, up, recorded, state } = openStandIn();
    expect(await up({ a: zone(), b: zone({ name: "two" }) })).to.equal(undefined);
    expect(recorded()).to.deep.equal({ a: "id-1", b: "id-2" });
    expect(
      [...api.all.values()].map(({ name, projectId, triggerOnExit }) => [name, projectId, triggerOnExit]),
    ).to.deep.equal([
      ["a", projectId, false],
      ["two", projectId, false],
    ]);
    expect(recordedIn(state() ?? {})[0]?.parts).to.deep.equal({ door: "id-1 door" });
  });

  it("asks nothing of what has not changed", async () => {
    const { api, up, recorded } = openStandIn();
    await up({ a: zone(), b: zone(), c: zone() });
    api.asked.length = 0;
    expect(await up({ a: zone(), b: zone({ tags: ["x"] }), d: zone() })).to.equal(undefined);
    expect(api.asked.sort()).to.deep.equal(["change b", "make d", "remove c"]);
    expect(recorded()).to.deep.equal({ a: "id-1", b: "id-2", d: "id-4" });
  });

  it("deletes only when all else has ended", async () => {
    const { api, up } = openStandIn();
    await up(network(8));
    api.asked.length = 0;
    await up({ ...network(4, { tags: ["x"] }), a: zone(), b: zone() });
    expect(api.asked.map((asked) => asked.split(" ")[0])).to.deep.equal([
      ...["make", "make", "change", "change", "change", "change"],
      ...["remove", "remove", "remove", "remove"],
    ]);
  });

  it("makes again what is gone when it comes to change it", async () => {
    const { api, up, recorded } = openStandIn();
    await up({ a: zone() });
    api.all.clear();
    await up({ a: zone({ tags: ["x"] }) });
    expect([recorded(), api.all.size]).to.deep.equal([{ a: "id-2" }, 1]);
  });

  it("works on so many at once, and no more", async () => {
    const { api, up } = openStandIn(7);
    await up(network(50));
    expect(api.most()).to.equal(7);
  });

  it("deletes all that it holds, and leaves for the next time what it could not", async () => {
    const { api, up, destroy, recorded } = openStandIn();
    await up(network(3));
    api.faults.set("remove store-2", refused("store-2"));
    expect((await destroy())?.message).to.equal(
      'ZoneSet "stores": 2 done, 1 left:\n  Zone "store-2": it was refused.\nRun the same command again to delete the rest; to keep the set instead, run `pulumi up --refresh`, which creates again what is deleted.',
    );
    api.faults.clear();
    expect(await destroy()).to.equal(undefined);
    expect([api.all.size, recorded()]).to.deep.equal([0, undefined]);
  });
});

describe("a set that fails in part", () => {
  it("records what is done, says what is left, and does only that the next time", async () => {
    const { api, up, recorded } = openStandIn();
    api.faults.set("make store-2", refused("store-2"));
    const error = await up(network(5));
    expect(error).to.be.instanceOf(PartialFailure);
    expect(error?.message).to.equal(
      'ZoneSet "stores": 4 done, 1 left:\n  Zone "store-2": it was refused.\nWhat is done is kept; run `pulumi up` again to do the rest.',
    );
    expect(error).to.deep.include({ reasons: [error?.message] });
    expect(error).to.have.property("properties").that.includes({ projectId, $name: "stores" });
    expect(Object.keys(recorded() ?? {})).to.have.members(["store-1", "store-3", "store-4", "store-5"]);
    api.faults.clear();
    api.asked.length = 0;
    expect(await up(network(5))).to.equal(undefined);
    expect(api.asked).to.deep.equal(["make store-2"]);
  });

  it("keeps what it could not change or delete as it was", async () => {
    const { api, up } = openStandIn();
    await up({ a: zone(), b: zone(), c: zone() });
    api.faults.set("change a", refused("a")).set("remove c", refused("c"));
    await up({ a: zone({ tags: ["x"] }), b: zone({ tags: ["x"] }) });
    api.faults.clear();
    api.asked.length = 0;
    expect(await up({ a: zone({ tags: ["x"] }), b: zone({ tags: ["x"] }) })).to.equal(undefined);
    expect(api.asked).to.deep.equal(["change a", "remove c"]);
  });

  it("looks again at what exists and is not finished, under the id that is known", async () => {
    const { api, up, recorded } = openStandIn();
    api.faults.set("make a", new PartialStateError("no answer", "id-9", {}));
    await up({ a: zone(), b: zone() });
    expect(recorded()).to.deep.equal({ a: "id-9", b: "id-1" });
    api.faults.clear();
    api.asked.length = 0;
    api.all.set("id-9", {});
    expect(await up({ a: zone(), b: zone() })).to.equal(undefined);
    expect([api.asked, recorded()]).to.deep.equal([["change a"], { a: "id-9", b: "id-1" }]);
  });

  it("makes again what is gone before it was finished", async () => {
    const { api, up, recorded } = openStandIn();
    api.unfinished.add("make a");
    await up({ a: zone(), b: zone() });
    api.unfinished.clear();
    api.all.delete("id-1");
    expect(await up({ a: zone(), b: zone() })).to.equal(undefined);
    expect(recorded()).to.deep.equal({ a: "id-3", b: "id-2" });
  });

  for (const [what, fault] of [
    ["another is refused", refused("z")],
    ["nothing more is begun after an outage", failing("unreachable")],
  ] as const) {
    it(`has what came under another key by that key alone, also where ${what}`, async () => {
      const { api, up, recorded } = openStandIn(1);
      await up({ a: zone({ name: "x" }), b: zone({ name: "z" }), c: zone({ name: "v" }) });
      api.existing.set("y", "id-1");
      api.faults.set("make w", fault);
      const now = { d: zone({ name: "y" }), e: zone({ name: "w" }), b: zone({ name: "z" }) };
      expect(await up(now)).to.be.instanceOf(PartialFailure);
      expect(recorded()).to.include({ d: "id-1", b: "id-2" }).and.not.to.have.property("a");
      api.faults.clear();
      expect(await up(now)).to.equal(undefined);
      expect(recorded()).to.deep.equal({ d: "id-1", e: "id-4", b: "id-2" });
      expect([...api.all.keys()]).to.have.members(["id-1", "id-2", "id-4"]);
    });
  }

  it("shows again what is to be deleted where another has its key by now", async () => {
    const { api, up, refresh, recorded } = openStandIn(1, destinationSet);
    await up({ a: '{"destinationId":"x"}', b: '{"destinationId":"y"}' });
    api.faults.set("remove a", refused("a"));
    await up({ a: '{"destinationId":"y"}' });
    expect(recorded()).to.deep.equal({ a: "y" });
    expect((await refresh()).inputs["destinations"]).to.deep.equal({});
    api.faults.clear();
    expect(await up({ a: '{"destinationId":"y"}' })).to.equal(undefined);
    expect([...api.all.keys()]).to.deep.equal(["y"]);
  });

  it("leaves no trace where nothing at all was made", async () => {
    const { api, up, recorded } = openStandIn();
    api.faults.set("make", failing("not-allowed"));
    const error = await up(network(2));
    expect(error).to.be.instanceOf(BluedotError);
    expect(error).to.have.property("kind", "not-allowed");
    expect(recorded()).to.equal(undefined);
  });

  it("stops after an outage where what was created cannot be read again, and records it", async () => {
    const { api, up, recorded } = openStandIn(1);
    for (let at = 1; at <= 100; at++)
      api.faults.set(`make store-${at}`, new PartialStateError(failing("unavailable"), `made-${at}`, {}));
    expect(await up(network(100))).to.be.instanceOf(PartialFailure);
    expect(api.asked).to.have.length(OUTAGE_AFTER);
    expect(Object.values(recorded() ?? {}).filter((id) => id.startsWith("made-"))).to.have.length(
      OUTAGE_AFTER,
    );
  });

  it("shows ten reasons, counts the rest, and names a key that no reason names", async () => {
    const { api, up } = openStandIn();
    const reasons = "abcdefghijklmnopqrstuvwxyz".split("");
    for (const [at, reason] of reasons.entries())
      api.faults.set(`make store-${at + 1}`, new Error(`it was refused: ${reason}.`));
    const lines = (await up(network(1500)))?.message.split("\n") ?? [];
    expect(lines[0]).to.equal('ZoneSet "stores": 1,474 done, 26 left:');
    expect(lines[1]).to.equal('  "store-1": it was refused: a.');
    expect(lines.slice(11)).to.deep.equal([
      "  and 16 more that failed.",
      "What is done is kept; run `pulumi up` again to do the rest.",
    ]);
  });

  for (const kind of ["configuration", "authentication", "unreachable"] as const) {
    it(`begins nothing more once one is ${kind}, and deletes nothing`, async () => {
      const { api, up } = openStandIn();
      await up(network(3));
      api.asked.length = 0;
      api.faults.set("make", failing(kind));
      const zones = { ...network(100) };
      delete zones["store-1"];
      const error = await up(zones);
      expect(api.asked).to.have.length(4);
      expect(error?.message).to.match(
        /: 0 done, 98 left:\n.* \(and 3 more for the same reason: .*\n {2}94 not begun: what failed would have/,
      );
    });
  }

  for (const kind of ["unavailable", "throttled", "unanswered"] as const) {
    it(`begins nothing more after three in a row that are ${kind}`, async () => {
      const { api, up } = openStandIn(1);
      api.faults.set("make", failing(kind));
      await up(network(100));
      expect(api.asked).to.have.length(3);
    });

    it(`goes on after one that is ${kind}, whenever it is asked`, async () => {
      const { api, up, recorded } = openStandIn(1);
      for (const at of [1, 2, 4, 5, 7]) api.faults.set(`make store-${at}`, failing(kind));
      await up(network(100));
      expect(Object.keys(recorded() ?? {})).to.have.length(95);
    });
  }

  it("begins nothing more once the run is cancelled, and records what is done", async () => {
    const standIn = openStandIn();
    standIn.cancelAfter = 10;
    const error = await standIn.up(network(100));
    expect(error?.message).to.match(
      /^ZoneSet "stores": 1\d done, \d\d left:\n {2}\d\d not begun: the run was cancelled\./,
    );
    expect(standIn.api.all.size).to.equal(Object.keys(standIn.recorded() ?? {}).length);
    standIn.cancelAfter = Infinity;
    expect(await standIn.up(network(100))).to.equal(undefined);
    expect(standIn.api.asked).to.have.length(100);
  });

  it("that is cancelled when all is done has done all", async () => {
    const standIn = openStandIn();
    standIn.cancelAfter = 4;
    expect(await standIn.up(network(4))).to.equal(undefined);
  });
});

describe("the progress of a set", () => {
  it("is told every ten seconds", async () => {
    const standIn = openStandIn(1);
    standIn.tick = 1500;
    await standIn.up(network(2000));
    expect(standIn.logged.slice(0, 2)).to.deep.equal([
      'ZoneSet "stores": 7 of 2,000 done.',
      'ZoneSet "stores": 14 of 2,000 done.',
    ]);
  });

  it("is not told of what is quick", async () => {
    const standIn = openStandIn(1);
    standIn.tick = 10;
    await standIn.up(network(100));
    expect(standIn.logged).to.deep.equal([]);
  });
});

describe("a look at a set", () => {
  it("gives back the arguments as they were, letter by letter, where all is as declared", async () => {
    const { up, refresh, state } = openStandIn();
    const zones = {
      a: '{"geofeatures": [{"type":"circle","name":"door","center":{"latitude":1,"longitude":2},"radius":40}], "minimumRetriggerTime":600}',
      b: zone(),
    };
    await up(zones);
    const before = state();
    expect(await refresh())
      .to.have.property("inputs")
      .that.deep.equals({ projectId, zones, $name: "stores" });
    expect(state()).to.deep.equal(before);
  });

  it("shows what others have changed, and nothing that the program left to a default", async () => {
    const { api, up, refresh } = openStandIn();
    await up({ a: zone(), b: zone() });
    api.all.set("id-1", { ...api.all.get("id-1"), minimumRetriggerTime: 900, foreign: true });
    api.all.set("id-2", { ...api.all.get("id-2"), name: "other" });
    const { inputs } = await refresh();
    expect(declaredIn(inputs)).to.deep.equal({
      a: objectIn(zone({ minimumRetriggerTime: 900 })),
      b: objectIn(zone({ name: "other" })),
    });
  });

  it("leaves out what is gone, which is then made again", async () => {
    const { api, up, refresh, recorded } = openStandIn();
    await up({ a: zone(), b: zone() });
    api.all.delete("id-1");
    expect((await refresh()).inputs["zones"]).to.deep.equal({ b: zone() });
    await up({ a: zone(), b: zone() });
    expect(recorded()).to.deep.equal({ a: "id-3", b: "id-2" });
  });

  it("keeps what is not whole yet and shows that it is to be done", async () => {
    const { api, up, refresh, recorded } = openStandIn();
    api.faults.set("make a", new PartialStateError("no answer", "id-9", {}));
    await up({ a: zone(), b: zone() });
    api.all.set("id-9", { name: "a" });
    expect((await refresh()).inputs["zones"]).to.deep.equal({ b: zone() });
    expect(recorded()).to.deep.equal({ a: "id-9", b: "id-1" });
  });

  it("that fails for one is an error, and the state stays", async () => {
    const { api, up, refresh, state } = openStandIn();
    await up(network(100));
    const before = state();
    api.asked.length = 0;
    api.faults.set("look store-1", failing("unavailable"));
    const error = await refresh().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.have.property("kind", "unavailable");
    expect(state()).to.equal(before);
    expect(api.asked.length).to.be.below(10);
  });

  it("without a state is refused", async () => {
    const error = await openStandIn()
      .refresh()
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(error)
      .to.have.property("message")
      .that.matches(/a set cannot be looked up/);
  });
});

/** The objects that the texts of a set declare. */
function declaredIn(inputs: JsonObject): object {
  const texts = [...(textsIn(zoneSet, inputs) ?? [])];
  return Object.fromEntries(texts.map(([key, text]) => [key, objectIn(text)]));
}
