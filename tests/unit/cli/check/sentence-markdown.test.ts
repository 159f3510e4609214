import { expect } from "chai";
import fc from "fast-check";

import { sentenceMarkdown } from "../../../../cli/check/sentence-markdown";
import { seed } from "../../../seed";

describe("a sentence in Markdown", () => {
  const cases: [text: string, markdown: string][] = [
    ["no two zones overlap", "no two zones overlap"],
    ['zone "cafe" contains 0, -0.0005', "zone `cafe` contains 0, -0.0005"],
    [
      String.raw`1 pair of zones overlaps: "stores[\"cafe\"]" and "mall" (overlap by 49 m, new)`,
      '1 pair of zones overlaps: `stores["cafe"]` and `mall` (overlap by 49 m, new)',
    ],
    ["9 of 2,992 points of stores.csv are in no zone", "9 of 2,992 points of `stores.csv` are in no zone"],
    ["monday.gpx: @all enter comes (09:40:10)", "`monday.gpx`: `@all` enter comes (09:40:10)"],
    ['zone "a`b" is new', "zone <code>a&#96;b</code> is new"],
    ["at deadbeef or (www.example.com), #12", "at `deadbeef` or (`www.example.com`), `#12`"],
    ["(:smile: :smile:)", "(`:smile`: `:smile`:)"],
    ["known after `pulumi up`; add --show-sames.", "known after `pulumi up`; add `--show-sames`."],
  ];
  for (const [text, markdown] of cases)
    it(`has ${JSON.stringify(text)} as ${JSON.stringify(markdown)}`, () => {
      expect(sentenceMarkdown(text)).to.equal(markdown);
    });

  it("has nothing but plain words, numbers and punctuation outside of code, whatever the names", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...Array.from('"\\`|<>&@#*_[]()!~:/.-+= a1w\n')) }),
    );
    fc.assert(
      fc.property(anything, anything, (name, bare) => {
        for (const text of [
          `zone ${JSON.stringify(name)} is in ${bare}`,
          `${bare}: ${JSON.stringify(name)}`,
          bare,
        ]) {
          const markdown = sentenceMarkdown(text);
          const outside = markdown.replace(/<code>[^<>`|\\]*<\/code>|`[^`|\\]*`/g, "");
          expect(outside).to.match(/^[\p{L}\d ,;:.()'’…-]*$/u);
          expect(outside).to.not.match(/www\.|\b[\da-f]{7}|:\w+:|[^\s(]-|\n/i);
        }
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
