import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { withStack } from "./stack";

describe("a first zone on the real CLI", function () {
  this.timeout(300_000);

  it("goes up, is a no-op, shows drift, is put back, and goes down", async () => {
    await withStack(async (stack) => {
      stack.run(() => {
        const project = new bluedot.Project("coffee");
        new bluedot.Zone("cafe", {
          projectId: project.id,
          minimumRetriggerTime: 600,
          geofeatures: [{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 }],
        });
        return {};
      });
      console.log(await stack.preview());
      console.log(await stack.up());
      console.log(await stack.preview());
      const [zone] = stack.emulator.zones.list();
      stack.emulator.zones.update(zone!._id, (held) => ({ ...held, minimumRetriggerTime: 60 }));
      stack.printed();
      console.log(await stack.preview());
      console.log(stack.printed());
      console.log(await stack.up());
      console.log(stack.printed());
    });
  });
});
