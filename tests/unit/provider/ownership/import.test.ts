import { expect } from "chai";

import { beacon as beaconDefinition } from "../../../../provider/beacon/definition";
import { destination as destinationDefinition } from "../../../../provider/destination/definition";
import { BluedotError } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { create } from "../../../../provider/lifecycle/create";
import { deleteObject } from "../../../../provider/lifecycle/delete";
import { read } from "../../../../provider/lifecycle/read";
import { update } from "../../../../provider/lifecycle/update";
import { importBlocker } from "../../../../provider/ownership/import";
import { project as projectDefinition } from "../../../../provider/project/definition";
import { zone as zoneDefinition } from "../../../../provider/zone/definition";
import { box, circle, project, zone } from "../samples";
import { recordedAccount, refusal, standIn } from "../lifecycle/stand-in";

const id = "11111111-1111-4111-8111-111111111111";
const option = { $import: { id, as: "cafe" } };
const held = (changes: JsonObject = {}) =>
  zone({
    _id: id,
    geofeatures: [circle({ _id: "fence-1", shade: 1 })],
    laterField: { minutes: 5 },
    ...changes,
  });

describe("the option import", () => {
  it("takes over what is as declared with one GET, and records the option", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[200, held()]]);
    expect(await create(operation, zone(option))).to.deep.equal({
      id,
      outs: { ...zone(option), zoneId: id, fenceIds: { door: "fence-1" }, ...recordedAccount },
    });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([`GET /zones/${id}`]);
  });

  it("fails with a table of what differs", async () => {
    const { operation, calls } = standIn(zoneDefinition, [
      [
        200,
        held({
          minimumRetriggerTime: 60,
          tags: ["vip"],
          geofeatures: [circle({ _id: "1", radius: 50 }), box({ _id: "2" })],
        }),
      ],
    ]);
    const error = await refusal(create(operation, zone({ ...option, geofeatures: [circle()] })));
    expect(error.message.split("\n")).to.deep.equal([
      `Zone ${id} is not as "cafe" declares it, and is not imported; declare its current values, or change it in the console first.`,
      "  property                    declared  current",
      "  minimumRetriggerTime        600       60",
      '  geofeatures["door"].radius  40        50',
      '  geofeatures["yard"]         absent    {"name":"yard","northEast":{"latitude":-37.1,"longitude":144.9},"southWest":{…',
    ]);
    expect(calls).to.have.length(1);
  });

  it("shows no secret in its table", async () => {
    const { operation } = standIn(projectDefinition, [
      [200, project({ _id: id, firebaseApiKey: "canary-1" })],
    ]);
    const error = await refusal(create(operation, project({ ...option, firebaseApiKey: "canary-2" })));
    expect(error.message).to.match(/firebaseApiKey +\(secret\) +\(secret\)/);
    expect(error.message).to.not.contain("canary");
  });

  it("fails where there is no such object", async () => {
    const { operation } = standIn(zoneDefinition, [[404, {}]]);
    expect((await refusal(create(operation, zone(option)))).message).to.equal(
      `Zone ${id} does not exist in this account and region; correct the import option of "cafe", or remove it to have the object created.`,
    );
  });

  it("makes a new object where the resource is replaced", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[201, held({ _id: "new" })]]);
    operation.ownership.imports.done(zone(option));
    const made = await create(operation, zone(option));
    expect([made.id, calls[0]?.method, calls[0]?.body?.["$import"]]).to.deep.equal([
      "new",
      "POST",
      undefined,
    ]);
    expect(made.outs["$import"]).to.deep.equal(option.$import);
  });

  it("keeps what was taken over when the resource that had it is deleted in the same run", async () => {
    const { operation, calls, warnings } = standIn(zoneDefinition, [[200, held()]]);
    await create(operation, zone(option));
    await deleteObject(operation, id, zone({ name: "old" }));
    expect(calls).to.have.length(1);
    expect(warnings).to.deep.equal([`Zone "old" (${id}) is not deleted, since Zone "cafe" has it now.`]);
  });

  it("stays in the state through a refresh and an update", async () => {
    const { operation, calls } = standIn(zoneDefinition, [
      [200, held()],
      [200, held()],
      [200, held()],
    ]);
    const state = { ...zone(option), zoneId: id, fenceIds: {} };
    const seen = await read(operation, id, state);
    const { outs } = await update(operation, id, state, zone({ ...option, minimumRetriggerTime: 90 }));
    expect([seen.inputs?.["$import"], seen.props?.["$import"], outs["$import"]]).to.deep.equal([
      option.$import,
      option.$import,
      option.$import,
    ]);
    expect(calls.map(({ body }) => body?.["$import"])).to.deep.equal([undefined, undefined, undefined]);
  });
});

