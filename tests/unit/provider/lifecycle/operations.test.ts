import { expect } from "chai";

import { BluedotError } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { create } from "../../../../provider/lifecycle/create";
import { deleteObject } from "../../../../provider/lifecycle/delete";
import { diff } from "../../../../provider/lifecycle/diff";
import { PartialStateError } from "../../../../provider/lifecycle/partial-state-error";
import { read } from "../../../../provider/lifecycle/read";
import { update } from "../../../../provider/lifecycle/update";
import { project as projectDefinition } from "../../../../provider/project/definition";
import { zone as zoneDefinition } from "../../../../provider/zone/definition";
import { box, circle, project, zone } from "../samples";
import { recordedAccount, refusal, standIn } from "./stand-in";

const id = "11111111-1111-4111-8111-111111111111";
const made = (changes: JsonObject = {}) =>
  zone({ _id: id, geofeatures: [circle({ _id: "fence-1" })], ...changes });
const state = (changes: JsonObject = {}) =>
  zone({ zoneId: id, fenceIds: { door: "fence-1" }, ...recordedAccount, ...changes });

const created = (changes: JsonObject = {}) => state({ $created: 0, ...changes });

describe("create", () => {
  it("records arguments and outputs from the answer to its POST", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[201, made()]]);
    expect(await create(operation, zone())).to.deep.equal({ id, outs: created() });
    expect(calls.map(({ method, body }) => [method, body])).to.deep.equal([
      ["POST", { ...zone(), shouldSync: false }],
    ]);
  });

  it("asks once more where the answer names no fences", async () => {
    const { operation, calls } = standIn(zoneDefinition, [
      [201, { _id: id }],
      [200, made()],
    ]);
    expect((await create(operation, zone())).outs).to.deep.equal(created());
    expect(calls.map(({ method }) => method)).to.deep.equal(["POST", "GET"]);
  });

  it("records a zone as a partial state where that second look fails", async () => {
    const { operation } = standIn(zoneDefinition, [[201, { _id: id }], new Error("no more")]);
    const error = await refusal(create(operation, zone()));
    expect(error).to.be.instanceOf(PartialStateError);
    expect(error).to.deep.include({
      id,
      properties: created({ fenceIds: {} }),
    });
    expect(error)
      .to.have.property("reasons")
      .that.satisfies((reasons: string[]) => /no more.*pulumi up/.test(reasons.join()));
  });

  it("says that a zone was probably made where the answer has no id", async () => {
    const { operation } = standIn(zoneDefinition, [[201, {}]]);
    const error = await refusal(create(operation, zone()));
    expect(error.message).to.match(
      /^Zone "cafe": the answer to POST \/zones \(status 201\) has no `_id`\. It has probably been created/,
    );
    expect(error).to.have.property("maybeDone", true);
  });

  it("finds what it made by the ids that stand in an answer which was cut", async () => {
    const cut = new BluedotError("unreadable", "cut", {
      status: 201,
      maybeDone: true,
      namedIds: ["fence-1", id],
    });
    const { operation, calls } = standIn(zoneDefinition, [cut, [404], [200, made()]]);
    expect(await create(operation, zone())).to.deep.equal({ id, outs: created() });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      "POST /zones",
      "GET /zones/fence-1",
      `GET /zones/${id}`,
    ]);
  });

  it("takes nothing of another name for what it made", async () => {
    const cut = new BluedotError("unreadable", "cut", { status: 201, maybeDone: true, namedIds: [id] });
    const { operation } = standIn(zoneDefinition, [cut, [200, made({ name: "other" })]]);
    expect((await refusal(create(operation, zone()))).message).to.equal(
      "cut: look for it in Bluedot's console before you run again.",
    );
  });

  it("gives the API's words where the project is not found", async () => {
    const answer = { errorType: "NotFoundError", errorMessages: { errorDescription: "No such project." } };
    const { operation } = standIn(zoneDefinition, [[404, answer]]);
    expect((await refusal(create(operation, zone()))).message).to.match(
      /^Zone "cafe": POST \/zones was refused .*No such project/,
    );
  });

  const pushes: [string, JsonObject, boolean, boolean][] = [
    ["the stack's default", {}, true, true],
    ["its own word over the stack's", { shouldSync: false }, true, false],
    ["its own word where the stack is silent", { shouldSync: true }, false, true],
  ];
  for (const [what, declared, shouldSync, expected] of pushes) {
    it(`pushes to phones by ${what}`, async () => {
      const { operation, calls } = standIn(zoneDefinition, [[201, made()]], { shouldSync });
      await create(operation, zone(declared));
      expect(calls[0]?.body).to.have.property("shouldSync", expected);
    });
  }

  it("of a project says nothing of phones", async () => {
    const { operation, calls } = standIn(projectDefinition, [[201, { _id: id }]]);
    await create(operation, project());
    expect(calls[0]?.body).to.deep.equal({ name: "coffee", nextRuleUpdateInterval: 86_400 });
  });
});

