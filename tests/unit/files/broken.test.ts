import { expect } from "chai";
import fc from "fast-check";

import { writeZones, ZoneFileError } from "../../../files";
import { drawnZonesIn } from "../../../files/read";
import { seed } from "../../seed";
import { cafe, mall } from "./write/zones";

/** Zones, or an error with faults; anything else is a fault of the reader. */
function outcomeOf(bytes: Buffer): "zones" | "faults" {
  try {
    return drawnZonesIn(bytes, "x", { onWarning: () => undefined }).length > 0 ? "zones" : "faults";
  } catch (error) {
    if (error instanceof ZoneFileError && error.faults.length > 0) return "faults";
    throw error;
  }
}

describe("a file that is broken", () => {
  const texts = (["geojson", "kml", "csv"] as const).map((format) => writeZones([cafe, mall], format));
  const edit = fc.record({
    at: fc.nat(4000),
    length: fc.nat(20),
    insert: fc.constantFrom(
      "",
      "0",
      "1e400",
      "-",
      '"',
      ",",
      "[",
      "]",
      "{",
      "<",
      ">",
      "(",
      "&",
      "\0",
      "\n",
      "é",
      "null",
    ),
  });

  it("is read or refused, wherever it is cut or changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts, "SRID=4326;MULTIPOLYGON Z (((1 2 3, 2 2 3, 2 3 3, 1 2 3)), EMPTY)"),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          const changed = edits.reduce(
            (now, { at, length, insert }) =>
              now.slice(0, at % now.length) + insert + now.slice((at % now.length) + length),
            text,
          );
          expect(outcomeOf(Buffer.from(changed))).to.be.oneOf(["zones", "faults"]);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it("is refused where it is any bytes", () => {
    const magic = fc.constantFrom("", "PK\x03\x04", "<", "{", "[", "\xff\xfe", "SQLite format 3\0", "a,b\n");
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        expect(outcomeOf(Buffer.concat([Buffer.from(start, "latin1"), rest]))).to.equal("faults");
      }),
      { seed, numRuns: 300 },
    );
  });

  const nested: [what: string, text: string][] = [
    ["JSON", `${'{"type":"GeometryCollection","geometries":['.repeat(5000)}${"]}".repeat(5000)}`],
    ["lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["WKT", `${"GEOMETRYCOLLECTION(".repeat(20_000)}POINT(1 2)${")".repeat(20_000)}`],
    ["KML", `<kml>${"<Folder>".repeat(5000)}${"</Folder>".repeat(5000)}</kml>`],
  ];
  for (const [what, text] of nested) {
    it(`is refused where it nests without end: ${what}`, () => {
      expect(outcomeOf(Buffer.from(text))).to.equal("faults");
    });
  }
});
