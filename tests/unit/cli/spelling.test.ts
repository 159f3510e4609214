import { expect } from "chai";
import { Command } from "commander";

import { flagsOf, radiusAlone } from "../../../cli/spelling";

describe("the options that sentences of a command name", () => {
  const spell = flagsOf(
    new Command().option("--retrigger <seconds>").option("--drop-smaller-than <m²>").option("--wkt <column>"),
  );
  const cases: [given: string | undefined, spelt: string | undefined][] = [
    [spell("minimumRetriggerTime", 3600), "--retrigger 3600"],
    [spell("dropSmallerThan"), "--drop-smaller-than"],
    [spell("wkt", "the shape"), "--wkt 'the shape'"],
    [spell("destinationId"), undefined],
    [radiusAlone("radius", 40), "--radius 40"],
    [radiusAlone("radius", "size"), undefined],
    [radiusAlone("name"), undefined],
  ];
  for (const [given, spelt] of cases) {
    it(`are ${spelt ?? "none that it lacks"}`, () => {
      expect(given).to.equal(spelt);
    });
  }
});
