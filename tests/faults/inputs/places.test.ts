import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";

import { beacon as beaconDefinition } from "../../../provider/beacon/definition";
import { destination as destinationDefinition } from "../../../provider/destination/definition";
import { destinationSet } from "../../../provider/destination-set/definition";
import { combineWarnings } from "../../../provider/program/repeated-warnings";
import type { JsonObject } from "../../../provider/json";
import { check } from "../../../provider/lifecycle/check";
import type { Definition } from "../../../provider/lifecycle/definition";
import { watchProgram } from "../../../provider/program/cross-resource-checks";
import { checkSet } from "../../../provider/set/check";
import { zone as zoneDefinition } from "../../../provider/zone/definition";
import { zoneSet } from "../../../provider/zone-set/definition";
import { beacon, circle, polygon, zone } from "../../unit/provider/samples";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const nowhere = { latitude: 0, longitude: 0 };
const hardware: JsonObject = Object.fromEntries(
  Object.entries(beacon()).filter(([key]) => key !== "type" && key !== "proximity"),
);

type Pair = readonly [latitude: number, longitude: number];
const point = ([latitude, longitude]: Pair) => ({ latitude, longitude });
const zonesAt = (places: readonly Pair[]): JsonObject => ({
  projectId,
  zones: Object.fromEntries(
    places.map((place, at) => [
      `zone ${at}`,
      JSON.stringify({ minimumRetriggerTime: 60, geofeatures: [circle({ center: point(place) })] }),
    ]),
  ),
});
const storesAt = (places: readonly Pair[]): JsonObject => ({
  destinations: Object.fromEntries(
    places.map((place, at) => [`store ${at}`, JSON.stringify({ location: point(place) })]),
  ),
});
const around = (count: number, [latitude, longitude]: Pair): Pair[] =>
  Array.from({ length: count }, (_, at) => [latitude + (at % 20) / 10, longitude + Math.floor(at / 20) / 10]);
const swapped = (places: readonly Pair[]) =>
  places.map(([latitude, longitude]): Pair => [longitude, latitude]);
const said = (set: typeof zoneSet, news: JsonObject, olds: JsonObject = {}) => {
  const { failures, warnings } = checkSet(set, olds, news);
  return { faults: failures, warnings: warnings.map(({ property, reason }) => `${property}: ${reason}`) };
};

