import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { Zone, type GeofeatureArgs, type ZoneArgs } from "../../../provider";
import { zone as definition } from "../../../provider/zone/definition";
import { frozen, registrationOf, startMocks, valueOf } from "./mocks";

const { output } = pulumi;
const handler = 'exports.handler = () => require("pulumi-bluedot/handlers").zone';
const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const circle = { type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 } as const;
const minimal: ZoneArgs = { projectId, minimumRetriggerTime: 600, geofeatures: [circle] };

/** Everything a program may pass as it is, later, or from another resource. */
const atEveryDepth: ZoneArgs = {
  projectId: output(projectId),
  name: Promise.resolve("Store 7"),
  minimumRetriggerTime: output(600),
  geofeatures: output([
    Promise.resolve({
      type: output("circle" as const),
      name: Promise.resolve("door"),
      center: output({ latitude: Promise.resolve(1), longitude: output(2) }),
      radius: output(40),
      color: output("#429BD5"),
    }),
    {
      type: "polygon" as const,
      name: output("plaza"),
      vertices: Promise.resolve([
        output({ latitude: 1, longitude: 1 }),
        { latitude: output(1), longitude: 2 },
      ]),
    },
    output({
      type: "boundingBox" as const,
      name: "yard",
      northEast: output({ latitude: 2, longitude: 2 }),
      southWest: { latitude: 1, longitude: 1 },
    }),
    {
      type: "geoline" as const,
      name: "kerb",
      vertices: [{ latitude: output(1), longitude: 1 }],
      extraFields: output({ altitude: output(3) }),
    },
    {
      type: "beacon" as const,
      name: "counter",
      beaconType: output("IOS" as const),
      location: Promise.resolve({ latitude: 1, longitude: output(1) }),
      proximity: Promise.resolve("Near" as const),
      major: output(1),
      minor: Promise.resolve(2),
      proximityUUID: output(projectId),
    },
  ]),
  triggerOnExit: output(true),
  customData: output({ store: Promise.resolve("7") }),
  conditions: Promise.resolve([
    output({ type: "speed" as const, minimumSpeed: output(0), maximumSpeed: 5 }),
    { type: output("travelDirection" as const), fromAngle: output(0), toAngle: Promise.resolve(90) },
    {
      type: "travelPath" as const,
      minimumGeofeaturesCrossed: output(2),
      timeOutSeconds: 60,
      sequential: output(true),
    },
    { type: "timeActive" as const, fromTime: output("09:00:00"), toTime: "17:00:00" },
    { type: "dayRange" as const, startDate: output("2026-12-01") },
  ]),
  tags: output([output("a"), Promise.resolve("b")]),
  actions: [
    output({ type: "url" as const, url: output("https://example.com") }),
    { type: "message", title: output("t"), message: Promise.resolve("m") },
  ],
  destinationId: output("store-7"),
  shouldSync: output(false),
  extraFields: output({ laterField: output(5) }),
};

type Accepts<Args, Given> = Given extends Args ? true : false;
type Narrowed<Kind extends "circle" | "beacon"> = Extract<pulumi.Unwrap<GeofeatureArgs>, { type: Kind }>;

/** The compiler's part: each line fails to compile where a type takes what it should not, or the reverse. */
const compiled: {
  withoutGeofeatures: Accepts<ZoneArgs, Omit<typeof minimal, "geofeatures">>;
  ofAnUnknownKind: Accepts<GeofeatureArgs, { type: "hexagon"; name: string }>;
  circleWithoutRadius: Accepts<GeofeatureArgs, Omit<typeof circle, "radius">>;
  circle: Accepts<GeofeatureArgs, typeof circle>;
  radiusOfAnOutput: Narrowed<"circle">["radius"] extends number ? true : false;
  majorOfAnOutput: Narrowed<"beacon">["major"] extends number | undefined ? true : false;
} = {
  withoutGeofeatures: false,
  ofAnUnknownKind: false,
  circleWithoutRadius: false,
  circle: true,
  radiusOfAnOutput: true,
  majorOfAnOutput: true,
};