describe("read", () => {
  it("of what is gone answers nothing, so that the engine drops it", async () => {
    const { operation } = standIn(zoneDefinition, [[404]]);
    expect(await read(operation, id, state())).to.deep.equal({});
  });

  it("without outputs is a first look, and fails for what does not exist", async () => {
    const { operation } = standIn(zoneDefinition, [[404]]);
    expect((await refusal(read(operation, id, {}))).message).to.match(
      /^Zone 1{8}.*does not exist.*Zone\.get/,
    );
  });

  it("that fails is an error, and never takes a zone for gone", async () => {
    const { operation } = standIn(zoneDefinition, [new Error("no answer")]);
    expect((await refusal(read(operation, id, state()))).message).to.equal("no answer");
  });

  it("gives all of a project to a first look and to each look after it, as outputs and not as inputs, which nobody marks as secret", async () => {
    const held = {
      ...project(),
      _id: id,
      firebaseApiKey: "canary",
      webhooks: [{ type: "wave", url: "https://a.example.com", headers: { a: "canary" } }],
    };
    const first = await read(standIn(projectDefinition, [[200, held]]).operation, id, {});
    const second = await read(standIn(projectDefinition, [[200, held]]).operation, id, first.props ?? {});
    expect(second).to.deep.equal(first).and.not.to.have.property("inputs");
    expect(JSON.stringify(second.props).match(/canary/g)).to.have.length(2);
  });
});

describe("a first look", () => {
  it("gives the API's defaults where the API leaves them out, and nothing that is the provider's alone", async () => {
    const held = { _id: id, name: "cafe", projectId: id, minimumRetriggerTime: 60, geofeatures: [] };
    const zoneSeen = await read(standIn(zoneDefinition, [[200, held]]).operation, id, {});
    expect(zoneSeen.props).to.have.property("triggerOnExit", false);
    const projectSeen = await read(
      standIn(projectDefinition, [[200, { _id: id, name: "a" }]]).operation,
      id,
      {},
    );
    expect(projectSeen.props).to.have.property("nextRuleUpdateInterval", 86_400);
    expect(projectSeen.props).not.to.have.property("forceDestroy");
  });
});

