/** A set whose objects the API refuses, each for the same reason. */
import { expect } from "chai";

import { BluedotError } from "../../../provider/errors";
import { openRunSummary } from "../../../provider/api/run-summary";
import type { FakeObjects } from "../../unit/provider/set/fake-objects";
import { network, openStandIn, zone } from "../../unit/provider/set/stand-in";

const atOnce = 4;
const MOST = 20 + atOnce;

/** As the API answers a zone whose destination does not exist. */
const noDestination = (key: string, id: string) =>
  new BluedotError(
    "refused",
    `Zone "${key}": POST /zones was refused (400 ValidationError: destinationId: ${id} does not exist); correct it in the program and run again.`,
    { status: 400 },
  );

/** Zones that each name a destination of their own. */
const leading = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`store-${at + 1}`, zone({ destinationId: `D${at}-x` })]),
  );

function refuseAll({ faults }: FakeObjects, what: string, keys: readonly string[]): void {
  for (const key of keys)
    faults.set(`${what} ${key}`, noDestination(key, `D${Number(key.split("-")[1]) - 1}-x`));
}

describe("a set that is refused again and again", () => {
  it("D14: begins nothing more after twenty equal refusals, whatever each calls its object", async () => {
    const { api, up } = openStandIn(atOnce);
    const zones = leading(2_992);
    refuseAll(api, "make", Object.keys(zones));
    const error = await up(zones);
    expect(api.asked).to.have.length.within(20, MOST);
    expect(error?.message).to.match(/\n {2}2,9\d\d not begun: 20 in a row failed for the same reason/);
  });

  it("D14: shows equal reasons as one line with a count and the first ten keys", async () => {
    const { api, up } = openStandIn(atOnce);
    const zones = leading(2_992);
    refuseAll(api, "make", Object.keys(zones));
    const [, first = "", second = "", ...others] = (await up(zones))?.message.split("\n") ?? [];
    expect(first).to.match(
      /^ {2}Zone "store-1": .* run again \(and 2\d more for the same reason: (store-\d+, ){10}and 1\d more\)\.$/,
    );
    expect(second).to.match(/^ {2}2,9\d\d not begun: /);
    expect(others).to.have.length(1);
  });

  it("D14: does the same for changes and for deletions", async () => {
    for (const what of ["change", "remove"] as const) {
      const { api, up } = openStandIn(atOnce);
      const zones = leading(300);
      await up(zones);
      api.asked.length = 0;
      refuseAll(api, what, Object.keys(zones));
      await up(what === "remove" ? {} : network(300, { tags: ["x"] }));
      expect(api.asked, what).to.have.length.within(20, MOST);
    }
  });

  it("D14: does not stop for a block of faulty objects, wherever it stands, and names each of them", async () => {
    for (const from of [1, 1_480, 2_963]) {
      const { api, up, recorded } = openStandIn(1);
      const faulty = Array.from({ length: 30 }, (_, at) => `store-${from + at}`);
      refuseAll(api, "make", faulty);
      const error = await up(leading(2_992));
      expect(Object.keys(recorded() ?? {}), `from ${from}`).to.have.length(2_962);
      expect(error?.message).to.contain("(and 29 more for the same reason: ");
    }
  });

  it("D14: keeps what is done, and does the rest once the reason is gone", async () => {
    const { api, up, recorded } = openStandIn(1);
    await up(leading(10));
    const zones = leading(300);
    refuseAll(api, "make", Object.keys(zones).slice(10));
    await up(zones);
    expect(Object.keys(recorded() ?? {})).to.have.length(10);
    api.faults.clear();
    expect(await up(zones)).to.equal(undefined);
    expect(api.all.size).to.equal(300);
  });

  it("D14: goes on where the reasons differ, and shows each", async () => {
    const { api, up } = openStandIn(1);
    const keys = Object.keys(leading(60));
    keys.forEach((key, at) => {
      const [status, words] = [
        [400, "radius: too small"],
        [400, "name: too long"],
        [409, "name: too long"],
      ][at % 3] ?? [0, ""];
      const reason = `Zone "${key}": it was refused (${words}).`;
      api.faults.set(`make ${key}`, new BluedotError("refused", reason, { status: Number(status) }));
    });
    const { message = "" } = (await up(leading(60))) ?? {};
    expect(api.asked).to.have.length(60);
    expect(message.match(/\(and 19 more for the same reason/g)).to.have.length(3);
  });

  it("D15: counts what failed apart from what is done, in its progress", async () => {
    const standIn = openStandIn(1);
    standIn.tick = 1_500;
    for (const at of [1, 2, 3]) standIn.api.faults.set(`make store-${at}`, new Error("it was refused."));
    await standIn.up(network(20));
    expect(standIn.logged).to.deep.equal([
      'ZoneSet "stores": 4 of 20 done, 3 failed.',
      'ZoneSet "stores": 11 of 20 done, 3 failed.',
    ]);
  });

  it("D15: does so in the progress of requests", () => {
    let sentence = () => "";
    const progress = {
      reportWhile: <Result>(work: Promise<Result>) => work,
      watch: (next: () => string) => {
        sentence = next;
        return { begin: () => undefined, end: () => undefined };
      },
    };
    const report = openRunSummary({ progress, warn: () => undefined });
    const [first, second] = [report.begun(), report.begun(), report.begun()];
    first();
    second({ outage: undefined, isRetried: false });
    expect(sentence()).to.match(/: 1 of 3 requests are done, 1 failed$/);
  });
});
