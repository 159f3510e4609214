import { expect } from "chai";
import fc from "fast-check";

import { writeZones, type DrawnZone, type GeofeatureRow } from "../../../files";
import { drawnZonesIn } from "../../../files/read";
import { seed } from "../../seed";
import { cafe, mall } from "./write/zones";

/** What each format holds: a name does not begin or end with a blank, and has no control characters. */
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((each) => each.trim())
  .filter((each) => each !== "" && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(each));

const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const place = fc.record({ latitude: degrees(60), longitude: degrees(178) });
const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const optionalColor = fc.option(
  fc.oneof(
    color,
    color.map((each) => each.toUpperCase()),
  ),
  { nil: undefined },
);

const circle = fc
  .tuple(place, fc.double({ min: 5, max: 1e5, noNaN: true }), optionalColor)
  .map(([center, radius, color]) => ({ type: "circle", center, radius, ...coloured(color) }) as const);
const box = fc
  .tuple(place, fc.double({ min: 0.01, max: 1, noNaN: true }), optionalColor)
  .map(([southWest, size, color]) => {
    const { latitude, longitude } = southWest;
    const northEast = { latitude: latitude + size, longitude: longitude + size };
    return { type: "boundingBox", southWest, northEast, ...coloured(color) } as const;
  });
/** Around its middle, so that it never meets itself. */
const polygon = fc
  .tuple(
    place,
    fc.array(fc.double({ min: 0.01, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 9 }),
    optionalColor,
  )
  .map(([{ latitude, longitude }, radii, color]) => {
    const vertices = radii.map((radius, at) => ({
      latitude: latitude + radius * Math.sin((2 * Math.PI * at) / radii.length),
      longitude: longitude + radius * Math.cos((2 * Math.PI * at) / radii.length),
    }));
    return { type: "polygon", vertices, ...coloured(color) } as const;
  });
const geoline = fc
  .array(place, { minLength: 2, maxLength: 4 })
  .filter((vertices) =>
    vertices.every(({ latitude }, at) => Math.abs(latitude - (vertices[at - 1]?.latitude ?? 99)) > 1e-6),
  )
  .map((vertices) => ({ type: "geoline", vertices }) as const);

function coloured(color: string | undefined): { color?: string } {
  return color === undefined ? {} : { color };
}

const geofeatures = fc
  .uniqueArray(fc.tuple(text, fc.oneof(circle, box, polygon, geoline)), {
    minLength: 1,
    maxLength: 4,
    selector: ([name]) => name,
  })
  .map((all) => all.map(([name, shape]): GeofeatureRow => ({ name, ...shape })));

const time = fc.constantFrom("00:00:00", "09:30:00", "23:59:59");
const conditions: fc.Arbitrary<DrawnZone["conditions"]> = fc.constantFrom(
  [{ type: "speed", minimumSpeed: 0, maximumSpeed: 14.5 }],
  [
    { type: "travelDirection", fromAngle: 315, toAngle: 45 },
    { type: "dayRange", endDate: "2026-12-24" },
  ],
  [{ type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600, sequential: true }],
);

const zone: fc.Arbitrary<DrawnZone> = fc.record(
  {
    name: text,
    geofeatures,
    minimumRetriggerTime: fc.integer({ min: 60, max: 3_599_940 }),
    triggerOnExit: fc.boolean(),
    customData: fc.dictionary(text, fc.string({ maxLength: 8 }), {
      minKeys: 1,
      maxKeys: 5,
      noNullPrototype: true,
    }),
    conditions: fc.oneof(
      conditions,
      fc.tuple(time, time).map(([fromTime, toTime]) => [{ type: "timeActive" as const, fromTime, toTime }]),
    ),
    tags: fc.array(text, { minLength: 1, maxLength: 3 }),
    actions: fc.tuple(text, text).map(([title, message]): DrawnZone["actions"] => [
      { type: "message", title, message },
      { type: "url", url: "https://example.com/?a=1&b=<2>" },
    ]),
    destinationId: text,
  },
  { requiredKeys: ["name", "geofeatures"] },
);

describe("zones that are written and read again", () => {
  for (const format of ["geojson", "kml", "csv"] as const) {
    const reread = (zones: readonly DrawnZone[]) =>
      drawnZonesIn(Buffer.from(writeZones(zones, format)), `x.${format}`, { onWarning: () => undefined });

    it(`are as they were: ${format}`, () => {
      expect(reread([cafe, mall])).to.deep.equal([cafe, mall]);
      const zones = fc.uniqueArray(zone, { minLength: 1, maxLength: 5, selector: ({ name }) => name });
      fc.assert(
        fc.property(zones, (given) => {
          expect(reread(given)).to.deep.equal(given);
        }),
        { seed },
      );
    });

    it(`are the same bytes when they are written once more: ${format}`, () => {
      const written = writeZones([cafe, mall], format);
      expect(writeZones(reread([cafe, mall]), format)).to.equal(written);
    });
  }
});
