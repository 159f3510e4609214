import { expect } from "chai";
import { output, secret } from "@pulumi/pulumi";

import { Beacon, DestinationSet, Project, Zone, ZoneSet } from "../../../provider";
import { programOf } from "../../../cli/adopt/program";
import type { JsonObject } from "../../../provider/json";
import { startMocks } from "../../unit/provider/mocks";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const circle = { type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 } as const;
const right = { projectId, minimumRetriggerTime: 60, geofeatures: [circle] };
const proto: Record<string, string> = Object.fromEntries([["__proto__", "x"]]);
const toText: Record<string, string> = Object.fromEntries([["toString", "x"]]);

class LatLng {
  constructor(
    readonly latitude: number,
    readonly longitude: number,
  ) {}
}

class Money {
  readonly amount = 5;
}

let count = 0;
const zoneWith = (more: object) => () => new Zone(`zone-${count++}`, { ...right, ...more });

describe("arguments that Pulumi would lose", () => {
  before(() => startMocks());

  const values: [value: unknown, sentence: string][] = [
    [new Date(0), "is a Date, which JSON has no form for; give text, such as date.toISOString()."],
    [new Map(), "is a Map, which JSON has no form for; give an object, such as Object.fromEntries(map)."],
    [new Set(), "is a Set, which JSON has no form for; give a list, such as [...set]."],
    [5n, "is a bigint, which JSON has no form for; give a number or text."],
    [NaN, "is NaN, which JSON has no form for; give a number."],
    [Infinity, "is Infinity, which JSON has no form for; give a number."],
    [new Money(), "is a Money, which JSON has no form for; give a plain object, a number or text."],
    [() => 5, "is a function, which JSON has no form for; give the value itself."],
    [Symbol("x"), "is a symbol, which JSON has no form for; give the value itself."],
  ];
  for (const [value, sentence] of values) {
    it(`C9: in extraFields is a fault of the constructor: ${sentence}`, () => {
      expect(zoneWith({ extraFields: { since: value } })).to.throw(/^Zone "zone-\d+": extraFields\.since /);
      expect(zoneWith({ extraFields: { since: value } })).to.throw(sentence);
      expect(zoneWith({ geofeatures: [{ ...circle, extraFields: { a: { "b c": [1, value] } } }] })).to.throw(
        `geofeatures[0].extraFields.a["b c"][1] ${sentence}`,
      );
    });
  }

  it("C9: undefined in a list, a resource, and what holds itself are faults, each with its path", () => {
    const loop: { self?: object } = {};
    loop.self = loop;
    const project = new Project("whole");
    expect(zoneWith({ extraFields: { list: [1, undefined], project, loop } })).to.throw(
      /extraFields\.list\[1\] is undefined, .*\n.*extraFields\.project is a whole resource; .*\n.*extraFields\.loop\.self holds itself/,
    );
  });

  it("C9: a Date or a number that is none is a fault wherever it stands, in a set with its key", () => {
    expect(zoneWith({ customData: { since: new Date(0) } })).to.throw("customData.since is a Date");
    expect(zoneWith({ minimumRetriggerTime: NaN })).to.throw("minimumRetriggerTime is NaN");
    const zones = { "store 1": { ...right, extraFields: { since: new Date(0) } } };
    expect(() => new ZoneSet("stores", { projectId, zones })).to.throw(
      'ZoneSet "stores": zones["store 1"].extraFields.since is a Date',
    );
  });

  it("C9: what JSON has a form for passes, and what is not known yet", () => {
    const extraFields = {
      a: null,
      b: undefined,
      c: [1, "x", { d: true }],
      e: { __proto__: null },
      f: output(new Date(0)),
    };
    expect(zoneWith({ extraFields })).to.not.throw();
    expect(zoneWith({ extraFields: secret({ a: 1 }), tags: Promise.resolve(["a"]) })).to.not.throw();
    const place = new LatLng(1, 2);
    expect(zoneWith({ geofeatures: [{ ...circle, center: place }] })).to.not.throw();
  });

  it("C9: ten thousand are one message of bounded length", () => {
    const zones = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`${at}`, { ...right, extraFields: { since: new Date(0) } }]),
    );
    expect(() => new ZoneSet("many", { projectId, zones })).to.throw(/and 9980 more like these\.$/);
  });

  const keys: [where: string, declare: () => unknown, path: string][] = [
    ["customData", zoneWith({ customData: proto }), "customData"],
    ["extraFields, nested", zoneWith({ extraFields: { a: toText } }), "extraFields.a"],
    ["a literal, which has no such key", zoneWith({ customData: { __proto__: { a: "x" } } }), "customData"],
    [
      "headers of a webhook",
      () =>
        new Project("headers", {
          webhooks: [{ type: "geoTrigger", url: "https://a.b", headers: proto }],
        }),
      "webhooks[0].headers",
    ],
    [
      "a ZoneSet's zones",
      () => new ZoneSet("keys", { projectId, zones: Object.fromEntries([["toString", right]]) }),
      "zones",
    ],
    [
      "a DestinationSet's destinations",
      () => new DestinationSet("keys", { destinations: Object.fromEntries([["__proto__", {}]]) }),
      "destinations",
    ],
    [
      "a Beacon's extraFields",
      () =>
        new Beacon("keys", {
          beaconType: "IOS",
          location: circle.center,
          extraFields: toText,
        }),
      "extraFields",
    ],
  ];
  for (const [where, declare, path] of keys) {
    it(`C10: a key that Pulumi loses is a fault that names it, in ${where}`, () => {
      expect(declare).to.throw(
        `: ${path} has the key "${where.includes("nested") || path === "zones" || where.includes("Beacon") ? "toString" : "__proto__"}", which Pulumi cannot carry; use another key.`,
      );
    });
  }

  it("C10: adopt leaves out what would be no program, and says which key is in the way", () => {
    const zone = (name: string, customData: JsonObject) => ({
      ...right,
      _id: `5f4aeb98-05b3-4b3f-b9ac-3b9a169e39${name.length.toString().padStart(2, "0")}`,
      name,
      customData,
      geofeatures: [{ ...circle, _id: "1" }],
    });
    const { files, leftOut } = programOf(
      {
        projects: [{ _id: projectId, name: "coffee", nextRuleUpdateInterval: 86_400 }],
        zones: [zone("a", toText), zone("bb", proto), zone("ccc", Object.fromEntries([["valueOf", "x"]]))],
        destinations: [],
        beacons: [],
        users: [],
        unread: [],
      },
      { version: "0.0.0" },
    );
    expect(leftOut).to.have.length(2);
    expect(leftOut[0]).to.contain('customData: its key "toString" would be lost on the way through Pulumi');
    const program = files.find(({ path }) => path === "projects/coffee.ts")?.text;
    expect(program).to.contain('"ccc"').and.to.not.contain('"bb"');
  });

  it("C10: adopt leaves out a zone that is equal in all to another, which no program could declare", () => {
    const zone = (id: string, more: object) => ({
      ...right,
      _id: `5f4aeb98-05b3-4b3f-b9ac-3b9a169e39${id}`,
      name: "cafe",
      geofeatures: [{ ...circle, _id: id, color: "#AABBCC" }],
      ...more,
    });
    const account = {
      projects: [{ _id: projectId, name: "coffee", nextRuleUpdateInterval: 86_400 }],
      zones: [
        zone("01", {}),
        zone("02", { tags: [], geofeatures: [{ ...circle, _id: "02", color: "#aabbcc" }] }),
        zone("03", { tags: ["vip"] }),
      ],
      destinations: [],
      beacons: [],
      users: [],
      unread: [],
    };
    const { counts, leftOut } = programOf(account, { version: "0.0.0" });
    expect(counts).to.deep.include(["zone", 2]);
    expect(leftOut[0]).to.match(
      /^Zone "cafe" \(5f4\S+02\) is equal in all to 5f4\S+01, and a program declares a zone once/,
    );
  });
});
