import { expect } from "chai";

import { BluedotError } from "../../../provider/errors";
import { isObject, type JsonObject } from "../../../provider/json";
import { diff } from "../../../provider/lifecycle/diff";
import { PartialStateError } from "../../../provider/lifecycle/partial-state-error";
import type { Operation } from "../../../provider/lifecycle/context";
import { read } from "../../../provider/lifecycle/read";
import { update } from "../../../provider/lifecycle/update";
import { planOf } from "../../../provider/set/plan";
import { createSet, updateSet, type SetOperation } from "../../../provider/set/operations";
import { PartialFailure } from "../../../provider/set/partial-failure";
import { readSet } from "../../../provider/set/read";
import { recordedIn } from "../../../provider/set/state";
import { openObjectClient } from "../../../provider/set/object-client";
import { openProgress } from "../../../provider/api/progress";
import { zone as definition } from "../../../provider/zone/definition";
import { zoneSet } from "../../../provider/zone-set/definition";
import { refusal, standIn } from "../../unit/provider/lifecycle/stand-in";
import { circle, zone } from "../../unit/provider/samples";

const id = "11111111-1111-4111-8111-111111111111";
const action = { type: "urlAction", url: "https://example.com", title: "Hi" };
const speed = { type: "speed", minimumSpeed: 5 };

/** One zone of the API, whose next changes are done and not answered. */
function openApi(first: JsonObject) {
  const api = { held: first, lost: 0, isLate: false };
  const { operation: plain, warnings } = standIn(definition, []);
  const account = {
    ...plain.account(),
    session: {
      send: ({ method, body = {} }: { method: string; body?: JsonObject }) => {
        const { shouldSync, ...rest } = body;
        if (method === "POST") {
          const made = { ...rest, _id: id, geofeatures: [circle({ _id: "fence-1" })] };
          api.held = made;
          return Promise.resolve({ status: 201, body: made, headers: {} });
        }
        if (method === "PUT") {
          expect(shouldSync).to.equal(false);
          if (!api.isLate) api.held = rest;
          if (api.lost > 0) {
            api.lost -= 1;
            return Promise.reject(new BluedotError("unavailable", "no answer", { maybeDone: true }));
          }
        }
        return Promise.resolve({ status: 200, body: api.held, headers: {} });
      },
    },
  };
  const operation: Operation = { ...plain, account: () => account };
  return { api, operation, warnings };
}

const held = (changes: JsonObject = {}) =>
  zone({ _id: id, geofeatures: [circle({ _id: "fence-1" })], ...changes });
const state = (changes: JsonObject = {}) => zone({ zoneId: id, fenceIds: { door: "fence-1" }, ...changes });

const before = { tags: ["one"], customData: { floor: "1" } };
const sent = { tags: ["two"], actions: [action], conditions: [speed], minimumRetriggerTime: 900 };

