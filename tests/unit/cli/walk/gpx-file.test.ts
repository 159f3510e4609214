import { expect } from "chai";

import { refuseToReplace } from "../../../../cli/walk/gpx-file";

describe("the file of --gpx", () => {
  for (const force of [false, true])
    it(`is no folder${force ? ", also by force" : ""}`, () => {
      expect(() => {
        refuseToReplace(__dirname, force);
      }).to.throw(`${__dirname} is not a file; choose another one with --gpx.`);
    });
});
