import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import * as fc from "fast-check";
import Papa from "papaparse";

import { csvRows } from "../../../../fences/reading/csv-rows";
import { Report } from "../../../../files/report";
import { seed } from "../../../seed";

describe("the rows of a table", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "rows-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const rowsOf = (text: string) => {
    const path = join(folder, "t.csv");
    writeFileSync(path, text);
    const report = new Report();
    const rows = Array.from(csvRows(path, "t.csv", report), (row) => row.fields());
    return { rows, faults: report.faultsInOrder() };
  };

  it("are those that were written, whatever is in their fields", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "é", "😀", " ", ",", ";", '"', "\n", "1"),
      maxLength: 5,
    });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (written, newline) => {
        const { rows, faults } = rowsOf(`h,h,h\n${Papa.unparse(written, { newline, quotes: true })}`);
        expect(faults).to.deep.equal([]);
        const isText = (row: readonly string[]) => row.some((text) => text.trim() !== "");
        expect(rows.slice(1)).to.deep.equal(written.filter(isText));
      }),
      { seed },
    );
  });

  const long = '-37.5,144.5,"two\nlines 7"\n';
  it("are whole in any piece of the file after an inch mark in a field without quotes", () => {
    const { rows, faults } = rowsOf(`lat,lng,name\n1,2,Rogers 5" sign\n${long.repeat(4_000)}`);
    expect(faults).to.deep.equal([]);
    expect(rows).to.have.length(4_002);
    expect(new Set(rows.slice(2).map((row) => row.join("|")))).to.deep.equal(
      new Set(["-37.5|144.5|two\nlines 7"]),
    );
  });

  for (const text of ['a,b\n"1,2\n', 'a,b\n"1"x,2\n', 'a,b\n1,2\n"']) {
    it(`end at a fault: ${JSON.stringify(text)}`, () => {
      expect(rowsOf(text).faults.map(({ message }) => message)).to.deep.equal([
        "a double quote is not closed, or not at the end of its field",
      ]);
    });
  }
});
