import { expect } from "chai";

import { start } from "../command";

describe("pulumi-bluedot unmanaged", function () {
  this.timeout(60_000);

  it("refuses a folder for a state, which has none", async () => {
    const command = start("unmanaged", "--state", "state.json", "--cwd", "shop");
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.match(/^--cwd is the folder of the program of a --stack/);
  });
});
