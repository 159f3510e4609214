import { expect } from "chai";
import fc from "fast-check";
import { Geodesic } from "geographiclib-geodesic";

import type { Fix } from "../../../../fences/track/fix";
import type { PlainZone } from "../../../../geometry/plain-zone";
import type { Point } from "../../../../geometry/point";
import { seed } from "../../../seed";
import { eventsOf, start } from "./street";

/** A small town, also on the antimeridian and in the far north. */
const towns: Point[] = [
  { latitude: -37.8, longitude: 144.9 },
  { latitude: 0, longitude: 180 },
  { latitude: 70, longitude: -179.99 },
];

/** Thousandths of a degree, so that a town is about two kilometres wide. */
const offset = fc.integer({ min: -100, max: 100 }).map((value) => value / 10_000);
const town = fc.constantFrom(...towns);

function near({ latitude, longitude }: Point, north: number, east: number): Point {
  const x = longitude + east;
  return { latitude: latitude + north, longitude: x > 180 ? x - 360 : x < -180 ? x + 360 : x };
}

interface Case {
  readonly zones: PlainZone[];
  readonly fixes: Fix[];
}

const cases: fc.Arbitrary<Case> = town.chain((center) =>
  fc.record({
    zones: fc
      .array(
        fc.record({
          circles: fc.array(fc.tuple(offset, offset, fc.integer({ min: 20, max: 400 })), {
            minLength: 1,
            maxLength: 3,
          }),
          minimumRetriggerTime: fc.constantFrom(0, 60, 300),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((zones) =>
        zones.map(({ circles, minimumRetriggerTime }, at) => ({
          name: `zone ${at}`,
          triggerOnExit: true,
          minimumRetriggerTime,
          geofeatures: circles.map(([north, east, radius], index) => ({
            type: "circle" as const,
            name: `circle ${index}`,
            center: near(center, north, east),
            radius,
          })),
        })),
      ),
    fixes: fc
      .array(fc.tuple(offset, offset, fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 60 })
      .map((steps) => {
        let time = start;
        return steps.map(([north, east, seconds]): Fix => {
          time += seconds * 1000;
          return { time, point: near(center, north, east), segment: 0 };
        });
      }),
  }),
);

const parameters = { seed, numRuns: 150 };

describe(`Walks of random tracks (seed ${seed})`, () => {
  it("have their events in the order of time", () => {
    fc.assert(
      fc.property(cases, ({ zones, fixes }) => {
        const times = eventsOf(zones, fixes).map(({ time }) => time ?? 0);
        expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
      }),
      parameters,
    );
  });

  it("have an exit, or the end, after each entry, and an entry before each exit", () => {
    fc.assert(
      fc.property(cases, ({ zones, fixes }) => {
        const events = eventsOf(zones, fixes);
        for (const { name } of zones) {
          const types = events
            .filter(({ zone, type }) => zone === name && (type === "enter" || type === "exit"))
            .map(({ type }) => type);
          expect(types).to.deep.equal(types.map((_, at) => (at % 2 === 0 ? "enter" : "exit")));
        }
      }),
      parameters,
    );
  });

  it("have no two entries within the minimumRetriggerTime", () => {
    fc.assert(
      fc.property(cases, ({ zones, fixes }) => {
        const events = eventsOf(zones, fixes);
        for (const { name, minimumRetriggerTime = 0 } of zones) {
          const times = events.flatMap(({ zone, type, time }) =>
            zone === name && type === "enter" && time !== undefined ? [time] : [],
          );
          for (const [at, time] of times.entries())
            if (at > 0) expect(time - (times[at - 1] ?? 0)).to.be.at.least(minimumRetriggerTime * 1000);
        }
      }),
      parameters,
    );
  });

  it("do not lose what is passed when there are more fixes on the way", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 9 }), ({ zones, fixes }, parts) => {
        const finer = eventsOf(zones, split(fixes, parts));
        for (const { type, zone, time = 0, seconds = 0 } of eventsOf(zones, fixes)) {
          if (type !== "passed") continue;
          const found = finer.some(
            (event) =>
              event.zone === zone &&
              (event.type === "passed" || event.type === "enter" || event.missing === "enter") &&
              (event.time ?? 0) <= time &&
              (event.time ?? 0) >= time - seconds * 1000,
          );
          expect(found, `${zone} at ${time}`).to.equal(true);
        }
      }),
      parameters,
    );
  });

  it("enter a line from one end of the town to the other at each step that changes the side", () => {
    fc.assert(
      fc.property(cases, offset, ({ fixes }, where) => {
        const center = towns.find(({ latitude }) => Math.abs(latitude - (fixes[0]?.point.latitude ?? 0)) < 1);
        fc.pre(center !== undefined);
        // Half a step off, so that no fix is on it.
        const east = where + 0.000_05;
        const vertices = [near(center, -1, east), near(center, 1, east)];
        const wall: PlainZone = {
          name: "wall",
          minimumRetriggerTime: 0,
          geofeatures: [{ type: "geoline", name: "line", vertices }],
        };
        const sides = fixes.map(({ point }) => eastOf(center, point) > east);
        const expected = sides.flatMap((side, at) => (at > 0 && side !== sides[at - 1] ? [at] : []));
        expect(eventsOf([wall], fixes).map(({ fix }) => fix)).to.deep.equal(expected);
      }),
      parameters,
    );
  });

  it("enter and leave zones exactly where geodesics say so", () => {
    fc.assert(
      fc.property(cases, ({ zones, fixes }) => {
        const free = zones.map((zone) => ({ ...zone, minimumRetriggerTime: 0 }));
        fc.pre(free.every((zone) => fixes.every((fix) => !isOnEdge(zone, fix))));
        const found = eventsOf(free, fixes)
          .filter(({ type }) => type === "enter" || type === "exit")
          .map(({ zone, type, fix }) => `${zone} ${type} ${fix}`);
        expect(found.toSorted()).to.deep.equal(free.flatMap((zone) => changes(zone, fixes)).toSorted());
      }),
      parameters,
    );
  });
});

