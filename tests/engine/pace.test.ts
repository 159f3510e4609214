/** A slow server is used to its full, and one that answers nothing is left alone; both by a clock that passes as it is waited for. */
import { expect } from "chai";

import type { Transport } from "../../provider/api/http";
import { openPlugin, openService, type Plugin, type Service } from "./fast-plugin";
import { project, zoneNamed } from "./lost-answers";

/** The time that an answer is on its way, in milliseconds. */
const LATENCY = 80;

describe("a run against a server", function () {
  this.timeout(120_000);

  function pluginOf({ emulator, clock, carry }: Service): Plugin {
    const transport: Transport = async (request) => {
      const outcome = await carry(request);
      await clock.sleep(LATENCY);
      return outcome;
    };
    return openPlugin({ account: emulator, clock, transport });
  }
  const storesOf = (count: number) => Array.from({ length: count }, (_, at) => zoneNamed(`store ${at}`));

  for (const retryAfter of ["seconds", "date", "none"] as const) {
    it(`of 10 requests a second (Retry-After: ${retryAfter}) makes 2,000 zones in at most 1.1 times its time, with at most 1.02 requests each`, async () => {
      const service = await openService();
      const { emulator, clock } = service;
      emulator.seed({ projects: [project] });
      emulator.fault({ kind: "rateLimit", requestsPerSecond: 10, burst: 10, retryAfter });
      const plugin = pluginOf(service);
      const begun = clock.now();
      await Promise.all(storesOf(2000).map((store) => plugin.create(store)));
      expect(emulator.zones.size()).to.equal(2000);
      const seconds = (clock.now() - begun) / 1000;
      expect(seconds, "seconds").to.be.at.most(1.1 * 200);
      expect(emulator.requests.length, "requests").to.be.at.most(1.02 * 2000);
    });
  }

  const operations: readonly [
    what: string,
    run: (
      plugin: Plugin,
      id: string,
      outs: Awaited<ReturnType<Plugin["create"]>>["outs"],
      at: number,
    ) => Promise<unknown>,
  ][] = [
    ["creates", (plugin, _id, _outs, at) => plugin.create(zoneNamed(`new ${at}`))],
    ["refreshes", (plugin, id, outs) => plugin.read(id, outs)],
    ["updates", (plugin, id, outs) => plugin.update(id, outs, { ...outs, minimumRetriggerTime: 900 })],
    ["deletes", (plugin, id, outs) => plugin.delete(id, outs)],
  ];
  for (const signedIn of [true, false]) {
    for (const [what, run] of operations) {
      it(`that answers everything with 503 ${signedIn ? "after the sign-in" : "from the start"} fails 1,000 ${what} within 60 s, with one summary and hardly a request more than they are`, async () => {
        const service = await openService();
        const { emulator, clock } = service;
        emulator.seed({ projects: [project] });
        const plugin = pluginOf(service);
        const { id, outs } = await pluginOf(service).create(zoneNamed("first"));
        if (signedIn && what === "creates") await plugin.create(zoneNamed("second"));
        else if (signedIn) await plugin.read(id, outs);
        emulator.requests.clear();
        emulator.fault({ kind: "status", status: 503, times: "forever" });
        const begun = clock.now();
        const endings = await Promise.allSettled(
          Array.from({ length: 1000 }, (_, at) => run(plugin, id, outs, at)),
        );
        expect(endings.filter(({ status }) => status === "fulfilled")).to.have.length(0);
        expect((clock.now() - begun) / 1000, "seconds").to.be.at.most(60);
        expect(emulator.requests.length, "requests").to.be.at.most(1100);
        const summaries = plugin.warnings.filter((each) => each.includes("The API fails too often"));
        expect(summaries).to.have.length(1);
      });
    }
  }
});
