/** See tests/engine/lost-answers.ts. */
import { losesNothing } from "../engine/lost-answers";

describe("1,000 creates of which a fifth of the answers is lost after the work", function () {
  this.timeout(120_000);

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`are each made once, from seed ${seed}`, () => losesNothing({ count: 1000, seed }));
  }
});