describe("update", () => {
  it("writes what is held with what changed, and no PUT where nothing would change", async () => {
    const changed = standIn(zoneDefinition, [
      [200, made({ laterField: 5 })],
      [200, made({ laterField: 5, minimumRetriggerTime: 900 })],
    ]);
    await update(changed.operation, id, state(), zone({ minimumRetriggerTime: 900 }));
    expect(changed.calls[1]?.body).to.deep.equal({
      ...made({ laterField: 5, minimumRetriggerTime: 900 }),
      shouldSync: false,
    });
    const same = standIn(zoneDefinition, [[200, made()]]);
    expect(await update(same.operation, id, state(), zone())).to.deep.equal({ outs: state() });
  });

  it("names field, expected, found and written where somebody else changed a declared field", async () => {
    const { operation, warnings } = standIn(zoneDefinition, [
      [200, made({ minimumRetriggerTime: 700 })],
      [200, made()],
    ]);
    const was = state({ minimumRetriggerTime: 800 });
    await update(operation, id, was, zone({ minimumRetriggerTime: 900 }));
    expect(warnings).to.deep.equal([
      'Zone "cafe": minimumRetriggerTime was changed outside this program: expected 800, found 700, written 900.',
    ]);
  });

  const tags: [what: string, before: string[] | undefined, held: string[], said: string[]][] = [
    ["what is as declared already, as after a run that was killed", ["a"], ["b"], []],
    ["what is set elsewhere just as it is declared first", undefined, ["b"], []],
    ["what says no more than its absence", undefined, [], []],
    [
      "what is set elsewhere and declared first",
      undefined,
      ["x"],
      ['Zone "cafe": tags was set outside this program, and is written over.'],
    ],
  ];
  for (const [what, before, found, said] of tags) {
    it(`says ${said.length === 0 ? "nothing" : "what is written over"} of ${what}`, async () => {
      const { operation, warnings } = standIn(zoneDefinition, [
        [200, made({ tags: found, triggerOnExit: true })],
        [200, made()],
      ]);
      const was = state({ triggerOnExit: true, ...(before && { tags: before }) });
      await update(operation, id, was, zone({ tags: ["b"] }));
      expect(warnings).to.deep.equal(said);
    });
  }

  it("is merged anew before a further attempt, with what others have set since", async () => {
    const answers = [
      [200, made()],
      [200, made({ tags: ["b"] })],
      [200, made({ color: "theirs" })],
    ] as const;
    const { operation, calls } = standIn(zoneDefinition, [...answers]);
    let now = 0;
    await update(
      { ...operation, clock: { ...operation.clock, now: () => now } },
      id,
      state(),
      zone({ tags: ["b"] }),
    );
    const { renewed } = calls[1] ?? {};
    expect(await renewed?.()).to.equal(undefined);
    now += 1_000;
    expect(await renewed?.()).to.deep.include({ tags: ["b"], color: "theirs" });
    expect(calls.map(({ method }) => method)).to.deep.equal(["GET", "PUT", "GET"]);
  });

  it("says that it is gone where it goes between the write and the look after it", async () => {
    const { operation } = standIn(zoneDefinition, [[200, made()], [200, {}], [404]]);
    const error: unknown = await update(operation, id, state(), zone({ tags: ["b"] })).catch(
      (reason: unknown) => reason,
    );
    expect(error)
      .to.have.property("message")
      .that.matches(/no longer exists; run `pulumi up --refresh` to make it again\.$/);
    expect(error).not.to.be.instanceOf(PartialStateError);
  });

  it("warns of a secret that somebody else changed without showing it", async () => {
    const held = { ...project(), _id: id, firebaseApiKey: "canary-1" };
    const { operation, warnings } = standIn(projectDefinition, [
      [200, held],
      [200, held],
    ]);
    await update(
      operation,
      id,
      project({ firebaseApiKey: "canary-2" }),
      project({ firebaseApiKey: "canary-3" }),
    );
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/firebaseApiKey .*secret/)
      .and.not.include("canary");
  });

  it("of what is gone says how to make it again", async () => {
    const { operation } = standIn(zoneDefinition, [[404]]);
    expect((await refusal(update(operation, id, state(), zone()))).message).to.match(
      /^Zone "cafe" \(1.*no longer exists.*--refresh/,
    );
  });

  it("looks again where the answer to its PUT says nothing", async () => {
    const now = made({ minimumRetriggerTime: 900 });
    const { operation } = standIn(zoneDefinition, [[200, made()], [200], [200, now]]);
    const { outs } = await update(operation, id, state(), zone({ minimumRetriggerTime: 900 }));
    expect(outs).to.deep.equal(state({ minimumRetriggerTime: 900 }));
  });

  it("records what was written although its answer cannot be read", async () => {
    const { operation } = standIn(zoneDefinition, [[200, made()], [200], new Error("no more")]);
    const error = await refusal(update(operation, id, state(), zone({ minimumRetriggerTime: 900 })));
    expect(error)
      .to.be.instanceOf(PartialStateError)
      .with.property("properties")
      .that.deep.includes({ minimumRetriggerTime: 900, zoneId: id });
  });
});