function eastOf(center: Point, { longitude }: Point): number {
  const east = longitude - center.longitude;
  return east > 180 ? east - 360 : east < -180 ? east + 360 : east;
}

function split(fixes: readonly Fix[], parts: number): Fix[] {
  return fixes.flatMap((fix, at) => {
    const before = fixes[at - 1];
    if (before === undefined) return [fix];
    const east = eastOf(before.point, fix.point);
    return Array.from({ length: parts }, (_, index): Fix => {
      const part = (index + 1) / parts;
      const north = (fix.point.latitude - before.point.latitude) * part;
      const time = (before.time ?? 0) + ((fix.time ?? 0) - (before.time ?? 0)) * part;
      return index + 1 === parts ? fix : { time, point: near(before.point, north, east * part), segment: 0 };
    });
  });
}

/** The least distance of a fix from an edge of the zone's circles, negative inside, by the library's geodesics alone. */
function metresInside(zone: PlainZone, { point }: Fix): number {
  const distances = zone.geofeatures.map((each) => {
    if (each.type !== "circle") throw new Error("only circles are here");
    const { latitude, longitude } = each.center;
    const { s12 } = Geodesic.WGS84.Inverse(latitude, longitude, point.latitude, point.longitude);
    return (s12 ?? Infinity) - each.radius;
  });
  return Math.min(...distances);
}

function isOnEdge(zone: PlainZone, fix: Fix): boolean {
  return Math.abs(metresInside(zone, fix)) < 0.01;
}

function changes(zone: PlainZone, fixes: readonly Fix[]): string[] {
  let wasInside = false;
  return fixes.flatMap((fix, at) => {
    const isInside = metresInside(zone, fix) < 0;
    const change = isInside === wasInside ? [] : [`${zone.name} ${isInside ? "enter" : "exit"} ${at}`];
    wasInside = isInside;
    return change;
  });
}
