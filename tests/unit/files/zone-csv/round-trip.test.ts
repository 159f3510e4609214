import { expect } from "chai";
import fc from "fast-check";
import Papa from "papaparse";

import type { GeofeatureRow, PointRow, ZoneRow } from "../../../../files";
import { drawnZonesIn } from "../../../../files/read";

const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const point = fc.record({ latitude: degrees(90), longitude: degrees(180) });
/** The corners of a box that is large enough. */
const corners = fc
  .tuple(
    fc.record({ latitude: degrees(80), longitude: degrees(170) }),
    fc.double({ min: 0.01, max: 9, noNaN: true }),
  )
  .map(([southWest, size]) => ({
    southWest,
    northEast: { latitude: southWest.latitude + size, longitude: southWest.longitude + size },
  }));
/** Around its middle, so that it never meets itself. */
const ring = fc
  .tuple(
    fc.record({ latitude: degrees(60), longitude: degrees(170) }),
    fc.array(fc.double({ min: 0.01, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 9 }),
  )
  .map(([{ latitude, longitude }, radii]) =>
    radii.map((radius, at) => ({
      latitude: latitude + radius * Math.sin((2 * Math.PI * at) / radii.length),
      longitude: longitude + radius * Math.cos((2 * Math.PI * at) / radii.length),
    })),
  );

const geofeature: fc.Arbitrary<GeofeatureRow> = fc.oneof(
  fc
    .record({ center: point, radius: fc.double({ min: 5, max: 1e6, noNaN: true }) })
    .map((circle): GeofeatureRow => ({ type: "circle", name: "", ...circle })),
  corners.map((box): GeofeatureRow => ({ type: "boundingBox", name: "", ...box })),
  ring.map((vertices): GeofeatureRow => ({ type: "polygon", name: "", vertices })),
  fc
    .array(point, { minLength: 2, maxLength: 6 })
    .map((vertices): GeofeatureRow => ({ type: "geoline", name: "", vertices })),
);

/** Names as the reader gives them. */
function named(geofeatures: GeofeatureRow[]): GeofeatureRow[] {
  const words = { circle: "Circle", boundingBox: "Rectangle", polygon: "Polygon", geoline: "Geoline" };
  const counts = new Map<string, number>();
  return geofeatures.map((each) => {
    const count = (counts.get(each.type) ?? 0) + 1;
    counts.set(each.type, count);
    return { ...each, name: `${words[each.type]} ${count}` };
  });
}

/** Any text, also with line ends, quotes and separators, but for what the reader trims or takes for a part's end. */
const text = (but: RegExp) =>
  fc
    .oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[\w ",|;\n\t'é–]+$/))
    .map((value) =>
      value
        .replaceAll(/\r\n?|\0|\uFEFF/g, "")
        .replaceAll(but, "")
        .trim(),
    )
    .filter((value) => value !== "");

const nothing = /(?!)/g;
const time = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

const zone: fc.Arbitrary<ZoneRow> = fc.record(
  {
    name: text(nothing),
    minimumRetriggerTime: fc.integer({ min: 60, max: 3_599_940 }),
    geofeatures: fc.array(geofeature, { minLength: 1, maxLength: 4 }).map(named),
    triggerOnExit: fc.boolean(),
    customData: fc
      .uniqueArray(fc.tuple(text(/;/g), text(/;/g)), {
        minLength: 1,
        maxLength: 20,
        selector: ([key]) => key,
      })
      .map((pairs): Record<string, string> => Object.fromEntries(pairs)),
    conditions: fc
      .tuple(time, time)
      .map(([fromTime, toTime]): ZoneRow["conditions"] => [{ type: "timeActive", fromTime, toTime }]),
    actions: fc
      .tuple(text(/;/g), text(nothing))
      .map(([title, message]): ZoneRow["actions"] => [{ type: "message", title, message }]),
  },
  { requiredKeys: ["name", "minimumRetriggerTime", "geofeatures"] },
);

const place = ({ latitude, longitude }: PointRow): string => `${latitude} ${longitude}`;

function fence(geofeature: GeofeatureRow): string {
  switch (geofeature.type) {
    case "circle":
      return `circle;${geofeature.radius};${place(geofeature.center)}`;
    case "boundingBox":
      return `rectangle;${place(geofeature.northEast)};${place(geofeature.southWest)}`;
    default:
      return [geofeature.type, ...geofeature.vertices.map(place)].join(";");
  }
}

function retriggerTime(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function csv(zones: ZoneRow[], delimiter: string, newline: string): string {
  const rows = zones.map((row) => ({
    zoneName: row.name,
    minimumRetriggerTime: retriggerTime(row.minimumRetriggerTime),
    fences: row.geofeatures.map(fence).join("|"),
    timeActive:
      row.conditions
        ?.map((each) => (each.type === "timeActive" ? `${each.fromTime};${each.toTime}` : ""))
        .join("") ?? "",
    enableCheckOut: row.triggerOnExit,
    messageActions:
      row.actions?.map((each) => (each.type === "message" ? `${each.title};${each.message}` : "")).join("") ??
      "",
    customActions: row.customData ? ["", ...Object.entries(row.customData).flat()].join(";") : "",
  }));
  return Papa.unparse(rows, { delimiter, newline });
}

const read = (table: string) => drawnZonesIn(Buffer.from(table), "text", { onWarning: () => undefined });

describe("zones written as CSV", () => {
  it("are read as they were", () => {
    const zones = fc.uniqueArray(zone, { minLength: 1, maxLength: 5, selector: ({ name }) => name });
    fc.assert(
      fc.property(
        zones,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, newline) => {
          expect(read(csv(rows, delimiter, newline))).to.deep.equal(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("are read or refused with a ZoneFileError, whatever a character more or less makes of them", () => {
    fc.assert(
      fc.property(
        zone,
        fc.nat(),
        fc.constantFrom("", '"', ",", ";", "|", "\n", "\0", "x", "9"),
        (row, at, other) => {
          const text = csv([row], ",", "\n");
          const index = at % text.length;
          const broken = text.slice(0, index) + other + text.slice(index + 1);
          try {
            read(broken);
          } catch (error) {
            expect(error).to.have.property("name", "ZoneFileError");
            expect(error).to.have.property("faults").that.is.not.empty;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
