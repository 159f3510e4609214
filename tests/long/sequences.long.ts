/** See tests/engine/sequences.ts. */
import { runSequences } from "../engine/sequences";

describe("whatever is done, goes wrong and is run again", function () {
  this.timeout(300_000);

  for (const seed of [1, 2, 3]) {
    it(`leaves in the API and in the state what the model says, in 1,000 sequences from seed ${seed}`, () =>
      runSequences(1000, seed));
  }
});
