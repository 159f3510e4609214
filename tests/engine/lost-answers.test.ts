/** See lost-answers.ts. */
import { expect } from "chai";

import { openPlugin, openService } from "./fast-plugin";
import { losesNothing, project, zoneNamed } from "./lost-answers";

describe("creates whose answers are lost after the work", function () {
  this.timeout(60_000);

  it("are each made once, 100 at once", () => losesNothing({ count: 100, seed: 1 }));

  it("are each made once where all are declared alike", () =>
    losesNothing({ count: 40, seed: 2, nameOf: () => "store" }));

  it("are each made once where all are declared alike, and answers come in another order than the work was done", () =>
    losesNothing({
      count: 40,
      seed: 3,
      nameOf: () => "store",
      settings: { "bluedot:maxConcurrency": "100" },
      faults: [{ kind: "delay", ms: 100, when: "after", method: "POST", times: "forever", probability: 0.5 }],
    }));

  it("are each made once where the work comes late, no list can be had and the run is run again", async () => {
    const { emulator, clock, carry } = await openService();
    emulator.seed({ projects: [project] });
    const plugin = () => openPlugin({ account: emulator, clock, transport: carry });
    const first = plugin();
    await first.create(zoneNamed("other"));
    emulator.fault({ kind: "late", ms: 30_000, method: "POST", path: /^\/zones$/ });
    emulator.fault({ kind: "close", method: "GET", path: /^\/zones$/, times: 5 });
    const made = await first.create(zoneNamed("cafe")).catch(() => plugin().create(zoneNamed("cafe")));
    await clock.sleep(60_000);
    const cafes = emulator.zones.list().filter(({ name }) => name === "cafe");
    expect(cafes.map(({ _id }) => _id)).to.deep.equal([made.id]);
  });
});
