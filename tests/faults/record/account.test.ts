import { expect } from "chai";

import { BluedotError } from "../../../provider/errors";
import type { JsonObject } from "../../../provider/json";
import { OtherAccount, hasMoved } from "../../../provider/lifecycle/account-record";
import { create } from "../../../provider/lifecycle/create";
import { deleteObject } from "../../../provider/lifecycle/delete";
import { read } from "../../../provider/lifecycle/read";
import { update } from "../../../provider/lifecycle/update";
import { diff } from "../../../provider/lifecycle/diff";
import type { Configuration } from "../../../provider/configuration";
import { createSet, deleteSet, updateSet, type SetOperation } from "../../../provider/set/operations";
import { readSet } from "../../../provider/set/read";
import { openProgress } from "../../../provider/api/progress";
import { zone as definition } from "../../../provider/zone/definition";
import { zoneSet } from "../../../provider/zone-set/definition";
import { plain, refusal, standIn } from "../../unit/provider/lifecycle/stand-in";
import { circle, zone } from "../../unit/provider/samples";
import { fakeObjects } from "../../unit/provider/set/fake-objects";

const id = "11111111-1111-4111-8111-111111111111";
const held = zone({ _id: id, geofeatures: [circle({ _id: "fence-1" })] });

/** Each test has a place of its own: what is said once is said once a process. */
let places = 0;
const placed = () => {
  places += 1;
  const [there, here] = [`https://there-${places}.example`, `https://here-${places}.example`];
  const recorded = { $account: { endpoint: there, email: "old@example.com" } };
  return { there, here, state: zone({ zoneId: id, fenceIds: { door: "fence-1" }, ...recorded }) };
};

type Answers = Parameters<typeof standIn>[1];
const at = (settings: Partial<Configuration>, answers: Answers = []) =>
  standIn(definition, answers, settings);

describe("the account that a state records", () => {
  it("A8: is recorded by create, update and read, and by a first look", async () => {
    const $account = { endpoint: plain.baseUrl, email: plain.email };
    const { operation } = at({}, [
      [201, held],
      [200, held],
      [200, held],
      [200, held],
    ]);
    const { outs } = await create(operation, zone());
    expect(outs).to.deep.include({ $account });
    const { $account: left, ...older } = outs;
    expect(left).to.deep.equal($account);
    expect((await update(operation, id, older, zone())).outs).to.deep.equal(outs);
    expect(await read(operation, id, older)).to.deep.equal({ id, props: outs, inputs: zone() });
    expect((await read(operation, id, {})).props).to.deep.include({ $account });
  });

  const works: [
    what: string,
    work: (operation: ReturnType<typeof at>["operation"], state: JsonObject) => Promise<unknown>,
  ][] = [
    ["a refresh", (operation, state) => read(operation, id, state)],
    ["an update", (operation, state) => update(operation, id, state, zone({ tags: ["new"] }))],
    ["a deletion", (operation, state) => deleteObject(operation, id, state)],
    [
      "a preview",
      (operation, state) =>
        new Promise((resolve) => {
          resolve(hasMoved(operation.account, 'Zone "cafe"', state));
        }),
    ],
  ];
  for (const [what, work] of works) {
    it(`A8: stops ${what} at another address before any request, with the ways out`, async () => {
      const { there, here, state } = placed();
      const { operation, calls } = at({ baseUrl: here });
      const { message } = await refusal(work(operation, state));
      expect(message).to.equal(
        `Zone "cafe" was made at ${there}, and is not looked for at ${here}, which this run is configured for. ` +
          "Set bluedot:region or bluedot:endpoint back, or use a stack of its own for another account. " +
          `Only where the same account has moved to another address: run \`pulumi up\` once with bluedot:movedFrom set to ${there}.`,
      );
      expect(calls).to.deep.equal([]);
    });
  }

  it("A8: is looked past where bluedot:movedFrom names the address, and the new one is recorded", async () => {
    const { there, here, state } = placed();
    const { operation, calls } = at({ baseUrl: here, movedFrom: there }, [[200, held]]);
    const isMoved = hasMoved(operation.account, "Zone", state);
    expect(diff(definition, state, zone(), isMoved).changes).to.equal(true);
    const { outs } = await update(operation, id, state, zone());
    expect(outs).to.deep.include({ $account: { endpoint: here, email: plain.email } });
    expect(calls.map(({ method }) => method)).to.deep.equal(["GET"]);
    expect(hasMoved(operation.account, "Zone", outs)).to.equal(false);
  });

  for (const [what, work] of works.slice(0, 3)) {
    it(`A8: keeps what another sign-in does not find: ${what}`, async () => {
      const { there, state } = placed();
      const email = `new-${places}@example.com`;
      const { operation } = at({ baseUrl: there, email }, [[404]]);
      const { message } = await refusal(work(operation, state));
      expect(message).to.equal(
        `Zone "cafe" (${id}) was not found by ${email}, and was made or last seen by old@example.com, so it is not taken for deleted. ` +
          "Sign in as old@example.com again, or use a stack of its own for another account. " +
          "Only where both sign in to the same account: run again with bluedot:movedFrom set to old@example.com.",
      );
    });
  }

  it("A8: takes what another sign-in does not find for gone where bluedot:movedFrom names the one before", async () => {
    const { there, state } = placed();
    const { operation } = at({ baseUrl: there, movedFrom: "Old@example.com" }, [[404], [404]]);
    expect(await read(operation, id, state)).to.deep.equal({});
    await deleteObject(operation, id, state);
  });

  it("A8: goes with another sign-in that finds it, and records that one", async () => {
    const { there, state } = placed();
    const { operation } = at({ baseUrl: there }, [[200, held]]);
    const { props } = await read(operation, id, state);
    expect(props).to.deep.include({ $account: { endpoint: there, email: plain.email } });
  });

  it("A8: fails a refresh of a thousand resources with one error, which names one of them", async () => {
    const { here, state } = placed();
    const { operation, calls } = at({ baseUrl: here });
    const all = Array.from({ length: 1_000 }, (_each, one) =>
      read(operation, id, { ...state, name: `store ${one}` }),
    );
    const results = await Promise.allSettled(all);
    const failures = results.filter(({ status }) => status === "rejected");
    expect(failures.length).to.equal(1);
    const last = { props: { ...state, name: "store 999" }, inputs: zone({ name: "store 999" }) };
    expect(await all[999]).to.deep.equal({ id, ...last });
    expect(calls).to.deep.equal([]);
  });

  it("A8: is short of a second resource that the engine does not go past", async () => {
    const { there, here, state } = placed();
    const { operation } = at({ baseUrl: here });
    await refusal(deleteObject(operation, id, state));
    const error = await refusal(deleteObject(operation, id, { ...state, name: "bar" }));
    expect(error).to.be.instanceOf(OtherAccount);
    expect(error.message).to.equal(
      `Zone "bar" was made at ${there} too, and is not looked for at ${here}; see the error of Zone "cafe".`,
    );
  });

  it("A8: is no matter in a preview without credentials, and for a state that has none", () => {
    const missing = () => {
      throw new BluedotError("configuration", "no password");
    };
    expect(hasMoved(missing, "Zone", placed().state)).to.equal(false);
    expect(hasMoved(at({}).operation.account, "Zone", zone())).to.equal(false);
  });
});

