import { expect } from "chai";
import fc from "fast-check";

import { isObject, type Json, type JsonObject } from "../../../../provider/json";
import { check } from "../../../../provider/lifecycle/check";
import { diff } from "../../../../provider/lifecycle/diff";
import { read } from "../../../../provider/lifecycle/read";
import { zone as definition } from "../../../../provider/zone/definition";
import { standIn } from "../lifecycle/stand-in";

const RUNS = 10_000;
const id = "11111111-1111-4111-8111-111111111111";

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const point = fc.record({
  latitude: fc.integer({ min: -9_000, max: 9_000 }).map((value) => value / 100),
  longitude: fc.integer({ min: -18_000, max: 18_000 }).map((value) => value / 100),
});
const color = fc.stringMatching(/^#[0-9A-F]{6}$/);
const painted = { color: fc.option(color, { nil: undefined }) };
const points = (least: number) =>
  fc.uniqueArray(point, {
    minLength: least,
    maxLength: 7,
    selector: (each) => `${each.latitude} ${each.longitude}`,
  });

interface Point {
  latitude: number;
  longitude: number;
}

function cornersOf([a, b]: readonly [Point, Point]): { northEast: Point; southWest: Point } {
  const corner = (most: (one: number, other: number) => number) => ({
    latitude: most(a.latitude, b.latitude),
    longitude: most(a.longitude, b.longitude),
  });
  return { northEast: corner(Math.max), southWest: corner(Math.min) };
}

/** Around their middle, so that the outline does not cross itself. */
function inOrder(points: readonly Point[]): Point[] {
  const middle = (part: (point: Point) => number) =>
    points.reduce((sum, point) => sum + part(point), 0) / points.length;
  const north = middle(({ latitude }) => latitude);
  const east = middle(({ longitude }) => longitude);
  const angle = ({ latitude, longitude }: Point) => Math.atan2(latitude - north, longitude - east);
  return [...points].sort((a, b) => angle(a) - angle(b));
}

const geofeature = fc.oneof(
  fc.record({
    type: fc.constant("circle"),
    center: point,
    radius: fc.integer({ min: 5, max: 900 }),
    ...painted,
  }),
  fc
    .record({ type: fc.constant("boundingBox"), corners: fc.tuple(point, point), ...painted })
    .map(({ corners, ...box }) => ({ ...box, ...cornersOf(corners) })),
  fc
    .record({ type: fc.constant("polygon"), vertices: points(3), ...painted })
    .map(({ vertices, ...polygon }) => ({ ...polygon, vertices: inOrder(vertices) })),
  fc.record({ type: fc.constant("geoline"), vertices: points(2) }),
);
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => [h, m, 0].map((part) => String(part).padStart(2, "0")).join(":"));
const condition = fc.oneof(
  fc.record({
    type: fc.constant("speed"),
    minimumSpeed: fc.nat(4),
    maximumSpeed: fc.integer({ min: 5, max: 50 }),
  }),
  fc.record({ type: fc.constant("timeActive"), fromTime: time, toTime: time }),
  fc.record({
    type: fc.constant("travelPath"),
    minimumGeofeaturesCrossed: fc.integer({ min: 2, max: 9 }),
    timeOutSeconds: fc.integer({ min: 60, max: 900 }),
    sequential: fc.boolean(),
  }),
);

interface Declared {
  readonly declared: JsonObject;
  /** The inputs that a check makes of the declaration. */
  readonly inputs: JsonObject;
}

/** A zone as a program may declare it. */
const declaredZone: fc.Arbitrary<Declared> = fc
  .record({
    name: word,
    minimumRetriggerTime: fc.integer({ min: 60, max: 3_599_940 }),
    geofeatures: fc.uniqueArray(fc.tuple(word, geofeature), {
      minLength: 1,
      maxLength: 5,
      selector: ([name]) => name,
    }),
    triggerOnExit: fc.boolean(),
    customData: fc.option(fc.dictionary(word, word, { minKeys: 1, maxKeys: 5 }), { nil: undefined }),
    conditions: fc.option(fc.array(condition, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    tags: fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), { nil: undefined }),
    destinationId: fc.option(word, { nil: undefined }),
    laterField: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map(({ geofeatures, laterField, conditions, ...rest }) => {
    const named = geofeatures.map(([name, each]) => ({ ...each, name }));
    const whole = {
      projectId: id,
      ...rest,
      conditions: conditions?.map((each) =>
        each.type === "travelPath" ? { ...each, minimumGeofeaturesCrossed: named.length } : each,
      ),
      geofeatures: named,
      extraFields: laterField === undefined ? undefined : { laterField },
    };
    const parsed: unknown = JSON.parse(JSON.stringify(whole));
    const declared = isObject(parsed) ? parsed : {};
    return { declared, ...check(definition, declared) };
  })
  // A path of one geofeature, an outline that is a line.
  .filter(({ failures }) => failures.length === 0);

type Dice = (sides: number) => number;

/** A source of choices that fast-check can replay. */
const dice: fc.Arbitrary<Dice> = fc
  .array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 })
  .map((numbers) => {
    let at = 0;
    return (sides) => (numbers[at++ % numbers.length] ?? 0) % sides;
  });

