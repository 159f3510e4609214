import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

import { colors, styleOf } from "../../../map/style";
import { changes } from "../../../map/words";

const sheet = readFileSync(join(__dirname, "../../../map/page/style.css"), "utf8");

describe("the looks of a change", () => {
  for (const change of changes) {
    it(`have the light colour of the page: ${change}`, () => {
      const [, color] = new RegExp(`--${change}: (#[0-9a-f]{6});`).exec(sheet) ?? [];
      expect(colors[change]).to.equal(color);
    });
  }

  it("differ by more than their colour between two versions", () => {
    for (const change of ["move", "drift"] as const)
      expect(styleOf(change, "before").dash).not.to.equal(styleOf(change, "after").dash);
  });
});
