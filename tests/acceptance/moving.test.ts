import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { withStack, type TestStack } from "./stack";

const names = ["a", "b", "c", "d", "e"];
const geofeatures = [
  { type: "circle", name: "door", center: { latitude: -37.8, longitude: 144.9 }, radius: 40 },
] as const;
const zone = { minimumRetriggerTime: 600, geofeatures: [...geofeatures] };

type Form = "resources of their own" | "a set" | "half of each";

describe("zones that move", function () {
  this.timeout(180_000);

  const ways: [from: Form, to: Form, refreshAlways: boolean][] = [
    ["resources of their own", "a set", true],
    ["a set", "resources of their own", true],
    ["resources of their own", "a set", false],
    ["a set", "resources of their own", false],
    ["half of each", "a set", true],
    ["a set", "half of each", true],
  ];
  for (const [from, to, refreshAlways] of ways) {
    const refresh = refreshAlways ? "with a refresh" : "without a refresh";
    it(`from ${from} to ${to} are taken over, none deleted and none made, ${refresh}`, () =>
      withStack(
        async (stack) => {
          declare(stack, from);
          await stack.up();
          const { emulator } = stack;
          const before = emulator.zones.list();
          expect(before).to.have.length(names.length);

          declare(stack, to);
          emulator.requests.clear();
          await stack.up();
          const writes = emulator.requests.filter(
            ({ method, path }) => method !== "GET" && path !== "/sessions",
          );
          expect(writes.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([]);
          expect(emulator.zones.list()).to.deep.equal(before);
          expect(await stack.preview()).to.deep.equal([]);
        },
        { refreshAlways },
      ));
  }
});

function declare(stack: TestStack, form: Form): void {
  const single = form === "a set" ? [] : form === "half of each" ? names.slice(0, 2) : names;
  const inSet = names.filter((name) => !single.includes(name));
  stack.run(() => {
    const project = new bluedot.Project("coffee");
    if (inSet.length > 0) {
      const zones = Object.fromEntries(inSet.map((name) => [name, zone]));
      new bluedot.ZoneSet("stores", { projectId: project.id, zones });
    }
    for (const name of single) new bluedot.Zone(name, { projectId: project.id, ...zone });
    return undefined;
  });
}
