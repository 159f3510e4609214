/** See tests/engine/shifting-lists.ts. */
import { refreshInScenes } from "../engine/shifting-lists";

describe("a list whose pages shift while it is read", function () {
  this.timeout(240_000);

  it("never makes a refresh tell what is not so, in 2,000 scenes", () => refreshInScenes(2000, 1));
});
