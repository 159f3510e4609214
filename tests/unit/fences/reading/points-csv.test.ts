import { expect } from "chai";

import { pointsOfCsv } from "../../../../fences/reading/points-csv";
import { sentenceOf } from "../../../../files/fault";
import { Report } from "../../../../files/report";

function read(text: string, nameFrom?: string) {
  const report = new Report();
  const table = pointsOfCsv(text, "p.csv", nameFrom, report);
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
      const got = Array.from({ length: table?.count ?? 0 }, (_, at) => [
        table?.latitudes[at],
        table?.longitudes[at],
        table?.describe(at),
      ]);
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
      "name,lat,lon\na,,1\nb,91,2\nc,3,east\n",
      [
        "p.csv:2:1 (lat): this is blank",
        'p.csv:3:1 (lat): "91" is no number of degrees from -90 to 90',
        'p.csv:4:1 (lon): "east" is no number of degrees from -180 to 180',
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
});
