import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type TestStack } from "./stack";

const place = { latitude: -37.8, longitude: 144.9 };
const circle = { type: "circle", name: "door", center: place, radius: 40 } as const;
/** Some 70.2 m² on the equator. */
const square = bluedot.polygon("square", [
  [0, 0],
  [0, 0.000075271],
  [0.000075773, 0.000075271],
  [0.000075773, 0],
]);

describe("what is said before anything is sent, on the real CLI", function () {
  this.timeout(120_000);
  let stack: TestStack;
  before(async () => {
    stack = await openStack();
  });
  after(() => stack.close());

  const declare = (geofeatures: bluedot.GeofeatureArgs[], name: string, count: number) => () => {
    const project = new bluedot.Project("coffee");
    for (let at = 0; at < count; at++) {
      const minimumRetriggerTime = 600 + at;
      new bluedot.Zone(`zone-${at}`, { name, projectId: project.id, minimumRetriggerTime, geofeatures });
    }
    return undefined;
  };
  const preview = async () => {
    stack.printed();
    // The error repeats what was printed, to the last line.
    const said = await stack.preview().then(() => "", String);
    return { failed: said !== "", printed: stack.printed() + said, requests: stack.emulator.requests.length };
  };

  it("is a warning where a program may go on", async () => {
    stack.run(declare([square], "cafe", 2));
    const warned = await preview();
    expect([warned.failed, warned.requests]).to.deep.equal([false, 0]);
    expect(warned.printed).to.contain(
      'Zone "cafe": "zone-0" and "zone-1" have this name in one project; give each a name of its own',
    );
    expect(warned.printed).to.match(
      /Zone "cafe": geofeatures\[0\]\.vertices: its area is 70\.\d m², so near to the least of 70 m²/,
    );
  });

  it("is a fault where it may not", async () => {
    stack.run(declare([circle, { ...circle, name: "small", radius: 4 }], "cafe", 1));
    const refused = await preview();
    expect([refused.failed, refused.requests]).to.deep.equal([true, 0]);
    expect(refused.printed).to.contain(
      "geofeatures[1].radius: it is 4, but must be a number of metres, 5 or more",
    );
  });
});
