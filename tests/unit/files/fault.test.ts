import { inspect } from "node:util";

import { RunError } from "@pulumi/pulumi";
import { expect } from "chai";

import { ZoneFileError } from "../../../files";

const fault = (line: number) => ({
  line,
  column: 3,
  columnName: "fences",
  message: "radius 2 m is too small",
});

describe("a ZoneFileError", () => {
  it("has a line for each fault", () => {
    const error = new ZoneFileError("zones.csv", [fault(12), { line: 13, column: 1, message: "no name" }]);
    expect(error.message).to.equal(
      "zones.csv:12:3 (fences): radius 2 m is too small\nzones.csv:13:1: no name",
    );
  });

  it("has its faults as values", () => {
    expect(new ZoneFileError("zones.csv", [fault(12)]).faults).to.deep.equal([fault(12)]);
  });

  it("counts the faults that are too many to show, and has them all", () => {
    const error = new ZoneFileError(
      "zones.csv",
      Array.from({ length: 130 }, (_, at) => fault(at)),
    );
    const lines = error.message.split("\n");
    expect([lines.length, lines.at(-1)]).to.deep.equal([101, "zones.csv: and 30 faults more"]);
    expect(error.faults).to.have.length(130);
  });

  it("tells Pulumi to show its message without a stack", () => {
    expect(RunError.isInstance(new ZoneFileError("zones.csv", [fault(12)]))).to.equal(true);
  });

  it("shows a fault once when it is inspected", () => {
    expect(inspect(new ZoneFileError("zones.csv", [fault(12)])).match(/radius/g)).to.have.length(1);
  });
});
