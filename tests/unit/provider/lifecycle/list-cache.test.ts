import { expect } from "chai";

import { BluedotError } from "../../../../provider/errors";
import { isObject, type JsonObject } from "../../../../provider/json";
import { read } from "../../../../provider/lifecycle/read";
import { stateOf } from "../../../../provider/lifecycle/state";
import { zone as definition } from "../../../../provider/zone/definition";
import { circle, zone } from "../samples";
import { refusal } from "./stand-in";
import { openFixtures, type Fixtures } from "../ownership/fixtures";

const ids = (count: number) => Array.from({ length: count }, (_each, at) => `zone-${at}`);

describe("a refresh", () => {
  let fixtures: Fixtures;
  const states = new Map<string, JsonObject>();
  const open = (count: number, options: Parameters<typeof openFixtures>[0] = {}) => {
    fixtures = openFixtures(options);
    for (const id of ids(count)) {
      const found = fixtures.add(id, { name: id });
      states.set(id, stateOf(fixtures.operation, zone({ name: id }), found, id));
    }
  };
  const refresh = (id: string) => read(fixtures.operation, id, states.get(id) ?? {});
  const refreshAll = (count: number) => Promise.all(ids(count).map(refresh));
  const isAsIt = async (id: string) => {
    expect(await refresh(id)).to.deep.include({ id, props: states.get(id) });
  };

  const sizes: [zones: number, pageSize: number, lists: number, gets: number][] = [
    [1, 100, 0, 1],
    [3, 100, 0, 3],
    [4, 100, 1, 0],
    [100, 100, 1, 0],
    [101, 100, 2, 0],
    [1000, 100, 10, 0],
  ];
  for (const [zones, pageSize, lists, gets] of sizes) {
    it(`of ${zones} zones takes ${lists} pages of the list and ${gets} requests for one zone`, async () => {
      open(zones, { pageSize });
      const seen = await refreshAll(zones);
      expect(seen.map(({ id }) => id)).to.deep.equal(ids(zones));
      expect(seen.map(({ props }) => props)).to.deep.equal(ids(zones).map((id) => states.get(id)));
      expect(fixtures.requests.filter((request) => request === "GET /zones")).to.have.length(lists);
      expect(fixtures.requests).to.have.length(lists + gets);
    });
  }

  it("of many zones one after another reads the list at the fourth", async () => {
    open(10);
    for (const id of ids(10)) await isAsIt(id);
    expect(fixtures.requests).to.deep.equal([
      "GET /zones/zone-0",
      "GET /zones/zone-1",
      "GET /zones/zone-2",
      "GET /zones",
    ]);
  });

  it("takes nothing for gone that the list alone lacks", async () => {
    open(10);
    fixtures.next("GET /zones", (work) => {
      const answer = work();
      return { ...answer, body: Array.isArray(answer.body) ? answer.body.slice(1) : [] };
    });
    expect((await refreshAll(10)).map(({ id }) => id)).to.deep.equal(ids(10));
    expect(fixtures.requests).to.deep.equal(["GET /zones", "GET /zones/zone-0"]);
  });

  it("says that a zone is gone which neither has", async () => {
    open(10);
    fixtures.zones.delete("zone-3");
    const seen = await refreshAll(10);
    expect(seen[3]).to.deep.equal({});
    expect(seen.filter(({ id }) => id !== undefined)).to.have.length(9);
  });

  it("believes no news of a list that lags behind", async () => {
    open(10);
    fixtures.next("GET /zones", (work) => {
      const answer = work();
      const [first, ...others] = Array.isArray(answer.body) ? answer.body : [];
      const outdated = isObject(first) ? { ...first, minimumRetriggerTime: 60 } : {};
      return { ...answer, body: [outdated, ...others] };
    });
    const [seen] = await refreshAll(10);
    expect(seen?.props).to.deep.equal(states.get("zone-0"));
  });

  it("believes a list that told the truth ten times", async () => {
    open(50);
    for (const found of fixtures.zones.values()) found["minimumRetriggerTime"] = 60;
    const seen: unknown[] = [];
    for (const id of ids(50)) seen.push((await refresh(id)).inputs?.["minimumRetriggerTime"]);
    expect(seen).to.deep.equal(ids(50).map(() => 60));
    expect(fixtures.requests.filter((request) => request !== "GET /zones")).to.have.length(3 + 10);
  });

  it("asks anew for what was written since the list was read", async () => {
    open(10);
    await refreshAll(10);
    fixtures.lists.touched(definition, "zone-7");
    fixtures.zones.set(
      "zone-7",
      zone({ _id: "zone-7", name: "zone-7", geofeatures: [circle({ _id: "x", radius: 9 })] }),
    );
    const { props } = await refresh("zone-7");
    expect(props?.["geofeatures"]).to.deep.equal([circle({ radius: 9 })]);
    expect(fixtures.requests.at(-1)).to.equal("GET /zones/zone-7");
  });

  it("asks for each zone where the account may not see the list", async () => {
    open(10);
    fixtures.next("GET /zones", () => {
      throw new BluedotError("not-allowed", "no", { status: 403 });
    });
    expect((await refreshAll(10)).map(({ id }) => id)).to.deep.equal(ids(10));
    expect(fixtures.requests).to.have.length(11);
  });

  it("fails as a whole where the list cannot be had now, and asks again later", async () => {
    open(10);
    fixtures.next("GET /zones", () => {
      throw new BluedotError("unavailable", "The API could not answer.", { status: 503 });
    });
    const endings = await Promise.allSettled(ids(10).map(refresh));
    expect(endings.map(({ status }) => status)).to.deep.equal(ids(10).map(() => "rejected"));
    expect((await refusal(refresh("zone-1"))).message).to.equal("The API could not answer.");
    expect(fixtures.requests).to.have.length(1);
    await fixtures.clock.sleep(11_000);
    await isAsIt("zone-1");
  });
});

describe("a list of the API that is asked for again", () => {
  it("is read once for all who ask while another one is under way, and not before that one is over", async () => {
    const fixtures = openFixtures();
    const fresh = () => fixtures.lists.fresh(definition, zone());
    const first = fresh();
    fixtures.add("late");
    const [one, two, three] = await Promise.all([first, fresh(), fresh()]);
    expect(fixtures.requests).to.deep.equal(["GET /zones", "GET /zones"]);
    expect([...(two?.keys() ?? [])]).to.deep.equal(["late"]);
    expect(three).to.equal(two);
    expect(one).to.not.equal(two);
  });
});