describe("the account that the state of a set records", () => {
  const open = (api: ReturnType<typeof fakeObjects>, settings: Partial<Configuration>): SetOperation => ({
    set: zoneSet,
    open: () => ({ client: api, atOnce: 4, account: { configuration: { ...plain, ...settings } } }),
    log: () => undefined,
    progress: openProgress({ now: () => 0, show: () => undefined, startTimer: () => undefined }),
    listen: () => ({ isAsked: () => false, close: () => undefined }),
  });
  const text = (radius = 40) =>
    JSON.stringify({ minimumRetriggerTime: 600, geofeatures: [circle({ radius })] });
  const news = (zones: JsonObject) => ({
    projectId: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
    zones,
    $name: "stores",
  });
  const made = async (settings: Partial<Configuration>) => {
    const api = fakeObjects();
    const { outs } = await createSet(open(api, settings), news({ a: text(), b: text() }));
    api.asked.length = 0;
    return { api, state: outs };
  };

  it("A8: stops everything at another address", async () => {
    const { there, here } = placed();
    const { api, state } = await made({ baseUrl: there });
    const operation = open(api, { baseUrl: here });
    const works = [
      () => readSet(operation, "id", state),
      () => updateSet(operation, "id", state, news({})),
      () => deleteSet(operation, "id", state),
    ];
    for (const work of works) expect((await refusal(work())).message).to.contain(`was made at ${there}`);
    expect(api.asked).to.deep.equal([]);
  });

  it("A8: has all looked at where bluedot:movedFrom names the address, and records the new one", async () => {
    const { there, here } = placed();
    const { api, state } = await made({ baseUrl: there });
    const operation = open(api, { baseUrl: here, movedFrom: there });
    const { outs } = await updateSet(operation, "id", state, news({ a: text(), b: text() }));
    expect(api.asked.toSorted()).to.deep.equal(["change a", "change b"]);
    expect(outs).to.deep.equal({ ...state, $account: { endpoint: here, email: plain.email } });
  });

  it("A8: keeps what another sign-in does not find, and is that of the first until all is seen", async () => {
    const { there } = placed();
    const { api, state } = await made({ baseUrl: there, email: "old@example.com" });
    const operation = open(api, { baseUrl: there, email: `new-${places}@example.com` });
    const { outs } = await updateSet(operation, "id", state, news({ a: text(50), b: text() }));
    expect(outs).to.deep.include({ $account: { endpoint: there, email: "old@example.com" } });
    const { props } = await readSet(operation, "id", outs);
    expect(props).to.deep.include({ $account: { endpoint: there, email: `new-${places}@example.com` } });
    api.all.clear();
    expect((await refusal(readSet(operation, "id", outs))).message).to.contain("was not found by new-");
  });
});
