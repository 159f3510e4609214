/** A token that ends before any operation, in the middle of a list or on a clock that is wrong costs one sign-in and nothing else. */
import { expect } from "chai";

import type { Transport } from "../../provider/api/http";
import { openPlugin, openService, type Plugin, type Service } from "./fast-plugin";
import { project, zoneNamed } from "./lost-answers";

const HOUR = 3_600_000;
const TEN_MINUTES = 600_000;

describe("a token that ends", () => {
  const signIns = ({ emulator }: Service) => emulator.count({ method: "POST", path: "/sessions" });
  const refused = ({ emulator }: Service) => emulator.count({ status: 401 });

  async function begin(ahead = 0, pageSize = 100): Promise<Service> {
    const service = await openService({ pageSize }, ahead);
    service.emulator.seed({ projects: [project] });
    return service;
  }
  const pluginOf = ({ emulator, clock, carry }: Service, transport: Transport = carry): Plugin =>
    openPlugin({ account: emulator, clock, transport });

  /** Every operation in turn, twice. */
  async function everything(plugin: Plugin, before: () => void): Promise<number> {
    let operations = 0;
    const next = <Result>(work: () => Promise<Result>): Promise<Result> => {
      operations += 1;
      before();
      return work();
    };
    for (const name of ["cafe", "bar"]) {
      const { id, outs } = await next(() => plugin.create(zoneNamed(name)));
      await next(() => plugin.read(id, outs));
      await next(() => plugin.update(id, outs, { ...zoneNamed(name), minimumRetriggerTime: 900 }));
      await next(() => plugin.delete(id, outs));
    }
    return operations;
  }

  for (const [title, ahead] of [
    ["right", 0],
    ["10 minutes ahead", TEN_MINUTES],
    ["10 minutes behind", -TEN_MINUTES],
  ] as const) {
    it(`before every operation costs one sign-in each, and no refusal, on a clock that is ${title}`, async () => {
      const service = await begin(ahead);
      const operations = await everything(pluginOf(service), () => service.clock.pass(HOUR));
      expect(signIns(service)).to.equal(operations);
      expect(refused(service)).to.equal(0);
    });

    it(`before its time and before every operation costs one sign-in and one refusal each, on a clock that is ${title}`, async () => {
      const service = await begin(ahead);
      const operations = await everything(pluginOf(service), () => service.emulator.expireTokens());
      expect(signIns(service)).to.equal(operations);
      expect(refused(service)).to.equal(operations - 1);
    });
  }

  it("costs one sign-in for a clock that is put forward, or back, in the middle of a run", async () => {
    for (const [jump, passes] of [
      [TEN_MINUTES, 50 * 60_000],
      [-TEN_MINUTES, HOUR],
    ] as const) {
      let jumped = 0;
      const service = await begin();
      const { clock } = service;
      const plugin = openPlugin({
        account: service.emulator,
        clock: { now: () => clock.now() + jumped, sleep: (milliseconds) => clock.sleep(milliseconds) },
        transport: service.carry,
      });
      const { id, outs } = await plugin.create(zoneNamed("cafe"));
      clock.pass(passes);
      jumped = jump;
      await plugin.read(id, outs);
      await plugin.read(id, outs);
      expect(signIns(service), `${jump}`).to.equal(2);
    }
  });

  it("under 50 operations at once costs one sign-in", async () => {
    const service = await begin();
    const plugin = pluginOf(service);
    await plugin.create(zoneNamed("first"));
    service.emulator.expireTokens();
    const names = Array.from({ length: 50 }, (_, at) => `store ${at}`);
    await Promise.all(names.map((name) => plugin.create(zoneNamed(name))));
    expect(signIns(service)).to.equal(2);
    expect(service.emulator.zones.size()).to.equal(51);
  });

  it("before each page of a list costs one sign-in a page, and the list is whole", async () => {
    const service = await begin(0, 5);
    const { emulator } = service;
    const made = await makeMany(pluginOf(service), 23);
    emulator.requests.clear();
    const transport: Transport = async (request) => {
      const outcome = await service.carry(request);
      if (request.method === "GET" && "status" in outcome && outcome.status === 200) emulator.expireTokens();
      return outcome;
    };
    const plugin = pluginOf(service, transport);
    const seen = await Promise.all(made.map(({ id, outs }) => plugin.read(id, outs)));
    expect(seen.map(({ id }) => id)).to.deep.equal(made.map(({ id }) => id));
    expect(emulator.count({ method: "GET", path: "/zones", status: 200 })).to.equal(5);
    expect(signIns(service)).to.equal(5);
  });
});

/** Creates `count` zones. Returns the data that a state records of them. */
async function makeMany(plugin: Plugin, count: number) {
  return Promise.all(Array.from({ length: count }, (_, at) => plugin.create(zoneNamed(`store ${at}`))));
}
