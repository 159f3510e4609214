/** See tests/engine/fault-table.ts. */
import { faultsThatPass } from "../engine/fault-table";

describe("a fault of the API that may pass, in the dynamic-provider process, whatever the resource,", function () {
  this.timeout(60_000);
  faultsThatPass("every kind");
});
