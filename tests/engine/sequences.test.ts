/** See sequences.ts. */
import { runSequences } from "./sequences";

describe("whatever is done, goes wrong and is run again", function () {
  this.timeout(60_000);

  it("leaves in the API and in the state what the model says, in 100 sequences", () => runSequences(100, 1));
});