describe("a preview of the option import", () => {
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  it("finds no hindrance where what is known agrees", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[200, held()]]);
    const inputs = zone({ ...option, projectId: unknown, geofeatures: [circle({ radius: unknown })] });
    expect(await importBlocker(operation, inputs)).to.equal(undefined);
    expect(calls).to.have.length(1);
  });

  it("tells what differs, and what does not exist", async () => {
    const { operation } = standIn(zoneDefinition, [[200, held({ minimumRetriggerTime: 60 })], [404]]);
    expect(await importBlocker(operation, zone(option))).to.match(/minimumRetriggerTime +600 +60$/);
    expect(await importBlocker(operation, zone(option))).to.match(/^Zone \S+ does not exist/);
  });

  it("asks nothing of the API where nothing is to be taken over", async () => {
    const { operation, calls } = standIn(zoneDefinition, []);
    expect(await importBlocker(operation, zone())).to.equal(undefined);
    expect(calls).to.have.length(0);
  });

  it("spares the look at the API when the object is then taken over", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[200, held()]]);
    await importBlocker(operation, zone(option));
    await create(operation, zone(option));
    expect(calls).to.have.length(1);
  });
});

describe("what exists already", () => {
  const clash = new BluedotError("conflict", "it clashes.", { status: 409 });
  const destination = { destinationId: "store/42", name: "Collins St" };
  const explained =
    "it clashes. No two may share its destinationId; to manage the existing one here, give this resource the option `import` with its id.";

  it("is explained where a create meets it", async () => {
    const { operation } = standIn(destinationDefinition, [clash]);
    expect((await refusal(create(operation, destination))).message).to.equal(explained);
  });

  it("is explained where an update meets it", async () => {
    const { operation } = standIn(beaconDefinition, [[200, { _id: id, name: "a" }], clash]);
    const error = await refusal(update(operation, id, { name: "a" }, { name: "b" }));
    expect(error.message).to.contain(
      "No two may share its proximityUUID with major and minor, or its macAddress",
    );
  });
});

describe("a Destination", () => {
  const destination = { destinationId: "store/42", name: "Collins St" };

  for (const [title, held] of [
    ["its destinationId alone", destination],
    ["an _id as well", { ...destination, _id: id }],
  ] as const) {
    it(`has its destinationId for an id where the API answers ${title}`, async () => {
      const { operation, calls } = standIn(destinationDefinition, [
        [201, held],
        [200, held],
      ]);
      const outs = { ...destination, $created: 0, ...recordedAccount };
      expect(await create(operation, destination)).to.deep.equal({ id: "store/42", outs });
      expect(await read(operation, "store/42", destination)).to.deep.include({ inputs: destination });
      expect(calls.map(({ path }) => path)).to.deep.equal(["/destinations", "/destinations/store%2F42"]);
    });
  }

  it("is found by its own id where the answer that it is made was cut", async () => {
    const cut = new BluedotError("unreadable", "cut", { status: 201 });
    const { operation } = standIn(destinationDefinition, [cut, [200, destination]]);
    expect((await create(operation, destination)).id).to.equal("store/42");
  });
});