describe("an update whose answer was lost", () => {
  const lose = async (isDone: boolean) => {
    const opened = openApi(held(before));
    opened.api.lost = 1;
    opened.api.isLate = !isDone;
    const error = await refusal(update(opened.operation, id, state(before), zone(sent)));
    if (!(error instanceof PartialStateError)) throw error;
    opened.api.isLate = false;
    return { ...opened, recorded: error.properties };
  };

  it("A11: is named in the state by its properties, without what was sent", async () => {
    const { recorded } = await lose(true);
    expect(recorded).to.deep.include({ ...before, minimumRetriggerTime: 600 });
    const names = JSON.stringify(recorded["$pending"]);
    for (const name of ["tags", "customData", "actions", "conditions", "minimumRetriggerTime"])
      expect(names).to.contain(`"${name}"`);
    expect(JSON.stringify(recorded)).to.not.contain("example.com");
  });

  const later: [what: string, program: JsonObject][] = [
    ["went back", before],
    ["stayed", sent],
    ["declares something else by then", { tags: ["three"], conditions: [{ ...speed, minimumSpeed: 9 }] }],
  ];
  for (const isDone of [true, false]) {
    for (const [what, program] of later) {
      for (const isRefreshed of [true, false]) {
        const title = `${isDone ? "was done" : "was not done"}, ${isRefreshed ? "after a refresh" : "at once"}`;
        it(`A11: is put right by a program that ${what}, where it ${title}`, async () => {
          const { api, operation, warnings, recorded } = await lose(isDone);
          const { props = recorded } = isRefreshed ? await read(operation, id, recorded) : {};
          const verdict = diff(definition, props, zone(program));
          expect(verdict).to.deep.equal({ changes: true, replaces: [] });
          const { outs } = await update(operation, id, props, zone(program));
          const { name, projectId, geofeatures, minimumRetriggerTime } = zone();
          const unset = { tags: [], conditions: [], actions: [], customData: {} };
          const expected = { ...unset, name, projectId, minimumRetriggerTime, ...program };
          for (const [key, value] of Object.entries(expected))
            expect(api.held[key] ?? Reflect.get(unset, key), key).to.deep.equal(value);
          expect(geofeatures).to.have.length(1);
          expect(outs).to.not.have.property("$pending");
          expect(diff(definition, outs, zone(program)).changes).to.equal(false);
          expect(warnings, "blames nobody").to.deep.equal([]);
        });
      }
    }
  }

  it("A11: stays open where the next one is lost too, with what both have sent", async () => {
    const { api, operation, recorded } = await lose(true);
    api.lost = 1;
    const second = await refusal(
      update(operation, id, recorded, zone({ ...before, extraFields: { laterField: 1 } })),
    );
    if (!(second instanceof PartialStateError)) throw second;
    await update(operation, id, second.properties, zone(before));
    expect(api.held["laterField"]).to.equal(undefined);
    expect(api.held["actions"] ?? []).to.deep.equal([]);
    expect(api.held["tags"]).to.deep.equal(["one"]);
  });

  it("A11: is no news where it changed nothing that is declared", async () => {
    const { api, operation } = openApi(held({ tags: ["theirs"] }));
    api.lost = 1;
    expect(
      await refusal(update(operation, id, state({ tags: ["one"] }), zone({ tags: ["one"] }))),
    ).to.be.instanceOf(BluedotError);
  });
});

describe("an update of a set in which an answer was lost", () => {
  const text = (changes: JsonObject) => {
    const { projectId, name, ...own } = zone(changes);
    expect([projectId, name]).to.not.include(undefined);
    return JSON.stringify(own);
  };
  const news = (changes: JsonObject) => ({
    projectId: zone()["projectId"] ?? null,
    zones: { cafe: text(changes) },
    $name: "stores",
  });

  for (const isRefreshed of [true, false]) {
    for (const isDone of [true, false]) {
      const title = `${isDone ? "was done" : "was not done"}, ${isRefreshed ? "after a refresh" : "at once"}`;
      it(`A11: is put right by a program that went back, where it ${title}`, async () => {
        const { api, operation: ofZones, warnings } = openApi({});
        const operation: SetOperation = {
          set: zoneSet,
          open: () => ({ client: openObjectClient(ofZones), atOnce: 4, account: ofZones.account() }),
          log: () => undefined,
          progress: openProgress({ now: () => 0, show: () => undefined, startTimer: () => undefined }),
          listen: () => ({ isAsked: () => false, close: () => undefined }),
        };
        const { id: setId, outs } = await createSet(operation, news(before));
        warnings.length = 0;
        Object.assign(api, { lost: 1, isLate: !isDone });
        const error = await refusal(updateSet(operation, setId, outs, news(sent)));
        if (!(error instanceof PartialFailure)) throw error;
        api.isLate = false;
        const props = isRefreshed
          ? (await readSet(operation, setId, error.properties)).props
          : error.properties;
        expect(planOf(zoneSet, props, recordedIn(props), news(before)).isNeeded).to.equal(true);
        const last = await updateSet(operation, setId, props, news(before));
        expect([api.held["tags"], api.held["actions"] ?? [], api.held["conditions"] ?? []]).to.deep.equal([
          ["one"],
          [],
          [],
        ]);
        expect(isObject(api.held) && api.held["customData"]).to.deep.equal({ floor: "1" });
        expect(planOf(zoneSet, last.outs, recordedIn(last.outs), news(before)).isNeeded).to.equal(false);
        expect(warnings).to.deep.equal([]);
      });
    }
  }
});
