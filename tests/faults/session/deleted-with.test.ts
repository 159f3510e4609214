import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type TestStack } from "../../acceptance/stack";

describe("zones that leave the state undeleted, on the real CLI", function () {
  this.timeout(300_000);
  let stack: TestStack;

  const program = (forceDestroy: boolean) => () => {
    const project = new bluedot.Project("coffee", { forceDestroy });
    const args = {
      projectId: project.id,
      minimumRetriggerTime: 600,
      geofeatures: [bluedot.circle("door", [-37.8, 144.9], 40)],
    };
    new bluedot.Zone("cafe", args, { deletedWith: project });
    new bluedot.Zone("bar", args, { deletedWith: project });
    return undefined;
  };

  before(async () => {
    stack = await openStack();
  });
  after(async () => {
    await stack.close();
  });

  it("A10: keep their project, which is told truly and with the way to go on", async () => {
    stack.run(program(false));
    await stack.up();
    stack.printed();
    const failed = await stack.destroy().then(
      () => false,
      () => true,
    );
    const printed = stack.printed();
    expect(failed).to.equal(true);
    expect(printed).to.match(/Project "coffee" still holds 2 zones \("(cafe", "bar|bar", "cafe)"\)/);
    expect(printed).to.include("`deletedWith`").and.not.include("that this stack does not manage");
    expect(stack.emulator.zones.size()).to.equal(2);
  });
});