describe("the class Zone", () => {
  before(startMocks);

  it("is registered by its type, with its handler and its arguments", async () => {
    const registration = await registrationOf(new Zone("cafe", minimal));
    expect(registration.type).to.equal("pulumi-nodejs:dynamic/bluedot:Zone");
    expect(registration.inputs).to.deep.equal({ ...minimal, name: "cafe", __provider: handler });
  });

  const names: [title: string, name: ZoneArgs["name"] & {}, expected: string][] = [
    ["as text", "Store 7", "Store 7"],
    ["as an Output", output("Store 8"), "Store 8"],
    ["as a Promise", Promise.resolve("Store 9"), "Store 9"],
  ];
  for (const [title, name, expected] of names) {
    it(`keeps a name given ${title}`, async () => {
      expect(
        (await registrationOf(new Zone(`named ${title}`, { ...minimal, name }))).inputs["name"],
      ).to.equal(expected);
    });
  }

  it("takes Outputs and Promises at every depth", async () => {
    const { inputs } = await registrationOf(new Zone("deep", atEveryDepth));
    expect(inputs).to.deep.equal({
      projectId,
      name: "Store 7",
      minimumRetriggerTime: 600,
      geofeatures: [
        { ...circle, color: "#429BD5" },
        {
          type: "polygon",
          name: "plaza",
          vertices: [
            { latitude: 1, longitude: 1 },
            { latitude: 1, longitude: 2 },
          ],
        },
        {
          type: "boundingBox",
          name: "yard",
          northEast: { latitude: 2, longitude: 2 },
          southWest: { latitude: 1, longitude: 1 },
        },
        {
          type: "geoline",
          name: "kerb",
          vertices: [{ latitude: 1, longitude: 1 }],
          extraFields: { altitude: 3 },
        },
        {
          type: "beacon",
          name: "counter",
          beaconType: "IOS",
          location: { latitude: 1, longitude: 1 },
          proximity: "Near",
          major: 1,
          minor: 2,
          proximityUUID: projectId,
        },
      ],
      triggerOnExit: true,
      customData: { store: "7" },
      conditions: [
        { type: "speed", minimumSpeed: 0, maximumSpeed: 5 },
        { type: "travelDirection", fromAngle: 0, toAngle: 90 },
        { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: true },
        { type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" },
        { type: "dayRange", startDate: "2026-12-01" },
      ],
      tags: ["a", "b"],
      actions: [
        { type: "url", url: "https://example.com" },
        { type: "message", title: "t", message: "m" },
      ],
      destinationId: "store-7",
      shouldSync: false,
      extraFields: { laterField: 5 },
      __provider: handler,
    });
    expect(Object.values(compiled)).to.include(true);
  });

  it("leaves the program's arguments as they are", async () => {
    const args = frozen(structuredClone(minimal));
    await registrationOf(new Zone("frozen", args));
    expect(args).to.deep.equal(minimal);
  });

  it("takes one object of arguments for many zones", async () => {
    const shared = { ...minimal };
    const registrations = await Promise.all(
      ["one", "two"].map((name) => registrationOf(new Zone(name, shared))),
    );
    expect(registrations.map(({ inputs }) => inputs["name"])).to.deep.equal(["one", "two"]);
  });

  const outputs = [
    ...Object.entries(definition.fields.properties).flatMap(([key, { role }]) =>
      role === "instruction" ? [] : [key],
    ),
    ...Object.keys(definition.computed({}, "")),
  ];
  const made: [title: string, zone: () => Zone][] = [
    ["it declares", () => new Zone("declared", minimal)],
    ["it looks up", () => Zone.get("seeded", "11111111-1111-4111-8111-111111111111")],
  ];
  for (const [title, zone] of made) {
    it(`has every output of a zone that ${title}`, () => {
      const instance = zone();
      expect(outputs.filter((key) => !pulumi.Output.isInstance(Reflect.get(instance, key)))).to.deep.equal(
        [],
      );
    });
  }

  it("has its id as zoneId", async () => {
    const zone = new Zone("identified", minimal);
    expect(await valueOf(zone.zoneId)).to.equal("identified-id");
  });

  it("looks up by id, with nothing but its handler", async () => {
    const registration = await registrationOf(Zone.get("theirs", output(projectId)));
    expect(registration).to.deep.equal({
      type: "pulumi-nodejs:dynamic/bluedot:Zone",
      name: "theirs",
      id: projectId,
      inputs: { __provider: handler },
    });
  });
});
