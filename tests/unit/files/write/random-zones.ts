/** Zones with everything that a zone may have, all over the earth. */
import fc from "fast-check";

import type { ActionRow, ConditionRow, DrawnZone, GeofeatureRow, PointRow } from "../../../../files/zone-row";

type Unnamed = (name: string) => GeofeatureRow;

const part = fc.double({ min: 0, max: 1, noNaN: true });
const whole = (min: number, max: number) => fc.integer({ min, max });

/** Text that XML and tables hold: any but control characters, and no blank around it. */
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((each) => each.trim())
  .filter((each) => each !== "" && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(each.replaceAll("\n", "")));
const name = fc.oneof(
  text,
  fc.constantFrom("=1+1", "a,b", 'say "hi"', "a;b", "two\nlines", "<b>&amp;</b>", "]]>", "007", "true"),
);
const color = fc.stringMatching(/^#[\da-fA-F]{6}$/);

const center: fc.Arbitrary<PointRow> = fc.tuple(part, part).map(([north, east]) => ({
  latitude: 160 * north - 80,
  longitude: 360 * east - 180,
}));

/** A place so many degrees of latitude from another. */
function away({ latitude, longitude }: PointRow, north: number, east: number): PointRow {
  const turned = longitude + east / Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: latitude + north + 0,
    longitude: (turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned) + 0,
  };
}

const circle: fc.Arbitrary<Unnamed> = fc
  .tuple(
    center,
    fc.oneof(
      whole(5, 5_000),
      part.map((each) => 5 + 100 * each),
    ),
    fc.option(color),
  )
  .map(([at, radius, paint]) => (called) => ({
    type: "circle",
    name: called,
    center: at,
    radius,
    ...colored(paint),
  }));

const box: fc.Arbitrary<Unnamed> = fc
  .tuple(center, part, part, fc.option(color))
  .map(([southWest, height, width, paint]) => (called) => {
    const { latitude, longitude } = away(southWest, 0.001 + height, 0.001 + width);
    return {
      type: "boundingBox",
      name: called,
      southWest,
      northEast: { latitude, longitude },
      ...colored(paint),
    };
  });

/** Star-shaped, so that it never meets itself. */
const polygon: fc.Arbitrary<Unnamed> = fc
  .tuple(center, fc.array(fc.tuple(part, part), { minLength: 3, maxLength: 12 }), part, fc.option(color))
  .map(([at, corners, size, paint]) => (called) => {
    const vertices = corners.map(([turn, far], index) => {
      const angle = (2 * Math.PI * (index + 0.4 * turn)) / corners.length;
      const radius = (0.001 + 0.5 * size) * (0.5 + far / 2);
      return away(at, radius * Math.sin(angle), radius * Math.cos(angle));
    });
    return { type: "polygon", name: called, vertices, ...colored(paint) };
  });

const geoline: fc.Arbitrary<Unnamed> = fc
  .tuple(center, fc.array(fc.tuple(part, part), { minLength: 2, maxLength: 8 }))
  .map(([at, steps]) => (called) => ({
    type: "geoline",
    name: called,
    vertices: steps.map(([north, east], index) => away(at, 0.01 * index + 0.005 * north, 0.01 * east)),
  }));

const conditions: fc.Arbitrary<ConditionRow[]> = fc.subarray<ConditionRow>(
  [
    { type: "speed", minimumSpeed: 0, maximumSpeed: 5.5 },
    { type: "travelDirection", fromAngle: 0, toAngle: 180 },
    { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: true },
    { type: "timeActive", fromTime: "09:00:00", toTime: "17:30:00" },
    { type: "dayRange", startDate: "2026-01-01" },
  ],
  { minLength: 1 },
);

const action: fc.Arbitrary<ActionRow> = fc.oneof(
  fc.record({ type: fc.constant("message" as const), title: fc.string(), message: text }),
  fc.record({ type: fc.constant("url" as const), url: fc.webUrl() }),
);

const zone: fc.Arbitrary<DrawnZone> = fc
  .record(
    {
      name,
      parts: fc.uniqueArray(fc.tuple(name, fc.oneof(circle, box, polygon, geoline)), {
        minLength: 1,
        maxLength: 4,
        selector: ([called]) => called,
      }),
      minimumRetriggerTime: whole(60, 3_599_940),
      triggerOnExit: fc.boolean(),
      tags: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
      customData: fc.dictionary(name, fc.oneof(text, fc.constant("")), {
        minKeys: 1,
        maxKeys: 5,
        noNullPrototype: true,
      }),
      conditions,
      actions: fc.array(action, { minLength: 1, maxLength: 3 }),
      destinationId: name,
    },
    { requiredKeys: ["name", "parts"] },
  )
  .chain(({ parts, ...rest }) =>
    fc.boolean().map((isOfOneName) => {
      const geofeatures = parts.map(([called, make], index) =>
        make(index === 0 && isOfOneName ? rest.name : called),
      );
      const names = new Set(geofeatures.map((each) => each.name));
      return {
        ...rest,
        geofeatures: names.size < geofeatures.length ? geofeatures.slice(0, 1) : geofeatures,
      };
    }),
  );

export const randomZones: fc.Arbitrary<DrawnZone[]> = fc.uniqueArray(zone, {
  minLength: 1,
  maxLength: 5,
  selector: (each) => each.name,
});

function colored(paint: string | null): { color?: string } {
  return paint === null ? {} : { color: paint };
}
