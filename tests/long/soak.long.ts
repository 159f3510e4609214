/** See tests/engine/soak.ts. */
import { staysAsItIs } from "../engine/soak";

describe("a process of the provider", function () {
  this.timeout(400_000);

  it("holds no more after 20,000 operations than before", () => staysAsItIs(20_000));
});
