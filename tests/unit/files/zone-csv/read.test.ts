import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { readZones, ZoneFileError, type FileFault } from "../../../../files";
import { drawnZonesIn } from "../../../../files/read";
import { faultsIn, warnedOf, withCell, zoneWith } from "./tables";

const header = "zoneName,minimumRetriggerTime,fences";
const kiosk = {
  name: "Kiosk",
  minimumRetriggerTime: 2400,
  geofeatures: [{ type: "circle", name: "Circle 1", center: { latitude: 10, longitude: 20 }, radius: 50 }],
};
const row = "Kiosk,0:40,circle;50;10 20";

describe("a CSV file of zones", () => {
  const cases: [string, string, unknown[]][] = [
    ["gives a zone a row", `${header}\n${row}\n`, [kiosk]],
    [
      "gives them in its order",
      `${header}\n${row}\nBar,0:40,circle;50;10 20\n`,
      [kiosk, { ...kiosk, name: "Bar" }],
    ],
    ["may have no line's end at its end", `${header}\n${row}`, [kiosk]],
    ["may end its lines as Windows does", `${header}\r\n${row}\r\n`, [kiosk]],
    ["may end its lines as old Macs did", `${header}\r${row}\r`, [kiosk]],
    [
      "may mix ends of lines",
      `${header}\r\n${row}\nBar,0:40,circle;50;10 20\r`,
      [kiosk, { ...kiosk, name: "Bar" }],
    ],
    ["may begin with a byte-order mark", `\uFEFF${header}\n${row}\n`, [kiosk]],
    [
      "may begin with a byte-order mark and a quote",
      `\uFEFF"zoneName",minimumRetriggerTime,fences\n${row}\n`,
      [kiosk],
    ],
    ["may end with a blank after a quote", `${header}\nKiosk,0:40,"circle;50;10 20" `, [kiosk]],
    ["may have blank lines anywhere", `\n${header}\n\n${row}\n \n,,\n`, [kiosk]],
    [
      "may have columns in another order",
      `fences,zoneName,minimumRetriggerTime\ncircle;50;10 20,Kiosk,0:40\n`,
      [kiosk],
    ],
    ["may write its columns another way", `ZONENAME, Minimum Retrigger Time ,Fences\n${row}\n`, [kiosk]],
    [
      "may quote anything",
      `"zoneName","minimumRetriggerTime","fences"\n"Kiosk","0:40","circle;50;10 20" \n`,
      [kiosk],
    ],
    ["may have commas at the ends of lines", `${header},,\n${row},,,\n`, [kiosk]],
    [
      "may leave out blank fields at the end of a row",
      `${header},enableCheckOut,timeActive\n${row}\n`,
      [kiosk],
    ],
    [
      "may be separated by semicolons",
      `zoneName;minimumRetriggerTime;fences\nKiosk;0:40;"circle;50;10 20"\n`,
      [kiosk],
    ],
    [
      "may be separated by tabs",
      `zoneName\tminimumRetriggerTime\tfences\nKiosk\t0:40\tcircle;50;10 20\n`,
      [kiosk],
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => expect(warnedOf(text)).to.deep.equal({ zones: expected, warnings: [] }));
  }

  const booleans: [string, boolean | undefined][] = [
    ...["TRUE", "true", "True", "yes", "1", " true "].map((text): [string, boolean] => [text, true]),
    ...["FALSE", "false", "False", "no", "0"].map((text): [string, boolean] => [text, false]),
    ["", undefined],
    ["  ", undefined],
  ];
  for (const [text, triggerOnExit] of booleans) {
    it(`has triggerOnExit ${String(triggerOnExit)} where enableCheckOut is "${text}"`, () => {
      expect(zoneWith("enableCheckOut", text)?.triggerOnExit).to.equal(triggerOnExit);
    });
  }

  it("leaves out what it is silent about", () => {
    expect(Object.keys(zoneWith("enableCheckOut", "") ?? {})).to.deep.equal(Object.keys(kiosk));
  });

  it("is active all day where it says so", () => {
    expect(zoneWith("activeAllDay", "TRUE")?.conditions).to.equal(undefined);
  });

  it("warns, once, of zones that are active all day although it says that they are not", () => {
    const { warnings } = warnedOf(`${header},activeAllDay\n${row},FALSE\nBar,0:40,circle;50;10 20,no\n`);
    expect(warnings).to.deep.equal([
      "text:2:28 (activeAllDay): activeAllDay is FALSE, but timeActive is blank: the zone is active all day (and 1 more like it)",
    ]);
  });

  it("warns of options that have no effect on it", () => {
    const text = `${header}\n${row}\n`;
    expect(warnedOf(text, { radius: 5, name: "x", tags: "y", simplify: 5 }).warnings).to.deep.equal([
      "text:1:1: a table of the zone importer says itself what its zones are; these have no effect on it: the option name, the option simplify, the option tags",
    ]);
  });

  it("says what it was taken for, unless an option shows that the program knows", () => {
    const sentences: string[] = [];
    const onWarning = (sentence: string) => void sentences.push(sentence);
    const bytes = Buffer.from(`${header}\n${row}\n`);
    drawnZonesIn(bytes, "a", { onWarning, customActionName: "action" });
    expect(sentences).to.deep.equal([]);
    drawnZonesIn(bytes, "a", { onWarning });
    expect(sentences).to.deep.equal(["a:1:1: read as a table of Bluedot's zone importer"]);
  });

  it("gives warnings in its order, each with its parts", () => {
    const logged: [string, FileFault][] = [];
    const text = `${header}\nA,0:40,rectangle;1 4;2 3\nB,0:40,circle;50;10 20|rectangle;1 4;2 3\n`;
    drawnZonesIn(Buffer.from(text), "shops.csv", {
      customActionName: "action",
      onWarning: (sentence, warning) => void logged.push([sentence, warning]),
    });
    expect(logged.map(([, { line, column, columnName }]) => [line, column, columnName])).to.deep.equal([
      [2, 8, "fences"],
      [3, 24, "fences"],
    ]);
    expect(logged[0]?.[0]).to.match(/^shops\.csv:2:8 \(fences\): the corners/);
  });
});

