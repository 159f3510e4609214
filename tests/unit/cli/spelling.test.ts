import { expect } from "chai";
import { Command } from "commander";

import { flagsOf, flagsOfSources } from "../../../cli/spelling";

describe("the options that sentences of a command name", () => {
  const spell = flagsOf(
    new Command().option("--retrigger <seconds>").option("--drop-smaller-than <m²>").option("--wkt <column>"),
  );
  const cases: [given: string | undefined, spelt: string | undefined][] = [
    [spell("minimumRetriggerTime", 3600), "--retrigger 3600"],
    [spell("dropSmallerThan"), "--drop-smaller-than"],
    [spell("wkt", "the shape"), "--wkt 'the shape'"],
    [spell("destinationId"), undefined],
    [flagsOfSources("radius", 40), "--radius 40"],
    [flagsOfSources("radius", "size"), undefined],
    [flagsOfSources("name"), "--name"],
    [flagsOfSources("group"), undefined],
  ];
  for (const [given, spelt] of cases) {
    it(`are ${spelt ?? "none that it lacks"}`, () => {
      expect(given).to.equal(spelt);
    });
  }
});
