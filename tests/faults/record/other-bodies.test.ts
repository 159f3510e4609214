import { expect } from "chai";

import { BluedotError } from "../../../provider/errors";
import type { JsonObject } from "../../../provider/json";
import { create } from "../../../provider/lifecycle/create";
import { PartialStateError } from "../../../provider/lifecycle/partial-state-error";
import { read } from "../../../provider/lifecycle/read";
import { update } from "../../../provider/lifecycle/update";
import { created } from "../../../provider/ownership/create-answer";
import { createOnce } from "../../../provider/ownership/create-once";
import { byId } from "../../../provider/lookups/queries/find";
import { destination as destinationDefinition } from "../../../provider/destination/definition";
import { user as userDefinition } from "../../../provider/user/definition";
import { zone as definition } from "../../../provider/zone/definition";
import { refusal, standIn } from "../../unit/provider/lifecycle/stand-in";
import { openFixtures } from "../../unit/provider/ownership/fixtures";
import { circle, zone } from "../../unit/provider/samples";

const id = "11111111-1111-4111-8111-111111111111";
const otherId = "22222222-2222-4222-8222-222222222222";
const held = (changes: JsonObject = {}) =>
  zone({ _id: id, geofeatures: [circle({ _id: "fence-1" })], ...changes });
const other = held({ _id: otherId, name: "bar", tags: ["theirs"] });
const state = zone({ zoneId: id, fenceIds: { door: "fence-1" } });