describe("a CSV file that is wrong is pointed at", () => {
  const columns =
    "zoneName, minimumRetriggerTime, fences, timeActive, activeAllDay, enableCheckOut, messageActions, customActions";
  const noHeader =
    "1:1: the table has no columns latitude and longitude, and none of WKT; the option latitude with the option longitude, or the option wkt, " +
    'names them; the columns are "Kiosk", "0:40", "circle;50;10 20"';
  const cases: [string, string, string[]][] = [
    ["nothing in it", "", [" the file is empty"]],
    ["only blank lines", "\n \n,,\n", [" the file is empty"]],
    [
      "only a header",
      `${header}\n`,
      [" it draws nothing, and an empty set of zones would delete all that it had"],
    ],
    ["no header", `${row}\n`, [noHeader]],
    [
      "the column of fences misspelt",
      "zoneName,minimumRetriggerTime,fence\nKiosk,0:40,circle;50;10 20\n",
      ['1:31 (fence): "fence" is no column of a zone file; did you mean fences?'],
    ],
    [
      "a column missing",
      "zoneName,fences\nKiosk,circle;50;10 20\n",
      ["1:1 (minimumRetriggerTime): the header lacks minimumRetriggerTime, which is required"],
    ],
    [
      "a column misspelt",
      `zoneName,minimumRetrigerTime,fences\n${row}\n`,
      [
        '1:10 (minimumRetrigerTime): "minimumRetrigerTime" is no column of a zone file; did you mean minimumRetriggerTime?',
      ],
    ],
    [
      "an unknown column",
      `${header},"opening hours"\n${row},\n`,
      [`1:39 (opening hours): "opening hours" is no column of a zone file; the columns are ${columns}`],
    ],
    [
      "a column twice",
      `${header},FENCES\n${row},\n`,
      ["1:38 (fences): fences is a column twice; leave one of them out"],
    ],
    [
      "a name missing",
      `${header}\n ,0:40,circle;50;10 20\n`,
      ["2:1 (zoneName): zoneName is missing, and it is required"],
    ],
    [
      "a row cut short",
      `${header}\nKiosk\n`,
      [
        "2:1 (minimumRetriggerTime): minimumRetriggerTime is missing, and it is required",
        "2:1 (fences): fences is missing, and it is required",
      ],
    ],
    [
      "a name twice",
      `${header}\n${row}\n\n"Kiosk ",0:50,circle;50;10 20\n`,
      ['4:2 (zoneName): "Kiosk" is the name of the zone on line 2 too; each zone needs a name of its own'],
    ],
    [
      "neither true nor false",
      withCell("enableCheckOut", "maybe"),
      ['2:35 (enableCheckOut): "maybe" must be true or false'],
    ],
    [
      "all day and not",
      `${header},timeActive,activeAllDay\n${row},9:00;17:00,yes\n`,
      ['2:39 (activeAllDay): activeAllDay is yes, but timeActive is "9:00;17:00"; leave one of them blank'],
    ],
    [
      "a comma outside quotes",
      `${header},messageActions\n${row},Hi;Come in, stay\n`,
      [
        '2:40: "stay" is beyond the columns that the header names; text that holds the separator must stand in double quotes',
      ],
    ],
    [
      "a value in a column without a name",
      `${header},,enableCheckOut\n${row},x,TRUE\n`,
      [
        '2:28: "x" is beyond the columns that the header names; text that holds the separator must stand in double quotes',
      ],
    ],
    [
      "a quote never closed",
      `${header}\n${row}\n"Bar,0:40,circle;50;10 20\n`,
      [
        '3:1: the double quote that opens here is not closed, or not at the end of its field; a double quote in a text is written twice: ""',
      ],
    ],
    [
      "a quote in quotes",
      `${header}\nBar,"0:40"x,circle;50;10 20\n${row}\n`,
      [
        '2:5: the double quote that opens here is not closed, or not at the end of its field; a double quote in a text is written twice: ""',
      ],
    ],
    [
      "a NUL",
      `${header}\n${row}\nB\0ar,0:40,circle;50;10 20\n`,
      ['3:2: a NUL character: this is no text, or UTF-16 without a byte-order mark; save it as "CSV UTF-8"'],
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => expect(faultsIn(text)).to.deep.equal(expected.map((line) => `text:${line}`)));
  }

  it("at the same place with a byte-order mark and without", () => {
    const text = `${header}\n,0:40,circle;50;10 20\n`;
    expect(faultsIn(`\uFEFF${text}`)).to.deep.equal([
      "text:2:1 (zoneName): zoneName is missing, and it is required",
    ]);
    expect(faultsIn(text)).to.deep.equal(faultsIn(`\uFEFF${text}`));
  });

  it("on the line of the file, also after quoted line ends and blank lines", () => {
    const text = `${header},messageActions\r\n\r\nA,0:40,circle;50;10 20,"Hi;one\r\ntwo\r\nthree"\r\n"B\r\nb",0:40,circle;2;10 20,x;y\r\n`;
    expect(faultsIn(text)).to.deep.equal(["text:7:16 (fences): radius 2 m is below the least of 5 m"]);
  });

  it("within a field of several lines and of doubled quotes", () => {
    const text = `${header},customActions\nA,0:40,circle;50;10 20,"say ""hi"";k;v\nw;q"\n`;
    expect(faultsIn(text)).to.deep.equal([
      'text:3:3 (customActions): the key "q" has no value; keys and values alternate after the name',
    ]);
    expect(faultsIn(text.replace("\nw", ";w"))).to.deep.equal([]);
    expect(faultsIn(text.replace("v\nw", "v"))).to.deep.equal([
      'text:2:40 (customActions): the key "q" has no value; keys and values alternate after the name',
    ]);
  });

  it("everywhere at once, in its order", () => {
    const text = `${header},timeActive,colour\nA,0:00,circle;2;95 20,25:00;9:00,\nA,0:40,sphere;1,,\n`;
    expect(faultsIn(text).map((line) => line.split(" (")[0])).to.deep.equal([
      "text:1:49",
      "text:2:3",
      "text:2:15",
      "text:2:17",
      "text:2:23",
      "text:3:1",
      "text:3:8",
    ]);
  });
});

