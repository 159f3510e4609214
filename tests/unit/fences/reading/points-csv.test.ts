import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { pointsOfCsv } from "../../../../fences/reading/points-csv";
import { sentenceOf } from "../../../../files/fault";
import { Report } from "../../../../files/report";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "points-"));
});
after(() => {
  rmSync(folder, { recursive: true });
});

function read(content: string | Buffer, nameFrom?: string) {
  const path = join(folder, "p.csv");
  writeFileSync(path, content);
  const report = new Report();
  const table = pointsOfCsv(path, "p.csv", nameFrom, report);
  return { table, faults: report.faultsInOrder().map((fault) => sentenceOf("p.csv", fault)) };
}

const good: [what: string, text: string, nameFrom: string | undefined, points: [number, number, string][]][] =
  [
    [
      "columns of any order and case",
      "LON,city,Lat\n144.9,Melbourne,-37.8\n",
      undefined,
      [[-37.8, 144.9, 'line 2 "144.9"']],
    ],
    ["a name", "id,name,lat,lng\n1,Rogers,36.3,-94.1", undefined, [[36.3, -94.1, 'line 2 "Rogers"']]],
    ["a name of choice", "id,City,lat,long\n1,Rogers,36.3,-94.1", "city", [[36.3, -94.1, 'line 2 "Rogers"']]],
    [
      "line ends in quotes",
      'name,latitude,longitude\n"a\nb",1,2\n\n"say ""hi""",3,4\n',
      undefined,
      [
        [1, 2, 'line 2 "a\\nb"'],
        [3, 4, 'line 5 "say \\"hi\\""'],
      ],
    ],
    ["decimal commas", "name;lat;lon\nx;-37,8;144,9\n", undefined, [[-37.8, 144.9, 'line 2 "x"']]],
  ];

describe("a table of points", () => {
  for (const [what, text, nameFrom, points] of good) {
    it(`has ${what}`, () => {
      const { table, faults } = read(text, nameFrom);
      expect(faults).to.deep.equal([]);
      const names = table?.describe([...Array(table.count).keys()]);
      const got = names?.map((name, at) => [table?.latitudes[at], table?.longitudes[at], name]);
      expect(got).to.deep.equal(points);
    });
  }

  const bad: [what: string, text: string, faults: string[]][] = [
    ["no text", "", ["p.csv: it is empty"]],
    [
      "no coordinates",
      "name,x\na,1",
      [
        'p.csv:1:1: no column is called latitude or lat; the columns are "name", "x"',
        'p.csv:1:1: no column is called longitude or lon or lng or long; the columns are "name", "x"',
      ],
    ],
    [
      "wrong cells",
      "name,lat,lon\na,,1\nb,91,2\nc,3,east\nd,0x10,4\n",
      [
        "p.csv:2:1 (lat): this is blank",
        'p.csv:3:1 (lat): "91" is no number of degrees from -90 to 90',
        'p.csv:4:1 (lon): "east" is no number of degrees from -180 to 180',
        'p.csv:5:1 (lat): "0x10" is no number of degrees from -90 to 90',
      ],
    ],
    ["a short row", "name,lat,lon\na,1\n", ["p.csv:2:1 (lon): this is blank"]],
    [
      "an open quote",
      'name,lat,lon\n"a,1,2\n',
      ["p.csv:2:1: a double quote is not closed, or not at the end of its field"],
    ],
  ];
  for (const [what, text, faults] of bad) {
    it(`is refused with ${what}`, () => {
      const result = read(text);
      expect(result.faults).to.deep.equal(faults);
      expect(result.table).to.equal(undefined);
    });
  }

  it("is refused where no column has the name of choice", () => {
    expect(read("city,lat,lon\na,1,2", "cty").faults).to.deep.equal([
      'p.csv:1:1: no column is called "cty"; did you mean "city"?',
    ]);
  });

  it("is read in any encoding and with any line ends", () => {
    const text = "name,lat,lon\r\nZürich,47,8\r\nBâle,48,7\r\n";
    for (const content of [
      text,
      `\uFEFF${text}`,
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      text.replaceAll("\n", ""),
    ]) {
      expect(read(content).table?.describe([0, 1])).to.deep.equal(['line 2 "Zürich"', 'line 3 "Bâle"']);
    }
  });

  it("is refused in another encoding", () => {
    const { table, faults } = read(Buffer.from("name,lat,lon\nZürich,47,8\n", "latin1"));
    expect(table).to.equal(undefined);
    expect(faults[0]).to.include("p.csv:2:2: the byte 0xFC is not UTF-8");
  });

  it("of several pieces has each row once, with its line", () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `"Store\r\n${at} é",${at / 1e4 - 5},${at / 1e4}\r\n`,
    );
    const { table } = read(`name,lat,lon\r\n${rows.join("")}`);
    expect(table?.count).to.equal(100_000);
    expect(table?.longitudes[99_999]).to.equal(9.9999);
    expect(table?.describe([0, 50_000, 99_999])).to.deep.equal([
      'line 2 "Store\\n0 é"',
      'line 100002 "Store\\n50000 é"',
      'line 200000 "Store\\n99999 é"',
    ]);
  });

  it("is not read to its end where nothing is right", () => {
    const { faults } = read(`lat,lon\n${"x,1\n".repeat(5_000)}`);
    expect(faults).to.have.length(1_001);
    expect(faults.at(-1)).to.include("so many rows are wrong");
  });
});