describe("an answer about another object", () => {
  const elsewhere =
    `Zone "cafe": the answer to GET /zones/${id} is about another Zone (${otherId}), so nothing was taken from it; ` +
    "look for a proxy or a cache between this machine and the API, and run again.";

  it("A13: is no answer to a GET: a refresh fails", async () => {
    const { operation } = standIn(definition, [[200, other]]);
    const error = await refusal(read(operation, id, state));
    expect(error).to.include({ kind: "unreadable", message: elsewhere });
  });

  it("A13: is no answer to a GET: a first look, the option import and a function fail", async () => {
    const { operation } = standIn(definition, [
      [200, other],
      [200, other],
      [200, other],
    ]);
    expect((await refusal(read(operation, id, {}))).message).to.contain("is about another Zone");
    const news = zone({ $import: { id, as: "cafe" } });
    expect((await refusal(create(operation, news))).message).to.equal(elsewhere);
    const asking = { name: "getZone", session: operation.account().session };
    expect((await refusal(byId(asking, definition, id))).message).to.contain("is not the zone of that id");
  });

  it("A13: is no answer to a GET: an update fails and writes nothing", async () => {
    const { operation, calls } = standIn(definition, [[200, other]]);
    const error = await refusal(update(operation, id, state, zone({ tags: ["new"] })));
    expect(error).to.include({ kind: "unreadable", message: elsewhere, maybeDone: false });
    expect(calls.map(({ method }) => method)).to.deep.equal(["GET"]);
  });

  it("A13: is no answer to a PUT: what may have been written is open", async () => {
    const { operation } = standIn(definition, [
      [200, held()],
      [200, other],
    ]);
    const error = await refusal(update(operation, id, state, zone({ tags: ["new"] })));
    if (!(error instanceof PartialStateError)) throw error;
    expect(error.message).to.match(/PUT .* is about another Zone .* not known whether the change was made/);
    expect(error.properties).to.deep.include({ ...state, $pending: [["tags"]] });
    expect(JSON.stringify(error.properties)).to.not.contain("theirs");
  });

  it("A13: is asked for where the answer to a PUT names no object", async () => {
    const { _id, ...nameless } = held({ tags: ["new"] });
    const { operation, calls } = standIn(definition, [
      [200, held()],
      [200, nameless],
      [200, held({ tags: ["new"] })],
    ]);
    await update(operation, _id === id ? id : "", state, zone({ tags: ["new"] }));
    expect(calls.map(({ method }) => method)).to.deep.equal(["GET", "PUT", "GET"]);
  });

  const answers: [what: string, body: JsonObject, before: string[]][] = [
    ["has another name", other, []],
    ["was there before", held(), [id]],
  ];
  for (const [what, body, before] of answers) {
    it(`A13: is no answer to a POST: one that ${what}`, async () => {
      const { operation, calls } = standIn(definition, [
        [201, body],
        [201, body],
        [201, body],
      ]);
      const { lists, ...account } = operation.account();
      const listed = new Map(before.map((each) => [each, held({ name: "bar" })]));
      const first = () => Promise.resolve(before.length === 0 ? undefined : listed);
      const list = { ...lists, first, fresh: first };
      let now = 0;
      const clock = { now: () => (now += 60_000), sleep: () => Promise.resolve() };
      const error = await refusal(
        create({ ...operation, clock, account: () => ({ ...account, lists: list }) }, zone()),
      );
      expect(error).to.be.instanceOf(BluedotError);
      expect(error).to.include({ kind: "unreadable", maybeDone: true });
      expect(error.message).to.contain("the answer to POST /zones is about another Zone");
      expect(new Set(calls.map(({ method }) => method))).to.not.include("PUT");
    });
  }

  it("A13: is none where the API only spells the name its own way", () => {
    const answer = (body: JsonObject) => ({ status: 201, body, headers: {} });
    const call = (body: JsonObject) => ({ method: "POST" as const, path: "/zones", body, subject: "Zone" });
    const made = created(
      definition,
      call({ name: " Café  noir" }),
      answer(held({ name: "Cafe\u0301 noir" })),
      undefined,
    );
    expect(made.id).to.equal(id);
    const ada = { _id: id, email: "ada@example.com" };
    expect(created(userDefinition, call({ email: "Ada@Example.com" }), answer(ada), new Map()).id).to.equal(
      id,
    );
  });

  it("A13: is no answer to a POST of a Destination where it has another destinationId", () => {
    const call = {
      method: "POST" as const,
      path: "/destinations",
      body: { destinationId: "store-1", name: "store" },
      subject: "Destination",
    };
    const answer = { status: 201, body: { destinationId: "store-2", name: "store" }, headers: {} };
    expect(() => created(destinationDefinition, call, answer, undefined)).to.throw(
      "is about another Destination (store-2)",
    );
  });

  describe("A13: of the name of the one that was sent, made since the list was read", () => {
    /** The answer to the next POST is about that one; `isOurs` where a resource of this program has made it. */
    const answeredWith = (isDone: boolean, isOurs = false) => {
      const fixtures = openFixtures();
      fixtures.next("POST /zones", (work) => {
        if (isDone) work();
        if (isOurs) fixtures.hold("theirs");
        return { status: 201, body: fixtures.add("theirs", { minimumRetriggerTime: 60 }), headers: {} };
      });
      return fixtures;
    };

    it("is no answer to a POST, where the list has the one that was sent", async () => {
      const { operation, requests } = answeredWith(true);
      expect((await createOnce(operation, zone())).id).to.equal("made-1");
      expect(requests).to.deep.equal(["GET /zones", "POST /zones", "GET /zones"]);
    });

    it("is the object itself, where the list has no other: an API may store values in its own way", async () => {
      const { operation } = answeredWith(false);
      expect((await createOnce(operation, zone())).id).to.equal("theirs");
    });

    it("is an error, where another resource has it or no list can be read", async () => {
      const taken = answeredWith(false, true);
      const unread = answeredWith(true);
      unread.next("GET /zones", (work) => {
        unread.next("GET /zones", () => Promise.reject(new BluedotError("unavailable", "not now")));
        return work();
      });
      for (const { operation } of [taken, unread]) {
        const error = await refusal(createOnce(operation, zone()));
        expect(error).to.include({ kind: "unreadable", maybeDone: true, objectId: "theirs" });
        expect(error.message).to.match(
          /names theirs, which has other values than were sent; look for the new Zone/,
        );
      }
    });
  });

  it("A13: is no answer to a POST: one of another Project", () => {
    const body = { projectId: "a", name: "cafe" };
    const call = { method: "POST" as const, path: "/zones", body, subject: "Zone" };
    const answer = { status: 201, body: { ...body, _id: otherId, projectId: "b" }, headers: {} };
    expect(() => created(definition, call, answer, undefined)).to.throw("is about another Zone");
  });
});
