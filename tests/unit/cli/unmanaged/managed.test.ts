import { expect } from "chai";

import { managedIn } from "../../../../cli/unmanaged/managed";
import type { JsonObject } from "../../../../provider/json";
import { encodeObjects } from "../../../../provider/set/state-format";
import type { StateResource } from "../../../../plan/stack";

function resource(noun: string, id: string, more: Partial<StateResource> = {}): StateResource {
  const type = `pulumi-nodejs:dynamic/bluedot:${noun}`;
  const urn = `urn:pulumi:test::shop::${type}::${id}`;
  return { urn, type, id, inputs: {}, outputs: {}, isLookedUp: false, isReplaced: false, ...more };
}

const packed = encodeObjects([{ key: "a", id: "zone-of-set", parts: {}, text: "{}", isWhole: true }]);
const mark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const setOf = (objects: JsonObject[string]) =>
  resource("ZoneSet", "set", { outputs: { __objects: objects } });

describe("a state manages", () => {
  const rows: [what: string, resource: StateResource, keys: string[]][] = [
    ["a zone", resource("Zone", "z"), ["Zone z"]],
    ["a destination by its own id", resource("Destination", "store-1"), ["Destination store-1"]],
    ["what a replacement is still to delete", resource("Zone", "z", { isReplaced: true }), ["Zone z"]],
    ["nothing that it looks up", resource("Zone", "z", { isLookedUp: true }), []],
    ["nothing of another provider", resource("Zone", "z", { type: "aws:s3/bucket:Bucket" }), []],
    ["the zones of a set", setOf(packed), ["Zone zone-of-set"]],
    [
      "the zones of a set with its secrets in clear",
      setOf({ ...mark, plaintext: JSON.stringify(packed) }),
      ["Zone zone-of-set"],
    ],
    ["no zones of a set that was never made", resource("ZoneSet", "set"), []],
  ];
  for (const [what, each, keys] of rows) {
    it(what, () => {
      expect([...managedIn([each]).objects]).to.deep.equal(keys);
    });
  }

  it("not the zones of a set whose ids are encrypted, which is an error", () => {
    expect(() => managedIn([setOf({ ...mark, ciphertext: "v1:x" })])).to.throw(
      'ids of ZoneSet "set" are encrypted',
    );
  });

  it("not what is in a project whose id is encrypted, which is an error", () => {
    const projectId = (more: JsonObject) =>
      resource("Zone", "z", { inputs: { projectId: { ...mark, ...more } } });
    expect(() => managedIn([projectId({ ciphertext: "v1:x" })])).to.throw(
      'the projectId of Zone "z" is encrypted',
    );
    expect([...managedIn([projectId({ plaintext: '"p5"' })]).projectIds]).to.deep.equal(["p5"]);
  });

  it("its projects, and those that it has zones in", () => {
    const { projectIds } = managedIn([
      resource("Project", "p1"),
      resource("Zone", "z", { inputs: { projectId: "p2" } }),
      resource("ZoneSet", "s", { inputs: { projectId: "p3" } }),
      resource("Project", "p4", { isLookedUp: true }),
    ]);
    expect([...projectIds]).to.deep.equal(["p1", "p2", "p3"]);
  });
});
