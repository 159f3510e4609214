import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { setAt, valueAt } from "./paths";
import { openStack, type Step, type TestStack } from "./stack";

type Args = Omit<bluedot.ZoneArgs, "projectId">;
type Change = Partial<Args>;

/** A property of a zone with three values: declared first, declared then, and put in by somebody else. */
interface Field {
  readonly path: string;
  readonly first: Change;
  readonly then: Change;
  readonly value: unknown;
  readonly foreign: unknown;
}

function field<T>(path: string, values: readonly T[], change: (value: T) => Change): Field {
  const [first, then, foreign] = values;
  if (first === undefined || then === undefined || foreign === undefined)
    throw new Error(`${path} needs three values`);
  return { path, first: change(first), then: change(then), value: then, foreign };
}

const point = (latitude: number) => ({ latitude, longitude: 2 });
const circle = { type: "circle", name: "door", center: point(1), radius: 40 } as const;
const box = {
  type: "boundingBox",
  name: "yard",
  northEast: { latitude: 1.1, longitude: 2.1 },
  southWest: { latitude: 1, longitude: 2 },
} as const;
const corners = [point(1), { latitude: 1, longitude: 3 }, { latitude: 2, longitude: 3 }];
const polygon = { type: "polygon", name: "plaza", vertices: corners } as const;
const geoline = { type: "geoline", name: "kerb", vertices: corners } as const;
const beacon = {
  type: "beacon",
  name: "counter",
  beaconType: "Both",
  location: point(1),
  proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef",
  major: 1,
  minor: 2,
  macAddress: "01-17-c5-31-84-19",
  txPower: -77,
} as const;
const speed = { type: "speed", minimumSpeed: 0, maximumSpeed: 10 } as const;
const direction = { type: "travelDirection", fromAngle: 0, toAngle: 180 } as const;
const travelPath = { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600 } as const;
const hours = { type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" } as const;
const days = { type: "dayRange", startDate: "2026-12-01", endDate: "2026-12-24" } as const;

const fences = (...geofeatures: bluedot.GeofeatureArgs[]): Change => ({ geofeatures });
const when = (...conditions: bluedot.ConditionArgs[]): Change => ({ conditions });
/** A zone in which four fences can be crossed. */
const cross = (changes: Partial<bluedot.TravelPathArgs>): Change => ({
  ...fences(circle, box, polygon, geoline),
  ...when({ ...travelPath, ...changes }),
});
const does = (...actions: bluedot.ActionArgs[]): Change => ({ actions });

const fields: Field[] = [
  field("name", ["one", "two", "three"], (name) => ({ name })),
  field("minimumRetriggerTime", [60, 61, 62], (minimumRetriggerTime) => ({ minimumRetriggerTime })),
  field("triggerOnExit", [false, true, false], (triggerOnExit) => ({ triggerOnExit })),
  field("customData.store", ["1", "2", "3"], (store) => ({ customData: { store, kept: "k" } })),
  field("tags[1]", ["b", "c", "d"], (tag) => ({ tags: ["a", tag] })),
  field("destinationId", ["store-1", "store-2", "store-3"], (destinationId) => ({ destinationId })),
  field("extraFields.laterField", [5, 6, 7], (laterField) => ({ extraFields: { laterField } })),
  field("geofeatures[0].name", ["door", "gate", "hatch"], (name) => fences({ ...circle, name })),
  field("geofeatures[0].radius", [40, 41.5, 42], (radius) => fences({ ...circle, radius })),
  field("geofeatures[0].center.latitude", [1, 1.5, 2], (latitude) =>
    fences({ ...circle, center: point(latitude) }),
  ),
  field("geofeatures[0].center.longitude", [1, 1.5, 2], (longitude) =>
    fences({ ...circle, center: { latitude: 1, longitude } }),
  ),
  field("geofeatures[0].color", ["#111111", "#222222", "#333333"], (color) => fences({ ...circle, color })),
  field("geofeatures[0].extraFields.altitude", [1, 2, 3], (altitude) =>
    fences({ ...circle, extraFields: { altitude } }),
  ),
  field("geofeatures[0].northEast.latitude", [1.1, 1.2, 1.3], (latitude) =>
    fences({ ...box, northEast: { latitude, longitude: 2.1 } }),
  ),
  field("geofeatures[0].southWest.longitude", [1, 1.5, 1.7], (longitude) =>
    fences({ ...box, southWest: { latitude: 1, longitude } }),
  ),
  field("geofeatures[0].vertices[1].longitude", [3, 4, 5], (longitude) =>
    fences({ ...polygon, vertices: [point(1), { latitude: 1, longitude }, { latitude: 2, longitude: 3 }] }),
  ),
  field("geofeatures[0].vertices[0].latitude", [1, 1.5, 1.7], (latitude) =>
    fences({ ...geoline, vertices: [point(latitude), { latitude: 4, longitude: 3 }] }),
  ),
  field<"Near" | "Far" | "Immediate">("geofeatures[0].proximity", ["Near", "Far", "Immediate"], (proximity) =>
    fences({ ...beacon, proximity }),
  ),
  field("geofeatures[0].description", ["a", "b", "c"], (description) => fences({ ...beacon, description })),
  field("geofeatures[0].location.latitude", [1, 2, 3], (latitude) =>
    fences({ ...beacon, location: point(latitude) }),
  ),
  field<"IOS" | "Both">("geofeatures[0].beaconType", ["Both", "IOS", "Both"], (beaconType) =>
    fences({ ...beacon, beaconType }),
  ),
  field(
    "geofeatures[0].proximityUUID",
    ["1", "2", "3"].map((digit) => `23a01af0-232a-4518-9c0e-323fb773f5e${digit}`),
    (proximityUUID) => fences({ ...beacon, proximityUUID }),
  ),
  field(
    "geofeatures[0].macAddress",
    ["01", "02", "03"].map((pair) => `01-17-c5-31-84-${pair}`),
    (macAddress) => fences({ ...beacon, macAddress }),
  ),
  field(
    "geofeatures[0].accountId",
    ["1", "2", "3"].map((digit) => `33a01af0-232a-4518-9c0e-323fb773f5e${digit}`),
    (accountId) => fences({ ...beacon, accountId }),
  ),
  field("geofeatures[0].color", ["#111111", "#222222", "#333333"], (color) => fences({ ...box, color })),
  field("geofeatures[0].color", ["#111111", "#222222", "#333333"], (color) => fences({ ...polygon, color })),
  field("geofeatures[0].major", [1, 2, 3], (major) => fences({ ...beacon, major })),
  field("geofeatures[0].minor", [1, 2, 3], (minor) => fences({ ...beacon, minor })),
  field("geofeatures[0].txPower", [-1, -2, -3], (txPower) => fences({ ...beacon, txPower })),
  field("conditions[0].minimumSpeed", [0, 1, 2], (minimumSpeed) => when({ ...speed, minimumSpeed })),
  field("conditions[0].maximumSpeed", [10, 11, 12], (maximumSpeed) => when({ ...speed, maximumSpeed })),
  field("conditions[0].fromAngle", [0, 10, 20], (fromAngle) => when({ ...direction, fromAngle })),
  field("conditions[0].toAngle", [180, 190, 200], (toAngle) => when({ ...direction, toAngle })),
  field("conditions[0].minimumGeofeaturesCrossed", [2, 3, 4], (minimumGeofeaturesCrossed) =>
    cross({ minimumGeofeaturesCrossed }),
  ),
  field("conditions[0].timeOutSeconds", [60, 61, 62], (timeOutSeconds) => cross({ timeOutSeconds })),
  field("conditions[0].sequential", [false, true, false], (sequential) => cross({ sequential })),
  field("conditions[0].fromTime", ["08:00:00", "08:30:00", "07:00:00"], (fromTime) =>
    when({ ...hours, fromTime }),
  ),
  field("conditions[0].toTime", ["18:00:00", "18:30:00", "19:00:00"], (toTime) => when({ ...hours, toTime })),
  field("conditions[0].startDate", ["2026-11-01", "2026-11-02", "2026-11-03"], (startDate) =>
    when({ ...days, startDate }),
  ),
  field("conditions[0].endDate", ["2026-12-25", "2026-12-26", "2026-12-27"], (endDate) =>
    when({ ...days, endDate }),
  ),
  field("actions[0].title", ["a", "b", "c"], (title) => does({ type: "message", title, message: "m" })),
  field("actions[0].message", ["a", "b", "c"], (message) => does({ type: "message", title: "t", message })),
  field(
    "actions[0].url",
    ["https://a.example.com", "https://b.example.com", "https://c.example.com"],
    (url) => does({ type: "url", url }),
  ),
];

/** The value in the API after the program has stopped declaring a property. */
const removed: [path: string, declared: Change, then: Change, held: unknown][] = [
  ["triggerOnExit", { triggerOnExit: true }, {}, false],
  ["customData", { customData: { a: "b" } }, {}, {}],
  ["tags", { tags: ["a"] }, {}, []],
  ["conditions", when(hours), {}, []],
  ["actions", does({ type: "url", url: "https://a.example.com" }), {}, []],
  ["destinationId", { destinationId: "store" }, {}, undefined],
  ["extraFields", { extraFields: { laterField: 3 } }, {}, undefined],
  ["geofeatures[1]", fences(circle, box), fences(circle), undefined],
  ["conditions[0].sequential", cross({ sequential: true }), cross({}), false],
];

/** Nothing to do, though the program or the API spells it in another way. */
const quiet: [what: string, declared: Change, then: Change][] = [
  ["tags in another order", { tags: ["a", "b"] }, { tags: ["b", "a"] }],
  ["geofeatures in another order", fences(circle, box), fences(box, circle)],
  [
    "a colour in other letters",
    fences({ ...circle, color: "#429bd5" }),
    fences({ ...circle, color: "#429BD5" }),
  ],
  [
    "a closing point",
    fences({ ...polygon, vertices: corners }),
    fences({ ...polygon, vertices: [...corners, point(1)] }),
  ],
  ["shouldSync", { shouldSync: false }, { shouldSync: true }],
];

/** No field is what the API would make of a bare zone. */
const whole: Change = {
  minimumRetriggerTime: 61,
  triggerOnExit: true,
  customData: { store: "1" },
  tags: ["a", "b"],
  destinationId: "store",
  ...fences({ ...circle, radius: 41.5 }, box),
  ...when(hours),
  ...does({ type: "message", title: "t", message: "m" }),
  extraFields: { laterField: 5 },
};

/** A zone without what the API gives each anew. */
const declaredOf = (zone: unknown): unknown =>
  JSON.parse(
    JSON.stringify(zone, (key, value: unknown) =>
      ["_id", "createdAt", "updatedAt"].includes(key) ? undefined : value,
    ),
  );

const base: Args = { minimumRetriggerTime: 600, geofeatures: [circle] };

describe("a Zone on the real CLI", function () {
  this.timeout(600_000);
  let stack: TestStack;
  const seen: Record<string, Step[]> = {};
  const held: Record<string, Record<string, unknown>> = {};
  const requests: Record<string, Record<string, number>> = {};
  const signIns: Record<string, number> = {};

  const id = (at: number) => `field-${at}`;
  const declare =
    (which: "first" | "then", second: "first" | "second" = "first") =>
    () => {
      const project = new bluedot.Project("coffee");
      const other = new bluedot.Project("tea");
      fields.forEach(
        (each, at) => new bluedot.Zone(id(at), { ...base, projectId: project.id, ...each[which] }),
      );
      removed.forEach(
        ([path, declared, then]) =>
          new bluedot.Zone(`removed-${path}`, {
            ...base,
            projectId: project.id,
            ...(which === "first" ? declared : then),
          }),
      );
      quiet.forEach(
        ([what, declared, then]) =>
          new bluedot.Zone(`quiet-${what}`, {
            ...base,
            projectId: project.id,
            ...(which === "first" ? declared : then),
          }),
      );
      new bluedot.Zone("gone", { ...base, ...whole, projectId: project.id });
      new bluedot.Zone("mover", { ...base, projectId: second === "first" ? project.id : other.id });
      return undefined;
    };
  const record = async (what: string, run: () => Promise<Step[]>) => {
    stack.emulator.requests.clear();
    seen[what] = await run();
    signIns[what] = stack.emulator.count({ method: "POST", path: "/sessions" });
    requests[what] = {};
    for (const { method } of stack.emulator.requests)
      requests[what][method] = (requests[what][method] ?? 0) + 1;
    held[what] = Object.fromEntries(stack.emulator.zones.list().map((zone) => [zone.name, zone]));
  };
  const stepOf = (what: string, name: string) => seen[what]?.filter((step) => step.name === name);
  const storedOf = (what: string, at: number) =>
    Object.values(held[what] ?? {}).find((zone) => idsOf[at] === valueAt(zone, "_id"));
  let idsOf: unknown[] = [];

  before(async () => {
    stack = await openStack();
    stack.emulator.seed({
      destinations: ["store", "store-1", "store-2", "store-3"].map((destinationId) => ({
        destinationId,
        name: destinationId,
      })),
    });
    stack.run(declare("first"));
    await record("create", () => stack.up());
    const ids = await stack.ids();
    idsOf = fields.map((_, at) => ids.get(id(at)));
    await record("after create", () => stack.preview());

    stack.run(declare("then"));
    await record("update", () => stack.up());
    await record("after update", () => stack.preview());

    fields.forEach(({ path, foreign }, at) => {
      stack.emulator.zones.update(String(idsOf[at]), (zone) => {
        setAt(zone, path.replace("extraFields.", ""), foreign);
      });
    });
    await record("drift", () => stack.preview());
    // Drift is shown also of what is just created; what is gone then is believed only later.
    await stack.age();
    stack.emulator.zones.delete((await stack.ids()).get("gone") ?? "");
    stack.run(declare("then", "second"));
    await record("restore", () => stack.up());
    await record("after restore", () => stack.preview());

    await record("refresh", () => stack.refresh());
    await record("after refresh", () => stack.preview());

    await record("destroy", () => stack.destroy());
  });
  after(async () => {
    await stack.close();
  });

  it("is made with one POST each, after one look at the lists of projects and zones", () => {
    const count = fields.length + removed.length + quiet.length + 2;
    expect(seen["create"]?.filter(({ op }) => op === "create")).to.have.length(count + 2);
    expect(requests["create"]).to.deep.equal({ POST: count + 3, GET: 2 });
  });

  for (const what of ["create", "update", "restore", "refresh"]) {
    it(`has an empty preview after ${what}`, () => {
      expect(seen[`after ${what}`]).to.deep.equal([]);
    });
  }

  describe("a property changed in the program is updated in place:", () => {
    fields.forEach(({ path, value }, at) => {
      it(path, () => {
        expect(stepOf("update", id(at))).to.deep.equal([{ op: "update", name: id(at), paths: [path] }]);
        expect(valueAt(storedOf("update", at), path.replace("extraFields.", ""))).to.deep.equal(value);
      });
    });

    it("with one GET and one PUT each, after a look at both projects and the list of zones", () => {
      const changed = fields.length + removed.length;
      const looked = 2 + 1;
      expect(requests["update"]).to.deep.equal({ POST: 1, GET: looked + changed, PUT: changed });
    });
  });

  describe("a property that the program no longer declares goes back to the API's default:", () => {
    for (const [path, , , expected] of removed) {
      it(path, () => {
        expect(stepOf("update", `removed-${path}`)).to.deep.equal([
          { op: "update", name: `removed-${path}`, paths: [path] },
        ]);
        expect(
          valueAt(held["update"]?.[`removed-${path}`], path === "extraFields" ? "laterField" : path),
        ).to.deep.equal(expected);
      });
    }
  });

  describe("no update comes of", () => {
    for (const [what] of quiet) {
      it(what, () => {
        expect(stepOf("update", `quiet-${what}`)).to.deep.equal([]);
      });
    }
  });

  describe("a property changed in the console is shown by a plain preview as just that, and put back by up:", () => {
    fields.forEach(({ path, value }, at) => {
      it(path, () => {
        expect(stepOf("drift", id(at))).to.deep.equal([{ op: "update", name: id(at), paths: [path] }]);
        expect(valueAt(storedOf("restore", at), path.replace("extraFields.", ""))).to.deep.equal(value);
      });
    });

    it("and nothing else is", () => {
      expect(seen["drift"]).to.have.length(fields.length);
    });
  });

  it("deleted in the console is made again, with all that it had", () => {
    expect(stepOf("restore", "gone")?.map(({ op }) => op)).to.deep.equal(["create"]);
    expect(declaredOf(held["restore"]?.["gone"])).to.deep.equal(declaredOf(held["create"]?.["gone"]));
    expect(held["restore"]?.["gone"]).to.deep.include({
      triggerOnExit: true,
      laterField: 5,
      tags: ["a", "b"],
    });
  });

  it("that moves to another project is replaced, the old one before the new one comes", () => {
    const [first, ...others] = stepOf("restore", "mover") ?? [];
    expect([first, ...others].map((step) => step?.op)).to.deep.equal([
      "delete-replaced",
      "replace",
      "create-replacement",
    ]);
    expect(others[0]?.paths).to.deep.equal(["projectId"]);
  });

  it("is all that up puts right", () => {
    const done = ["gone", "mover"].flatMap((name) => stepOf("restore", name) ?? []);
    expect(seen["restore"]).to.have.length(fields.length + done.length);
  });

  it("leaves nothing behind when the stack is destroyed", () => {
    expect(held["destroy"]).to.deep.equal({});
    expect(stack.emulator.projects.size()).to.equal(0);
  });

  it("signs in at most once in each phase", () => {
    for (const [what, count] of Object.entries(signIns)) expect(count, what).to.be.at.most(1);
  });
});
