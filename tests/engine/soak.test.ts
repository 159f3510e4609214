/** See soak.ts. */
import { staysAsItIs } from "./soak";

describe("a process of the provider", function () {
  this.timeout(120_000);

  it("holds no more after 2,000 operations than before", () => staysAsItIs(2000));
});
