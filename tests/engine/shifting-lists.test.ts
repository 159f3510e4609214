/** See shifting-lists.ts. */
import { refreshInScenes } from "./shifting-lists";

describe("a list whose pages shift while it is read", function () {
  this.timeout(60_000);

  it("never makes a refresh tell what is not so, in 100 scenes", () => refreshInScenes(100, 1));
});