describe("delete", () => {
  it("is done when it is already gone", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[404]]);
    await deleteObject(operation, id, state({ shouldSync: true }));
    expect(calls.map(({ method, path, query }) => [method, path, query])).to.deep.equal([
      ["DELETE", `/zones/${id}`, { shouldSync: "true" }],
    ]);
  });

  it("of a project asks first how many zones it holds", async () => {
    const { operation, calls } = standIn(projectDefinition, [[200, { count: 0 }], [200]]);
    await deleteObject(operation, id, project({ projectId: id }));
    expect(calls.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      "GET /zones/count",
      `DELETE /projects/${id}`,
    ]);
  });

  it("of a project with forceDestroy asks nothing first", async () => {
    const { operation, calls } = standIn(projectDefinition, [[200]]);
    await deleteObject(operation, id, project({ forceDestroy: true }));
    expect(calls.map(({ method }) => method)).to.deep.equal(["DELETE"]);
  });
});

describe("diff", () => {
  const sequence = { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: true };
  const cases: [string, JsonObject, JsonObject, { changes: false | undefined; replaces: string[] }][] = [
    ["no change", {}, {}, { changes: false, replaces: [] }],
    ["another retrigger time", {}, { minimumRetriggerTime: 61 }, { changes: undefined, replaces: [] }],
    ["another project", {}, { projectId: id }, { changes: undefined, replaces: ["projectId"] }],
    [
      "a project's id in capitals",
      { projectId: id },
      { projectId: id.toUpperCase() },
      { changes: false, replaces: [] },
    ],
    [
      "an unknown project",
      {},
      { projectId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
      { changes: undefined, replaces: ["projectId"] },
    ],
    [
      "geofeatures in another order",
      { geofeatures: [circle(), box()] },
      { geofeatures: [box(), circle()] },
      { changes: false, replaces: [] },
    ],
    [
      "geofeatures of a sequence in another order",
      { conditions: [sequence], geofeatures: [circle(), box()] },
      { conditions: [sequence], geofeatures: [box(), circle()] },
      { changes: undefined, replaces: [] },
    ],
    [
      "actions in another order",
      {
        actions: [
          { type: "url", url: "a:1" },
          { type: "url", url: "a:2" },
        ],
      },
      {
        actions: [
          { type: "url", url: "a:2" },
          { type: "url", url: "a:1" },
        ],
      },
      { changes: undefined, replaces: [] },
    ],
    ["an empty list in place of none", {}, { tags: [] }, { changes: false, replaces: [] }],
    ["another instruction", { shouldSync: true }, { shouldSync: false }, { changes: false, replaces: [] }],
    [
      "a field of a later API",
      { extraFields: { a: 1 } },
      { extraFields: { a: 2 } },
      { changes: undefined, replaces: [] },
    ],
  ];
  for (const [what, before, now, expected] of cases) {
    it(`sees ${what}`, () => {
      expect(diff(zoneDefinition, state(before), zone(now))).to.deep.equal(expected);
    });
  }

  it("sees what concerns the provider alone", () => {
    expect(diff(projectDefinition, project(), project({ forceDestroy: true }))).to.deep.equal({
      changes: undefined,
      replaces: [],
    });
  });
});
