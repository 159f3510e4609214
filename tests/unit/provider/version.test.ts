import { expect } from "chai";

import manifest from "../../../package.json";
import { VERSION } from "../../../provider/version";

describe("the version", () => {
  it("is that of package.json", () => {
    expect(VERSION).to.equal(manifest.version);
  });
});
