import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { setAt, valueAt } from "./paths";
import { openStack, type Step, type TestStack } from "./stack";

type Args = bluedot.ProjectArgs;

/** A property of a project with three values; `shown` is what a preview names, where that is not the path. */
interface Field {
  readonly path: string;
  readonly shown: string;
  readonly first: Args;
  readonly then: Args;
  readonly value: unknown;
  readonly foreign: unknown;
}

function field<T>(
  path: string,
  [first, then, foreign]: readonly [T, T, T],
  change: (value: T) => Args,
  shown = path,
): Field {
  return { path, shown, first: change(first), then: change(then), value: then, foreign };
}

const hook = { type: "geoTrigger", url: "https://a.example.com" } as const;
const other = { type: "wave", url: "https://w.example.com" } as const;
const keys = ["androidApiKey", "androidSecretKey", "iosApiKey", "iosSecretKey"] as const;

const fields: Field[] = [
  field("name", ["one", "two", "three"], (name) => ({ name })),
  field("nextRuleUpdateInterval", [300, 301, 302], (nextRuleUpdateInterval) => ({ nextRuleUpdateInterval })),
  field(
    "webhooks[0].url",
    ["https://a.example.com", "https://b.example.com", "https://c.example.com"],
    (url) => ({ webhooks: [{ ...hook, url }, other] }),
  ),
  field("webhooks[0].structure", ["default", "second", "third"], (structure) => ({
    webhooks: [{ ...hook, structure }, other],
  })),
  field<"geoTrigger" | "tempo" | "helloOrder">(
    "webhooks[0].type",
    ["geoTrigger", "tempo", "helloOrder"],
    (type) => ({ webhooks: [{ type, url: "https://a.example.com" }] }),
  ),
  field("webhooks[0].extraFields.version", [1, 2, 3], (version) => ({
    webhooks: [{ ...hook, extraFields: { version } }],
  })),
  // The engine shows no part of what holds a secret.
  field(
    "webhooks[0].headers.key",
    ["1", "2", "3"],
    (key) => ({ webhooks: [{ ...hook, headers: { key } }] }),
    "webhooks",
  ),
  field("firebaseApiKey", ["1", "2", "3"], (firebaseApiKey) => ({ firebaseApiKey })),
  ...keys.map((key) =>
    field(`integrations.mparticle.${key}`, ["1", "2", "3"], (value) => ({
      integrations: { mparticle: { [key]: value } },
    })),
  ),
  field("extraFields.plan", ["a", "b", "c"], (plan) => ({ extraFields: { plan } })),
];

const removed: [path: string, declared: Args, held: unknown][] = [
  ["nextRuleUpdateInterval", { nextRuleUpdateInterval: 300 }, 86_400],
  ["webhooks", { webhooks: [hook] }, []],
  ["firebaseApiKey", { firebaseApiKey: "1" }, undefined],
  ["integrations", { integrations: { mparticle: { iosApiKey: "1" } } }, undefined],
  ["extraFields", { extraFields: { plan: 1 } }, undefined],
];

describe("a Project on the real CLI", function () {
  this.timeout(600_000);
  let stack: TestStack;
  let ids: Map<string, string>;
  const seen: Record<string, Step[]> = {};
  const held: Record<string, Map<string, unknown>> = {};
  const puts: Record<string, number> = {};

  const id = (at: number) => `field-${at}`;
  const declare = (which: "first" | "then") => () => {
    fields.forEach((each, at) => new bluedot.Project(id(at), each[which]));
    removed.forEach(
      ([path, declared]) => new bluedot.Project(`removed-${path}`, which === "first" ? declared : {}),
    );
    new bluedot.Project("reordered", { webhooks: which === "first" ? [hook, other] : [other, hook] });
    new bluedot.Project("forced", { forceDestroy: which === "then" });
    return undefined;
  };
  const record = async (what: string, run: () => Promise<Step[]>) => {
    stack.emulator.requests.clear();
    seen[what] = await run();
    puts[what] = stack.emulator.count({ method: "PUT" });
    held[what] = new Map(stack.emulator.projects.list().map((project) => [project._id, project]));
  };
  const stepsOf = (what: string, name: string) => seen[what]?.filter((step) => step.name === name);
  const storedOf = (what: string, name: string) => held[what]?.get(ids.get(name) ?? "");
  const wire = (path: string) => path.replace("extraFields.", "").replace("extraFields", "plan");

  before(async () => {
    stack = await openStack();
    stack.run(declare("first"));
    await record("create", () => stack.up());
    ids = await stack.ids();
    await record("after create", () => stack.preview());
    stack.run(declare("then"));
    await record("update", () => stack.up());
    await record("after update", () => stack.preview());
    fields.forEach(({ path, foreign }, at) => {
      stack.emulator.projects.update(ids.get(id(at)) ?? "", (project) => {
        setAt(project, wire(path), foreign);
      });
    });
    await record("drift", () => stack.preview());
    await record("restore", () => stack.up());
    await record("after restore", () => stack.preview());
    await record("refresh", () => stack.refresh());
    await record("after refresh", () => stack.preview());
    stack.emulator.projects.delete(ids.get(id(0)) ?? "");
    await record("gone", () => stack.preview());
    await record("made again", () => stack.up());
    await record("destroy", () => stack.destroy());
  });
  after(async () => {
    await stack.close();
  });

  for (const what of ["create", "update", "restore", "refresh"]) {
    it(`has an empty preview after ${what}`, () => {
      expect(seen[`after ${what}`]).to.deep.equal([]);
    });
  }

  describe("a property changed in the program is updated in place:", () => {
    fields.forEach(({ path, shown, value }, at) => {
      it(path, () => {
        expect(stepsOf("update", id(at))).to.deep.equal([{ op: "update", name: id(at), paths: [shown] }]);
        expect(valueAt(storedOf("update", id(at)), wire(path))).to.deep.equal(value);
      });
    });

    it("forceDestroy, of which the API hears nothing", () => {
      expect(stepsOf("update", "forced")).to.deep.equal([
        { op: "update", name: "forced", paths: ["forceDestroy"] },
      ]);
      expect(puts["update"]).to.equal(fields.length + removed.length);
    });
  });

  describe("a property that the program no longer declares goes back to the default:", () => {
    for (const [path, , expected] of removed) {
      it(path, () => {
        expect(stepsOf("update", `removed-${path}`)?.map(({ op, paths }) => [op, paths])).to.deep.equal([
          ["update", [path]],
        ]);
        expect(valueAt(storedOf("update", `removed-${path}`), wire(path))).to.deep.equal(expected);
      });
    }
  });

  it("does not mind the order of its webhooks", () => {
    expect(stepsOf("update", "reordered")).to.deep.equal([]);
  });

  describe("a property changed in the console is shown by a plain preview as just that, and put back by up:", () => {
    fields.forEach(({ path, shown, value }, at) => {
      it(path, () => {
        expect(stepsOf("drift", id(at))).to.deep.equal([{ op: "update", name: id(at), paths: [shown] }]);
        expect(valueAt(storedOf("restore", id(at)), wire(path))).to.deep.equal(value);
      });
    });
  });

  it("deleted in the console is made again", () => {
    expect(seen["gone"]).to.deep.equal([{ op: "create", name: id(0), paths: [] }]);
    expect(seen["made again"]?.map(({ op }) => op)).to.deep.equal(["create"]);
  });

  it("leaves nothing behind when the stack is destroyed", () => {
    expect(held["destroy"]?.size).to.equal(0);
  });
});
