import { expect } from "chai";

import { testFiles } from "../../../../tools/test/files";

describe("the files of tests", () => {
  const among = (path: string, ...patterns: string[]) =>
    testFiles(patterns).find((file) => file.path === path);

  it("need the CLI where they, or what they import, start it", () => {
    const needs = (path: string) => among(path, path)?.alone;
    expect(needs("tests/acceptance/zone.test.ts")).to.equal(true);
    expect(needs("tests/long/crashes-of-zones.long.ts")).to.equal(true);
    expect(needs("tests/engine/golden.test.ts")).to.equal(false);
    expect(needs("tests/unit/tools/engine/find.test.ts")).to.equal(false);
  });

  it("are there once each, those that take longest first", () => {
    const paths = testFiles(["tests/**/*.test.ts", "tests/unit/**/*.test.ts", "tests/long/*.long.ts"]).map(
      ({ path }) => path,
    );
    expect(new Set(paths)).to.have.property("size", paths.length);
    expect(paths[0]).to.match(/^tests\/long\//);
    expect(paths.indexOf("tests/acceptance/zone.test.ts")).to.be.lessThan(
      paths.indexOf("tests/contract/zones.test.ts"),
    );
  });
});
