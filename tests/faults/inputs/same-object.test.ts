import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { Zone, ZoneSet, type ZoneArgs } from "../../../provider";
import { ProgramError } from "../../../provider/program/usage-error";
import { watchProgram } from "../../../provider/program/cross-resource-checks";
import { startMocks } from "../../unit/provider/mocks";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const circle = { type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 } as const;
const box = {
  type: "boundingBox",
  name: "yard",
  northEast: { latitude: 1, longitude: 2 },
  southWest: { latitude: 0, longitude: 1 },
} as const;
const zone: ZoneArgs = { projectId, name: "cafe", minimumRetriggerTime: 60, geofeatures: [circle, box] };

const config = { "bluedot:email": "a@b.example", "bluedot:password": "p", "bluedot:region": "eu" };

/** A program with a stack of its own, in which each test begins. */
async function inProgram(declare: () => void): Promise<void> {
  await startMocks();
  pulumi.runtime.setAllConfig(config, Object.keys(config));
  await pulumi.runtime.runInPulumiStack(() => {
    declare();
    return Promise.resolve();
  });
}

async function refusal(declare: () => void): Promise<string> {
  let message = "";
  await inProgram(() => {
    try {
      declare();
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      message = error.message;
    }
  });
  return message;
}

describe("two declarations of one object (design 2.2)", () => {
  it("2.2: two equal Zones of one name in one project are a fault before the second is registered", async () => {
    expect(
      await refusal(() => {
        new Zone("a", zone);
        new Zone("b", zone);
      }),
    ).to.equal(
      'Zone "b": it is the same zone as Zone "a", of the name "cafe" in one project and equal in all; declare it once, or give one of the two another name.',
    );
  });

  it("2.2: so are a Zone and one of a set, and two of one set or of two sets", async () => {
    const ofSet = { name: "cafe", minimumRetriggerTime: 60, geofeatures: [circle, box] };
    const zones = { "17": ofSet };
    expect(
      await refusal(() => {
        new Zone("a", zone);
        new ZoneSet("stores", { projectId, zones });
      }),
    ).to.contain('ZoneSet "stores": zones["17"]: it is the same zone as Zone "a"');
    expect(
      await refusal(() => {
        new ZoneSet("stores", { projectId, zones });
        new Zone("a", zone);
      }),
    ).to.contain('Zone "a": it is the same zone as ZoneSet "stores": zones["17"]');
    expect(
      await refusal(() => new ZoneSet("stores", { projectId, zones: { ...zones, "18": ofSet } })),
    ).to.contain('zones["18"]: it is the same zone as ZoneSet "stores": zones["17"]');
    expect(
      await refusal(() => {
        new ZoneSet("stores", { projectId, zones });
        new ZoneSet("others", { projectId, zones: { x: ofSet } });
      }),
    ).to.contain('ZoneSet "others": zones["x"]: it is the same zone as');
  });

  const later = pulumi.output(["vip"]);
  const pairs: [what: string, isSame: boolean, first: object, second: object][] = [
    [
      "what is empty and what is absent",
      true,
      {},
      { tags: [], triggerOnExit: false, customData: {}, actions: undefined },
    ],
    ["geofeatures in another order", true, {}, { geofeatures: [box, circle] }],
    [
      "keys in another order",
      true,
      { geofeatures: [{ ...circle, radius: 5 }] },
      { geofeatures: [{ radius: 5, center: circle.center, name: "door", type: "circle" }] },
    ],
    ["another `shouldSync`", true, {}, { shouldSync: true }],
    ["the project's id in capitals", true, {}, { projectId: projectId.toUpperCase() }],
    ["one Output", true, { tags: later }, { tags: later }],
    ["the project as one Output", true, { projectId: later }, { projectId: later }],
    ["two Outputs", false, { tags: later }, { tags: pulumi.output(["vip"]) }],
    ["an Output and its value", false, { tags: later }, { tags: ["vip"] }],
    [
      "geofeatures in another order to be crossed",
      false,
      { conditions: [{ type: "travelPath", sequential: true }] },
      { conditions: [{ type: "travelPath", sequential: true }], geofeatures: [box, circle] },
    ],
    ["another radius", false, {}, { geofeatures: [{ ...circle, radius: 41 }, box] }],
    ["another name", false, {}, { name: "Cafe" }],
    ["a name that comes later", false, {}, { name: pulumi.output("cafe") }],
    ["another project", false, {}, { projectId: "c7058934-f1e6-4176-8730-a0bd28e8e0a9" }],
    [
      "vertices in another order",
      false,
      { geofeatures: [{ ...box, vertices: [1, 2] }] },
      { geofeatures: [{ ...box, vertices: [2, 1] }] },
    ],
  ];
  for (const [what, isSame, first, second] of pairs) {
    it(`2.2: ${what} ${isSame ? "is no difference" : "is a difference"}`, () => {
      const program = watchProgram(() => undefined);
      const declare = (name: string, more: object) => () => {
        program.declare({ name, subject: name, args: { ...zone, ...more } });
      };
      declare("a", first)();
      const declareSecond = declare("b", second);
      if (isSame) expect(declareSecond).to.throw(ProgramError, "b: it is the same zone as a");
      else expect(declareSecond).to.not.throw();
    });
  }

  it("2.2: two that are imported from different objects are two", () => {
    const program = watchProgram(() => undefined);
    const declare = (name: string, imported: string) => () => {
      program.declare({ name, subject: name, args: zone, imported });
    };
    declare("a", "1")();
    expect(declare("b", "2")).to.not.throw();
    expect(declare("c", "1")).to.throw("c: it is the same zone as a");
  });

  it("2.2: ten thousand zones of a set cost no promise and little time", () => {
    const program = watchProgram(() => undefined);
    const start = performance.now();
    for (let at = 0; at < 10_000; at++)
      program.declare({ name: `z${at}`, subject: "z", args: { ...zone, name: `z${at}` } });
    expect(performance.now() - start).to.be.below(1_000);
  });
});
