import { constants, deflateRawSync } from "node:zlib";

import { strToU8, zipSync, type Zippable } from "fflate";
import { expect } from "chai";

import { isZip, namesIn, unzipKml } from "../../../files/archive";
import { Report } from "../../../files/report";

function zip(files: Record<string, string>): Uint8Array {
  const contents: Zippable = {};
  for (const [name, text] of Object.entries(files)) contents[name] = strToU8(text);
  return zipSync(contents);
}

function unzip(bytes: Uint8Array) {
  const report = new Report();
  const text = unzipKml(bytes, report);
  const messages = (list: { message: string }[]) => list.map(({ message }) => message);
  return { text, faults: messages(report.faultsInOrder()), warnings: messages(report.warnings()) };
}

/** The index of the directory's first entry. */
function directoryIn(bytes: Uint8Array): number {
  return Buffer.from(bytes).indexOf("PK\x01\x02", 0, "latin1");
}

/** An archive with other bytes at an index, counted from that of its directory. */
function changed(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, directoryIn(bytes) + at);
  return copy;
}

const long = "<kml>" + "x".repeat(5_000) + "</kml>";

describe("the KML of an archive", () => {
  const cases: [what: string, files: Record<string, string>, text: string, warning?: string][] = [
    ["doc.kml", { "images/a.png": "?", "doc.kml": "<kml/>" }, "<kml/>"],
    ["doc.kml before others", { "a.kml": "<a/>", "doc.kml": "<kml/>" }, "<kml/>"],
    ["doc.kml in any case", { "a.kml": "<a/>", "Doc.KML": "<kml/>" }, "<kml/>"],
    ["the only one", { "zones.kml": long }, long],
    [
      "the first at the top",
      { "x/b.kml": "<x/>", "b.kml": "<b/>", "a.kml": "<a/>" },
      "<b/>",
      'this archive has 2 .kml files and no doc.kml: "b.kml" is read, and the others are passed over',
    ],
    ["the only one in a folder", { "x/b.kml": "<x/>", "__MACOSX/x/b.kml": "?" }, "<x/>"],
  ];
  for (const [what, files, text, warning] of cases) {
    it(`is ${what}`, () => {
      expect(unzip(zip(files))).to.deep.equal({
        text,
        faults: [],
        warnings: warning === undefined ? [] : [warning],
      });
    });
  }

  it("is read where it is not compressed", () => {
    expect(unzip(zipSync({ "doc.kml": [strToU8("<kml/>"), { level: 0 }] })).text).to.equal("<kml/>");
  });

  it("is read from a part of a larger buffer", () => {
    const archive = zip({ "doc.kml": "<kml/>" });
    const larger = new Uint8Array(archive.length + 20);
    larger.set(archive, 10);
    expect(unzip(larger.subarray(10, 10 + archive.length)).text).to.equal("<kml/>");
  });

  const good = zip({ "doc.kml": long });
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`${at}.png`, ""]));
  const faults: [what: string, bytes: Uint8Array, fault: string][] = [
    [
      "no KML",
      zip({ "a.txt": "", "b.txt": "" }),
      'there is no .kml file in this zip archive; it holds "a.txt", "b.txt"',
    ],
    ["nothing", zip({}), "there is no .kml file in this zip archive; it is empty"],
    [
      "several in folders",
      zip({ "x/a.kml": "", "x/b.kml": "" }),
      "this archive has 2 .kml files and no doc.kml; unpack it, and read them one by one",
    ],
    ["too many files", zip(many), "this zip archive holds 1001 files, and at most 1000 are read"],
    [
      "more than 64 MB, by its directory",
      changed(good, 24, 0, 0, 0, 5),
      "this archive holds 80 MB unpacked, and at most 64 MB are read",
    ],
    [
      "a name that leads out of it",
      zip({ "../doc.kml": "<kml/>" }),
      '"../doc.kml" in this archive leads out of it; such an archive is not unpacked',
    ],
    [
      "an absolute name",
      zip({ "/etc/doc.kml": "<kml/>" }),
      '"/etc/doc.kml" in this archive leads out of it; such an archive is not unpacked',
    ],
    [
      "a name on a drive",
      zip({ "C:\\doc.kml": "<kml/>" }),
      '"C:\\doc.kml" in this archive leads out of it; such an archive is not unpacked',
    ],
    ["encryption", changed(good, 8, 1), '"doc.kml" in this archive is encrypted; pack it without a password'],
    [
      "a compression that is not read",
      changed(good, 10, 14),
      '"doc.kml" in this archive is compressed in a way that is not read; pack it with deflate',
    ],
    [
      "a size that is too small",
      changed(good, 24, 16, 0, 0, 0),
      '"doc.kml" in this archive is cut off, damaged, or larger than the archive says',
    ],
    [
      "a wrong checksum",
      changed(good, 16, 1, 2, 3, 4),
      '"doc.kml" in this archive is cut off, damaged, or larger than the archive says',
    ],
    [
      "a place beyond its end",
      changed(good, 42, 0xff, 0xff, 0xff, 0),
      '"doc.kml" in this archive is cut off, damaged, or larger than the archive says',
    ],
    [
      "its end cut off",
      good.subarray(0, -4),
      "this zip archive is cut off or damaged: its directory is missing",
    ],
    [
      "its beginning alone",
      good.subarray(0, 10),
      "this zip archive is cut off or damaged: its directory is missing",
    ],
    [
      "a directory elsewhere",
      changed(good, 0, 0),
      "this zip archive is damaged: its directory is not where it should be",
    ],
    [
      "a file in the zip64 form",
      changed(good, 24, 255, 255, 255, 255),
      "this zip archive is in the zip64 form for large archives, which is not read; pack it anew",
    ],
    [
      "the zip64 form",
      changed(good, good.length - directoryIn(good) - 6, 255, 255, 255, 255),
      "this zip archive is in the zip64 form for large archives, which is not read; pack it anew",
    ],
  ];
  for (const [what, bytes, fault] of faults) {
    it(`is none for ${what}`, () => {
      expect(unzip(bytes)).to.deep.equal({ text: undefined, faults: [fault], warnings: [] });
    });
  }

  it("is never unpacked beyond the size that its directory states", () => {
    // A gigabyte of zeros, of which the archive says that it is 1 kB.
    const part = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_SYNC_FLUSH });
    const packed = Buffer.concat(Array.from({ length: 100 }, () => part));
    const bomb = changed(changed(zipSync({ "doc.kml": [packed, { level: 0 }] }), 10, 8), 24, 0, 4, 0, 0);
    const start = performance.now();
    expect(unzip(bomb).faults).to.deep.equal([
      '"doc.kml" in this archive is cut off, damaged, or larger than the archive says',
    ]);
    expect(performance.now() - start).to.be.below(500);
  });
});

describe("a zip archive", () => {
  it("is known by its beginning", () => {
    expect(
      [zip({ a: "" }), zip({}), strToU8("<kml/>"), strToU8("PK"), new Uint8Array()].map(isZip),
    ).to.deep.equal([true, true, false, false, false]);
  });

  it("names its files", () => {
    expect(namesIn(zip({ "a.shp": "", "ü/b.dbf": "" }))).to.deep.equal(["a.shp", "ü/b.dbf"]);
  });

  it("names none where it cannot be read", () => {
    expect(namesIn(strToU8("PK\x03\x04"))).to.deep.equal([]);
  });
});
