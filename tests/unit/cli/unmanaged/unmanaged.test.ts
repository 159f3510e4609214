import { expect } from "chai";
import { z } from "zod";

import type { Account } from "../../../../cli/adopt/account";
import { formatted, withoutPlace, type Format } from "../../../../cli/unmanaged/formats";
import type { Managed } from "../../../../cli/unmanaged/managed";
import { compareWith, isOtherAccount } from "../../../../cli/unmanaged/unmanaged";

const geofeatures = [
  { type: "circle", name: "door", center: { latitude: -37.8, longitude: 144.9 }, radius: 40 },
];
const counter = { type: "beacon", name: "counter", macAddress: "00:14:22:01:23:45" };
const account: Account = {
  projects: [
    { _id: "p1", name: "Coffee" },
    { _id: "p2", name: "Tea" },
  ],
  zones: [
    { _id: "z1", name: "managed", projectId: "p1", geofeatures: [counter] },
    { _id: "z2", name: "by \u202ehand", projectId: "p1", geofeatures, createdAt: "2026-11-20T09:12:00Z" },
    { _id: "z3", name: "looked up", projectId: "p2", geofeatures: [counter] },
  ],
  destinations: [{ destinationId: "store-1", name: "Store 1" }],
  beacons: [
    { _id: "b1", name: "of a zone", macAddress: "00-14-22-01-23-45" },
    { _id: "b2", name: "of nobody", proximityUUID: "x", major: 1, minor: 0 },
  ],
  users: [{ _id: "u1", email: "ada@example.com" }],
  unread: [],
};
const managed: Managed = {
  objects: new Set(["Project p1", "Zone z1", "User u1"]),
  lookedUp: new Set(["Zone z3"]),
  projectIds: new Set(["p1"]),
};

const listed = z.object({ unmanaged: z.array(z.record(z.string(), z.json())) });
const layer = z.object({ features: z.array(z.object({ properties: z.record(z.string(), z.json()) })) });
const printed = (format: Format, isWhole: boolean) =>
  formatted(format, { ...compareWith(account, managed, isWhole), stacks: "the stack" });

describe("what is unmanaged", () => {
  it("is named by project, kind, name and id, with what the API knows of it", () => {
    expect(printed("text", true)).to.equal(
      [
        "Not in the stack: 5 of 8 objects.",
        'Project "Coffee" (p1):',
        '  zone "by \\u202ehand" z2, created 2026-11-20T09:12:00Z',
        'Project "Tea" (p2):',
        '  zone "looked up" z3, looked up by the program',
        "Of no project:",
        '  project "Tea" p2',
        '  destination "Store 1" store-1',
        '  beacon "of nobody" b2',
      ].join("\n"),
    );
  });

  it("is, in projects, their zones and destinations alone", () => {
    const { unmanaged, looked } = compareWith(account, managed, false);
    expect(unmanaged.map(({ kind, id }) => `${kind} ${id}`)).to.deep.equal([
      "zone z2",
      "zone z3",
      "destination store-1",
    ]);
    expect(looked).to.equal(4);
  });

  it("is JSON for programs", () => {
    const { unmanaged } = listed.parse(JSON.parse(printed("json", false)));
    expect(unmanaged[0]).to.deep.equal({
      kind: "zone",
      name: "by \u202ehand",
      id: "z2",
      project: { id: "p1", name: "Coffee" },
      createdAt: "2026-11-20T09:12:00Z",
      lookedUp: false,
    });
  });

  it("is a layer of the zones that have a place", () => {
    const { features } = layer.parse(JSON.parse(printed("geojson", true)));
    expect(features).to.have.length(1);
    expect(features[0]?.properties).to.include({
      zone: "by \u202ehand",
      name: "door",
      id: "z2",
      project: "Coffee",
    });
    expect(withoutPlace(compareWith(account, managed, true).unmanaged)).to.equal(4);
  });

  it("is nothing where the stack has all", () => {
    const all = new Set(["Zone z1", "Zone z2", "Zone z3", "Destination store-1"]);
    const compared = compareWith(account, { ...managed, objects: all }, false);
    expect(formatted("text", { ...compared, stacks: "the 2 stacks" })).to.equal(
      "Nothing is unmanaged: 4 objects looked at, all in the 2 stacks.",
    );
  });
});

describe("an account is another one", () => {
  const none = { ...managed, projectIds: new Set<string>() };
  const rows: [what: string, managed: Managed, isOther: boolean][] = [
    ["if it has nothing of the state", { ...none, objects: new Set(["Zone elsewhere"]) }, true],
    ["not if it has a zone of the state", { ...none, objects: new Set(["Zone z1", "Zone gone"]) }, false],
    ["not if it has a user of the state", { ...none, objects: new Set(["User u1"]) }, false],
    ["not if it has a project of the state", { ...managed, objects: new Set(["Zone gone"]) }, false],
    ["not if the state has nothing", { ...none, objects: new Set() }, false],
  ];
  for (const [what, state, isOther] of rows) {
    it(what, () => {
      expect(isOtherAccount(account, [state], true)).to.equal(isOther);
    });
  }

  it("if it has nothing of one of several states", () => {
    const elsewhere = { ...none, objects: new Set(["Zone far"]), projectIds: new Set(["p9"]) };
    expect(isOtherAccount(account, [managed, elsewhere], false)).to.equal(true);
    expect(
      isOtherAccount(account, [managed, { ...elsewhere, projectIds: new Set<string>() }], false),
    ).to.equal(false);
  });
});
