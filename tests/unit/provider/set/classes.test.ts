import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { DestinationSet, ZoneSet, type ZoneOfSetArgs } from "../../../../provider";
import { encodeObjects } from "../../../../provider/set/state-format";
import { frozen, registrationOf, secretMark, startMocks, valueOf } from "../mocks";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const circle = { type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 } as const;
const cafe: ZoneOfSetArgs = { minimumRetriggerTime: 600, geofeatures: [circle] };
const text =
  '{"geofeatures":[{"center":{"latitude":1,"longitude":2},"name":"door","radius":40,"type":"circle"}],"minimumRetriggerTime":600}';

describe("a set, in the program", () => {
  before(startMocks);

  it("is registered with one text for each object, and what it says for all", async () => {
    const { type, inputs } = await registrationOf(
      new ZoneSet("plain", frozen({ projectId, zones: { a: cafe, b: cafe }, shouldSync: true })),
    );
    expect(type).to.equal("pulumi-nodejs:dynamic/bluedot:ZoneSet");
    expect(inputs).to.deep.equal({
      projectId,
      shouldSync: true,
      zones: { a: text, b: text },
      __as: "plain",
      __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").zoneSet',
    });
  });

  it("is registered without its objects too, so that what is missing is told with all that is wrong", () => {
    for (const [name, Class] of Object.entries({ ZoneSet, DestinationSet })) {
      const made: unknown = Reflect.construct(Class, [`empty-${name}`, { projectId }]);
      expect(made, name).to.be.instanceOf(Class);
    }
  });

  it("of destinations is registered in the same way", async () => {
    const { type, inputs } = await registrationOf(
      new DestinationSet("stores", { destinations: { a: { address: "1 High St" }, b: {} } }),
    );
    expect(type).to.equal("pulumi-nodejs:dynamic/bluedot:DestinationSet");
    expect(inputs).to.deep.equal({
      destinations: { a: '{"address":"1 High St"}', b: "{}" },
      __as: "stores",
      __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").destinationSet',
    });
  });

  it("has one text for equal objects, however they are written", async () => {
    const zones = {
      a: { geofeatures: [circle], tags: undefined, minimumRetriggerTime: 600 },
      b: { minimumRetriggerTime: pulumi.output(600), geofeatures: [Promise.resolve(circle)] },
      c: pulumi.output(cafe),
      d: Promise.resolve(cafe),
    };
    const { inputs } = await registrationOf(new ZoneSet("spellings", { projectId, zones }));
    expect(inputs["zones"]).to.deep.equal({ a: text, b: text, c: text, d: text });
  });

  it("takes all of its objects from an Output or a promise", async () => {
    for (const [name, zones] of Object.entries({
      output: pulumi.output({ a: cafe }),
      promise: Promise.resolve({ a: { ...cafe, minimumRetriggerTime: pulumi.output(600) } }),
    })) {
      const { inputs } = await registrationOf(new ZoneSet(name, { projectId, zones }));
      expect(inputs["zones"], name).to.deep.equal({ a: text });
    }
  });

  it("refuses a number that is none, and writes one that comes later so that the check can name it", async () => {
    const known = { a: { ...cafe, minimumRetriggerTime: Number.NaN } };
    expect(() => new ZoneSet("known", { projectId, zones: known })).to.throw(
      'ZoneSet "known": zones.a.minimumRetriggerTime is NaN',
    );
    const zones = { a: { ...cafe, minimumRetriggerTime: pulumi.output(Number.NaN) } };
    const { inputs } = await registrationOf(new ZoneSet("none", { projectId, zones }));
    expect(inputs["zones"]).to.deep.equal({ a: text.replace("600", '"NaN"') });
  });

  const noObjects: [what: string, zones: unknown, passedOn: unknown][] = [
    ["nothing, as of a stack that has no such output", pulumi.output(undefined), undefined],
    ["a list", pulumi.output([cafe]), [cafe]],
    ["JSON text", "{}", "{}"],
  ];
  for (const [what, zones, passedOn] of noObjects) {
    it(`leaves ${what} in place of zones for the check to refuse`, async () => {
      const given = Object.assign({ projectId, zones: {} }, { zones });
      const { inputs } = await registrationOf(new ZoneSet(`not ${what}`, given));
      expect(inputs["zones"]).to.deep.equal(passedOn);
    });
  }

  it("marks the text that holds a secret, and what will be packed, and nothing else", async () => {
    const zones = {
      a: { ...cafe, customData: { pin: pulumi.secret("4711") } },
      b: { ...cafe, tags: pulumi.output(["x"]) },
    };
    const { inputs } = await registrationOf(new ZoneSet("secret", { projectId, zones }));
    // The mocks show a map that holds a secret as a secret of all of it.
    expect(inputs["zones"]).to.deep.include(secretMark);
    expect(inputs["__objects"]).to.deep.equal({ ...secretMark, value: "" });
    const { inputs: open } = await registrationOf(new ZoneSet("open", { projectId, zones: { b: zones.b } }));
    expect(open).to.not.have.property("__objects");
  });

  it("hides with one text that is not known none of the others, in a preview", async () => {
    await startMocks("preview");
    const later = pulumi.output(Promise.resolve<object>(pulumi.unknown)).apply(() => 600);
    const zones = { a: { ...cafe, minimumRetriggerTime: later }, b: cafe };
    const { inputs } = await registrationOf(new ZoneSet("later", { projectId, zones }));
    await startMocks();
    expect(inputs["zones"]).to.deep.equal({ a: pulumi.unknown, b: text });
  });

  const options: [string, pulumi.CustomResourceOptions][] = [
    ["import", { import: projectId }],
    ["id", { id: projectId }],
  ];
  for (const [option, opts] of options) {
    it(`has no option ${option}`, () => {
      expect(() => new ZoneSet("stores", { projectId, zones: {} }, opts)).to.throw(
        /^ZoneSet "stores": a set has neither .* are adopted without it, and other objects with `pulumi up --config bluedot:onExisting=adopt`\.$/,
      );
    });
  }
});

