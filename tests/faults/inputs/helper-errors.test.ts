import { RunError } from "@pulumi/pulumi";
import { expect } from "chai";

import * as bluedot from "../../../provider";
import { BluedotError } from "../../../provider/errors";
import { untyped } from "../../unit/provider/zone/untyped";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";

describe("what a helper cannot read", () => {
  const calls: [what: string, call: () => unknown, sentence: RegExp][] = [
    ["seconds", () => bluedot.seconds("1 hour"), /^seconds: "1 hour" is no duration .*\.$/],
    [
      "circle",
      () => bluedot.circle("door", "91 181", 40),
      /^circle "door": its center "91 181" is no point.*$/,
    ],
    [
      "boundingBox",
      () =>
        bluedot.boundingBox("yard", [
          [1, 179],
          [2, -179],
        ]),
      /^boundingBox "yard": the longitudes .*\.$/,
    ],
    ["polygon", () => untyped(bluedot.polygon, "plaza", 5), /^polygon "plaza": its vertices are 5, .*\.$/],
    [
      "geoline",
      () => untyped(bluedot.geoline, "kerb", ["x"]),
      /^geoline "kerb": its vertices\[0\] "x" is no point.*$/,
    ],
    ["fromGeoJson", () => bluedot.fromGeoJson("park", "x"), /^fromGeoJson "park": "x" is no JSON\.$/],
    ["timeActive", () => bluedot.timeActive("9 to 5"), /^timeActive: "9 to 5" is no span of the day.*$/],
    [
      "travelDirection",
      () => untyped(bluedot.travelDirection, "up", 5),
      /^travelDirection: "up" is no direction.*$/,
    ],
    [
      "a set with an option that means nothing for it",
      () => new bluedot.ZoneSet("stores", { projectId, zones: {} }, { import: projectId }),
      /^ZoneSet "stores": a set has neither the option `import` nor `id`/,
    ],
    [
      "a look-up",
      () => {
        throw new BluedotError("refused", "getZone: id must be text.");
      },
      /^getZone: id must be text\.$/,
    ],
  ];
  for (const [what, call, sentence] of calls) {
    it(`D18: is one sentence without a stack of Node: ${what}`, () => {
      let caught: unknown;
      try {
        call();
      } catch (error) {
        caught = error;
      }
      expect(caught).to.be.instanceOf(Error).with.property("message").that.matches(sentence);
      // The engine prints the message alone of an error that this says is one of its own kind.
      expect(RunError.isInstance(caught)).to.equal(true);
    });
  }
});