function shuffled<Element>(list: readonly Element[], roll: Dice): Element[] {
  return list
    .map((element) => ({ element, rank: roll(1_000) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ element }) => element);
}

/** The same value, spelt otherwise: in a program, or, with `server`, by the API. */
function respelt(value: Json, roll: Dice, server: boolean, inSequence: boolean, key = ""): Json {
  if (Array.isArray(value)) {
    const elements = value.map((element) => respelt(element, roll, server, inSequence));
    if (key === "ring") {
      const start = roll(elements.length);
      const rotated = [...elements.slice(start), ...elements.slice(0, start)];
      return roll(2) === 0 ? rotated : [...rotated, ...rotated.slice(0, 1)];
    }
    return ["tags", "conditions"].includes(key) || (key === "geofeatures" && !inSequence)
      ? shuffled(elements, roll)
      : elements;
  }
  if (isObject(value)) {
    const { extraFields, ...known } = value;
    const extra: JsonObject =
      extraFields === undefined ? {} : server && isObject(extraFields) ? extraFields : { extraFields };
    const added: JsonObject =
      server && key !== "customData" ? { _id: `id-${roll(1_000)}`, addedByServer: roll(9) } : {};
    const parts = Object.entries({ ...known, ...extra, ...added }).map(([name, part]): [string, Json] => {
      const ring = name === "vertices" && value["type"] === "polygon";
      return [name, respelt(part, roll, server, inSequence, ring ? "ring" : name)];
    });
    return Object.fromEntries(shuffled(parts, roll));
  }
  if (key === "color" && typeof value === "string") return roll(2) === 0 ? value.toLowerCase() : value;
  if (server && typeof value === "number" && key !== "laterField")
    return roll(2) === 0 ? value : `${value}.0`.replace(/(\.\d+)\.0$/, "$10");
  return value;
}

function isSequential(zone: JsonObject): boolean {
  const conditions = zone["conditions"];
  return (
    Array.isArray(conditions) && conditions.some((each) => isObject(each) && each["sequential"] === true)
  );
}

/** One leaf changed to another value. */
function mutated(value: Json, roll: Dice): Json {
  if (Array.isArray(value)) {
    const at = roll(value.length);
    return value.map((element, place) => (place === at ? mutated(element, roll) : element));
  }
  if (isObject(value)) {
    const keys = Object.keys(value).filter((key) => key !== "type");
    const key = keys[roll(keys.length)] ?? "";
    return { ...value, [key]: mutated(value[key] ?? null, roll) };
  }
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return typeof value === "string" && value.startsWith("#")
    ? value === "#000000"
      ? "#000001"
      : "#000000"
    : `${String(value)}x`;
}

function inputsOf(zone: JsonObject): JsonObject {
  const { inputs, failures } = check(definition, zone);
  expect(failures).to.deep.equal([]);
  return inputs;
}

describe("check and diff", function () {
  this.timeout(120_000);

  it(`take ${RUNS} zones for the same however they are spelt`, () => {
    fc.assert(
      fc.property(declaredZone, dice, ({ declared, inputs }, roll) => {
        const again = respelt(declared, roll, false, isSequential(declared));
        const state = { ...inputs, zoneId: id, fenceIds: {} };
        expect(diff(definition, state, inputsOf(isObject(again) ? again : {}))).to.deep.equal({
          changes: false,
          replaces: [],
        });
      }),
      { numRuns: RUNS },
    );
  });

  it(`see no drift in ${RUNS} zones that the server spells in its own way and adds to`, async () => {
    await fc.assert(
      fc.asyncProperty(declaredZone, dice, async ({ declared, inputs }, roll) => {
        const held = respelt(inputs, roll, true, isSequential(declared));
        const { operation } = standIn(definition, [[200, isObject(held) ? { ...held, _id: id } : {}]]);
        const seen = await read(operation, id, { ...inputs, zoneId: id, fenceIds: {} });
        expect(seen.inputs).to.deep.equal(inputs);
      }),
      { numRuns: RUNS },
    );
  });

  it(`see every one of ${RUNS} mutations of a declared field`, () => {
    fc.assert(
      fc.property(declaredZone, dice, ({ inputs }, roll) => {
        const other = mutated(inputs, roll);
        expect(
          diff(definition, { ...inputs, zoneId: id, fenceIds: {} }, isObject(other) ? other : {}).changes,
        ).to.equal(undefined);
      }),
      { numRuns: RUNS },
    );
  });
});