describe("a path", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "zone-csv-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const written = (bytes: Uint8Array | string): string => {
    const path = join(folder, "zones.csv");
    writeFileSync(path, bytes);
    return path;
  };
  const errorOf = (path: string): ZoneFileError => {
    try {
      readZones(path);
    } catch (error) {
      if (error instanceof ZoneFileError) return error;
    }
    throw new Error("no ZoneFileError was thrown");
  };
  const table = `${header}\r\n${row}\r\n`;
  const utf16 = Buffer.from(`\uFEFF${table.replace("Kiosk", "Käse")}`, "utf16le");

  const encodings: [string, Uint8Array, string][] = [
    ["UTF-8", Buffer.from(table.replace("Kiosk", "Käse")), "Käse"],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${table}`), "Kiosk"],
    ["UTF-16, little end first", utf16, "Käse"],
    ["UTF-16, big end first", Buffer.from(utf16).swap16(), "Käse"],
  ];
  for (const [title, bytes, name] of encodings) {
    it(`may lead to ${title}`, () =>
      expect(readZones(written(bytes), { customActionName: "action" })[0]?.name).to.equal(name));
  }

  const wrong: [string, Uint8Array, string][] = [
    [
      "Windows-1252",
      Buffer.from(`${header}\r\nKä\r\nK\u00e4se,0:40,`, "latin1"),
      '2:2: the byte 0xE4 is not UTF-8; save it as "CSV UTF-8"',
    ],
    [
      "a character cut at the end",
      Buffer.from(`${header}\nKä`).subarray(0, -1),
      '2:2: the byte 0xC3 is not UTF-8; save it as "CSV UTF-8"',
    ],
    [
      "UTF-16 cut in a character",
      utf16.subarray(0, -1),
      '1:1: this begins like UTF-16LE text but is none; save it as "CSV UTF-8"',
    ],
    ["UTF-16 without a mark", utf16.subarray(2), ""],
    [
      "the beginning of an Excel workbook",
      Buffer.from("PK\x03\x04\x14\x00"),
      " this zip archive is cut off or damaged: its directory is missing",
    ],
    ["an empty file", Buffer.from(""), " the file is empty"],
  ];
  for (const [title, bytes, expected] of wrong) {
    it(`may not lead to ${title}`, () => {
      const path = written(bytes);
      const { message } = errorOf(path);
      if (expected === "") expect(message).to.match(/^\S+:\d+:\d+: .*; save it as "CSV UTF-8"$/);
      else expect(message).to.equal(`${path}:${expected}`);
    });
  }

  it("that leads nowhere is an error that says where it looked", () => {
    const { message, faults } = errorOf("no-such-zones.csv");
    expect(message).to.equal(
      `no-such-zones.csv: there is no such file; looked for ${join(process.cwd(), "no-such-zones.csv")}`,
    );
    expect(faults).to.deep.equal([]);
  });

  it("that leads to a folder is an error", () => {
    expect(errorOf(folder).message).to.match(/^\S+: this is a folder, and not a file; /);
  });
});