describe("what a set has made, in the program", () => {
  const packed = encodeObjects([
    { key: "a", id: "zone-1", parts: { door: "fence-1" }, text, isWhole: true },
    { key: "b", id: "zone-2", parts: {}, text, isWhole: true },
  ]);
  const answering = async (objects: string) => {
    await pulumi.runtime.setMocks({
      call: () => ({}),
      newResource: ({ name }) => ({ id: name, state: { __objects: objects } }),
    });
  };

  it("is read by key", async () => {
    await answering(packed);
    const { zoneIds, fenceIds } = new ZoneSet("read", { projectId, zones: { a: cafe } });
    expect(await valueOf(zoneIds)).to.deep.equal({ a: "zone-1", b: "zone-2" });
    expect(await valueOf(fenceIds)).to.deep.equal({ a: { door: "fence-1" }, b: {} });
    const { destinationIds } = new DestinationSet("read", { destinations: {} });
    expect(await valueOf(destinationIds["a"] ?? pulumi.output(""))).to.equal("zone-1");
  });

  it("is not secret, whatever the arguments are", async () => {
    await answering(packed);
    const zones = { a: pulumi.secret(cafe) };
    expect(await pulumi.isSecret(new ZoneSet("secret ids", { projectId, zones }).zoneIds)).to.equal(false);
  });

  it("is not known while the engine has only the mark of a secret", async () => {
    await answering("");
    const { zoneIds } = new ZoneSet("unknown ids", { projectId, zones: { a: cafe } });
    let isAsked = false;
    const asked = zoneIds.apply(() => (isAsked = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([isAsked, pulumi.Output.isInstance(asked)]).to.deep.equal([false, true]);
  });
});
