import { expect } from "chai";

import { decodeKml } from "../../../../files/kml/decode";
import { Report } from "../../../../files/report";

function decoded(bytes: Buffer) {
  const report = new Report();
  const text = decodeKml(bytes, report);
  return { text, faults: report.faultsInOrder().map(({ message }) => message) };
}

const declaring = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><name>é</name>`;

describe("the text of a KML file", () => {
  const cases: [what: string, bytes: Buffer, text: string][] = [
    ["UTF-8", Buffer.from("<name>é</name>"), "<name>é</name>"],
    ["UTF-8 with a byte-order mark", Buffer.from("\uFEFF<name>é</name>"), "<name>é</name>"],
    ["UTF-16", Buffer.from("\uFEFF<name>é</name>", "utf16le"), "<name>é</name>"],
    ["UTF-16, big-endian", Buffer.from("\uFEFF<name>é</name>", "utf16le").swap16(), "<name>é</name>"],
    ["ISO-8859-1, as declared", Buffer.from(declaring("ISO-8859-1"), "latin1"), declaring("ISO-8859-1")],
    ["UTF-8 that is declared as UTF-16", Buffer.from(declaring("UTF-16")), declaring("UTF-16")],
    ["any line ends", Buffer.from("a\r\nb\rc\n"), "a\nb\nc\n"],
  ];
  for (const [what, bytes, text] of cases) {
    it(`is read from ${what}`, () => {
      expect(decoded(bytes)).to.deep.equal({ text, faults: [] });
    });
  }

  const faults: [what: string, bytes: Buffer, fault: string][] = [
    [
      "an encoding that nobody knows",
      Buffer.from(declaring("klingon")),
      'the encoding "klingon" is unknown; save it in UTF-8',
    ],
    [
      "bytes that are no UTF-8",
      Buffer.from("<name>é</name>", "latin1"),
      "the file is not in UTF-8, as it should be; save it in UTF-8",
    ],
  ];
  for (const [what, bytes, fault] of faults) {
    it(`is none for ${what}`, () => {
      expect(decoded(bytes)).to.deep.equal({ text: undefined, faults: [fault] });
    });
  }
});
