import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";

import { expect } from "chai";

import { openSession } from "../../../provider/api";
import { openTrace } from "../../../provider/api/trace";
import { account, get, stage } from "../../unit/provider/api/stage";
import { inTraceFolder } from "../../unit/provider/api/trace-folder";

describe("the file of the trace", () => {
  let file: string;
  inTraceFolder((paths) => {
    ({ file } = paths);
  });
  const asked = async () => {
    const { tools, warnings } = stage();
    const session = openSession({ ...account, trace: file }, tools);
    await get(session);
    await get(session);
    return warnings;
  };

  it("B5: that is a pipe without a reader is one warning, and blocks nothing", async () => {
    execFileSync("mkfifo", [file]);
    expect(await asked()).to.deep.equal([
      `bluedot:trace: ${file} cannot be written (ENXIO); the requests are sent without a trace.`,
    ]);
  });

  it("B5: that is a device is one warning, and is not written to", async () => {
    file = "/dev/null";
    expect(await asked()).to.deep.equal([
      "bluedot:trace: /dev/null cannot be written (it is not a file); the requests are sent without a trace.",
    ]);
  });

  it("B5: that exists already is readable by its owner alone from then on", async () => {
    writeFileSync(file, "");
    chmodSync(file, 0o644);
    expect(await asked()).to.deep.equal([]);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
  });

  it("B5: grows no larger than 100 MB", async () => {
    writeFileSync(file, "");
    truncateSync(file, 100 * 1024 * 1024);
    expect(await asked()).to.deep.equal([
      `bluedot:trace: ${file} has reached 100 MB; what follows is not traced until it is moved away.`,
    ]);
    expect(statSync(file).size).to.equal(100 * 1024 * 1024);
  });

  it("B5: ends with a whole line", () => {
    const warnings: string[] = [];
    const trace = openTrace(file, "https://c.example", (message) => warnings.push(message), 400);
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      trace({
        request: { method: "GET", url: "https://c.example/zones", headers: {} },
        outcome: { status: 200, headers: {}, text: "[]" },
        attempt,
        at: 0,
        took: 5,
      });
    }
    expect(readFileSync(file, "utf8")).to.match(/\}\n$/);
    expect(statSync(file).size).to.be.within(400, 600);
    expect(warnings).to.have.length(1);
  });
});