describe("places that a table got wrong", () => {
  const zeros: [property: string, definition: Definition, args: JsonObject][] = [
    ["geofeatures[0].center", zoneDefinition, zone({ geofeatures: [circle({ center: nowhere })] })],
    ["geofeatures[0].location", zoneDefinition, zone({ geofeatures: [beacon({ location: nowhere })] })],
    ["location", beaconDefinition, { ...hardware, location: nowhere }],
    ["location", destinationDefinition, { destinationId: "a", name: "a", location: nowhere }],
  ];
  for (const [place, definition, args] of zeros) {
    it(`C11: exactly (0, 0) is a warning at ${place} of a ${definition.noun}`, () => {
      const { failures, warnings } = check(definition, args);
      expect(failures).to.deep.equal([]);
      expect(warnings.map(({ property, reason }) => `${property}: ${reason}`)).to.deep.equal([
        `${place}: it is exactly (0, 0), in the sea off Africa; was a blank cell taken for 0?`,
      ]);
    });
  }

  it("C11: an outline may lead over it", () => {
    const vertices = [nowhere, { latitude: 0, longitude: 1 }, { latitude: 1, longitude: 0 }];
    expect(check(zoneDefinition, zone({ geofeatures: [polygon({ vertices })] })).warnings).to.deep.equal([]);
  });

  it("C12: a few of a set that are far from all others are one warning", () => {
    const places = [...around(193, [40, -90]), ...around(7, [-37, 144])];
    expect(said(zoneSet, zonesAt(places)).warnings).to.deep.equal([
      'zones: 7 of 200 zones are more than 3,000 km from the others: "zone 193" (-37, 144), "zone 194" (-36.9, 144), "zone 195" (-36.8, 144) and others; are their latitudes and longitudes right?',
    ]);
    expect(said(destinationSet, storesAt(places)).warnings[0]).to.match(
      /^destinations: 7 of 200 destinations are/,
    );
  });

  it("C12: nothing is said of what is recorded already, of a network around the world, and of few zones", () => {
    const places = [...around(193, [40, -90]), ...around(7, [-37, 144])];
    const recorded = zonesAt(places);
    expect(said(zoneSet, recorded, recorded).warnings).to.deep.equal([]);
    expect(said(zoneSet, zonesAt([...places, [40, -91]]), recorded).warnings).to.deep.equal([]);
    const world = [...around(60, [40, -90]), ...around(60, [50, 5]), ...around(60, [-37, 144])];
    expect(said(zoneSet, zonesAt(world)).warnings).to.deep.equal([]);
    expect(said(zoneSet, zonesAt([...around(8, [40, -90]), [-37, 144]])).warnings).to.deep.equal([]);
    // Seattle is between Kansas and Alaska.
    const country = [...around(60, [39, -98]), [47.6, -122.3], [61.2, -149.9], [40.7, -74]] as const;
    expect(said(zoneSet, zonesAt(country)).warnings).to.deep.equal([]);
  });

  it("C12: rows that are all swapped are one fault", () => {
    const { faults, warnings } = said(zoneSet, zonesAt(swapped(around(127, [-37.8, 144.9]))));
    expect(warnings).to.deep.equal([]);
    expect(faults).to.deep.equal([
      {
        property: "zones",
        reason:
          'all 127 zones look swapped: (144.9, -37.8) of "zone 0" is no place, but (-37.8, 144.9) is; swap latitude and longitude of every row',
      },
    ]);
  });

  it("C12: rows that are all swapped and are possible places are one warning", () => {
    expect(said(zoneSet, zonesAt(swapped(around(127, [40.7, -74.9])))).warnings).to.deep.equal([
      'zones: all 127 zones look swapped: (-74.9, 40.7) of "zone 0" is where nobody lives, but (40.7, -74.9) is not; did you swap latitude and longitude of every row?',
    ]);
    expect(said(zoneSet, zonesAt(around(127, [69, 19]))).warnings).to.deep.equal([]);
  });

  it("C12: what is alike for many zones of a program is said once", () => {
    const shown: string[] = [];
    const callbacks: (() => void)[] = [];
    const program = watchProgram(
      combineWarnings(
        (message) => shown.push(message),
        (callback) => callbacks.push(callback),
      ),
    );
    const store = new pulumi.DependencyResource("urn:collins");
    program.destination(store, "collins", { destinationId: "a", location: point([40.7, -74]) }, ["a"]);
    for (const [at, place] of swapped(around(127, [40.7, -74])).entries()) {
      const args = { projectId, destinationId: "a", geofeatures: [circle({ center: point(place) })] };
      program.zone(new pulumi.DependencyResource(`urn:${at}`), `zone ${at}`, args);
    }
    expect(shown).to.deep.equal([]);
    for (const callback of callbacks) callback();
    expect(shown).to.have.length(1);
    expect(shown[0]).to.match(/^Zone "zone 0": geofeatures\[0\]\.center: .* \(and \d+ more like it\)$/);
  });

  it("C4: what all vertices of an outline have wrong is said once", () => {
    const vertices = Array.from({ length: 200 }, (_, at) => ({ latitude: -37, longitude: 190 + at / 100 }));
    expect(check(zoneDefinition, zone({ geofeatures: [polygon({ vertices })] })).failures).to.deep.equal([
      {
        property: "geofeatures[0].vertices[0].longitude",
        reason: "it is 190, but must be a number of degrees from -180 to 180 (and 199 more like it)",
      },
    ]);
  });
});
