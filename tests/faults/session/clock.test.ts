import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { REAL_CLOCK } from "../../../provider/clock";
import { openSession } from "../../../provider/api";
import { account, get, stage } from "../../unit/provider/api/stage";

describe("the clock of durations", () => {
  const timeOfDay = Date.now;
  afterEach(() => {
    Date.now = timeOfDay;
  });
  const goBackTwoHours = () => {
    const back = timeOfDay() - 2 * 3_600_000;
    Date.now = () => back;
  };

  it("A16: a time of day that goes back stops no request", async () => {
    const { transport } = stage().tools;
    const session = openSession({ ...account, requestsPerSecond: 50 }, { transport });
    await get(session);
    goBackTwoHours();
    await get(session);
  }).timeout(2000);

  it("A16: never goes back", () => {
    const before = REAL_CLOCK.now();
    goBackTwoHours();
    expect(REAL_CLOCK.now()).to.be.at.least(before);
  });

  it("A16: is the only one in provider/; the time of day is read where a date is meant", () => {
    const folder = join(__dirname, "../../../provider");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const readers = files.filter((file) =>
      /\bDate\.now\b|new Date\(\)/.test(readFileSync(join(folder, file), "utf8")),
    );
    // States record when an object was created, for the next run.
    expect(readers.sort()).to.deep.equal([join("api", "index.ts"), join("lifecycle", "creation-time.ts")]);
  });
});
