/** Guards the speed of walks in small, as a ratio of times within one run. */
import { expect } from "chai";

import { randomFrom } from "../../../../emulator/random";
import { groundOf } from "../../../../fences/ground";
import type { Fix } from "../../../../fences/track/fix";
import { walk } from "../../../../fences/walk/walk";
import { place, start } from "./street";

/** Zones as dense whatever their number, on a square whose south-west corner is the street's beginning. */
function network(count: number) {
  const random = randomFrom(count);
  const side = Math.sqrt(count) * 300;
  return groundOf(
    Array.from({ length: count }, (_, at) => {
      const center = place(random() * side, random() * side);
      const geofeatures = [{ type: "circle", name: "door", center, radius: 20 + random() * 60 } as const];
      return { label: `zone ${at}`, zone: { name: `zone ${at}`, minimumRetriggerTime: 60, geofeatures } };
    }),
  );
}

/** At 10 m/s to and fro in a square of a kilometre. */
function drive(count: number): Fix[] {
  return Array.from({ length: count }, (_, at) => ({
    time: start + at * 1000,
    point: place(Math.abs(((at * 10) % 2000) - 1000), Math.abs(((at * 3) % 2000) - 1000)),
    segment: 0,
  }));
}

/** The least processor time of some runs, so that neither other processes nor a collection of garbage count. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    work();
    return process.cpuUsage(from).user;
  });
  return Math.min(...times);
}

describe("A walk over 16 times as many zones", function () {
  this.timeout(60_000);

  it("takes about as long, since most of them are far away", () => {
    const [few, many] = [network(600), network(9_600)];
    const track = drive(20_000);
    expect(walk(few, track).events.length).to.be.above(100);
    const [short, long] = [few, many].map((ground) => timeOf(() => walk(ground, track)));
    expect((long ?? Infinity) / (short ?? 1)).to.be.below(4);
  });
});

describe("A walk of 10 times as many fixes", function () {
  this.timeout(60_000);

  it("takes about 10 times as long", () => {
    const ground = network(2_000);
    // Code that has run for a while is faster.
    walk(ground, drive(100_000));
    const [short, long] = [20_000, 200_000].map((count) => {
      const track = drive(count);
      return timeOf(() => walk(ground, track));
    });
    expect((long ?? Infinity) / (short ?? 1)).to.be.below(15);
  });
});
