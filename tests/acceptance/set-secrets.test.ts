/** The secrets of a set stay secret in the state, also if a run could not finish. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { decodeObjects } from "../../provider/set/state-format";
import { canary, searchFolder, searchFor, type Search } from "./canaries";
import { openStack, type Step, type TestStack } from "./stack";
import { fails, zone } from "./stores";

const zoneWith = (customData: Record<string, pulumi.Input<string>>) => zone({ customData });

/** Looks into what is packed too, which would show nothing to a search. */
function openedFor(secrets: Readonly<Record<string, string>>): Search {
  const search = searchFor(secrets);
  return (text) => {
    const packed = [...text.matchAll(/"(1:[\w+/=]+)"/g)].flatMap(([, each = ""]) => decodeObjects(each));
    return [...search(text), ...packed.flatMap((held) => search(held.text))];
  };
}

type Zones = Record<string, bluedot.ZoneOfSetArgs>;

/** A set whose change is refused for one object, by name, until the next `up`. */
interface Case {
  readonly title: string;
  readonly first: Zones;
  readonly then: Zones;
  readonly refused: string;
  readonly method: "PUT" | "DELETE";
  readonly secrets: readonly string[];
}

const pins = {
  plain: canary("plain"),
  gone: canary("gone"),
  made: canary("made"),
  changed: canary("changed"),
};
const secret = (name: keyof typeof pins) => zoneWith({ pin: pulumi.secret(pins[name]) });
const cases: readonly Case[] = [
  {
    title: "that became plain, and could not be changed,",
    first: { a: zone(), "now-plain": secret("plain") },
    then: { a: zone(), "now-plain": zoneWith({ pin: "none" }) },
    refused: "now-plain",
    method: "PUT",
    secrets: ["plain"],
  },
  {
    title: "that the program has no longer, and could not be deleted,",
    first: { b: zone(), "now-gone": secret("gone") },
    then: { b: zone() },
    refused: "now-gone",
    method: "DELETE",
    secrets: ["gone"],
  },
  {
    title: "that was made or changed by a run that failed for another",
    first: { c: zone(), another: zone() },
    then: { c: secret("changed"), d: secret("made"), e: zone() },
    refused: "another",
    method: "DELETE",
    secrets: ["changed", "made"],
  },
];

describe("the secret of one zone of a set", function () {
  this.timeout(300_000);
  let stack: TestStack;
  let said: string;
  /** What is in clear in a file, as `file: secret`. */
  const inClear: string[] = [];
  let finished: string[];
  let left: Step[];

  before(async () => {
    stack = await openStack({ refreshAlways: false, checkpoints: true });
    const { emulator } = stack;
    const declare = (version: "first" | "then") => {
      stack.run(() => {
        for (const { refused, ...versions } of cases) {
          const { id: projectId } = new bluedot.Project(refused);
          new bluedot.ZoneSet(`set-${refused}`, { projectId, zones: versions[version] });
        }
        return undefined;
      });
    };
    const search = async () => {
      inClear.push(...(await searchFolder(stack.stack.workspace.workDir, openedFor(pins))));
    };
    declare("first");
    await stack.up();
    const names = new Map(emulator.zones.list().map(({ _id, name }) => [`/zones/${_id}`, name]));
    for (const { refused, method } of cases) {
      const path = [...names].find(([, name]) => name === refused)?.[0];
      emulator.fault({ kind: "status", status: 400, method, path: `^${path ?? ""}$`, times: "forever" });
    }
    declare("then");
    said = (await fails(stack, "up", { continueOnError: true })) + stack.printed();
    await search();
    await stack.refresh();
    await stack.refresh();
    await search();

    emulator.clearFaults();
    emulator.requests.clear();
    await stack.up();
    finished = emulator.requests.flatMap(({ method, path }) =>
      method === "GET" || path === "/sessions" ? [] : [`${method} ${names.get(path) ?? path}`],
    );
    await search();
    left = await stack.up();
    await stack.refresh();
    left.push(...(await stack.preview()));
    await search();
    said += stack.printed();
    await stack.destroy();
  });
  after(() => stack.close());

  for (const { title, refused, secrets } of cases) {
    it(`${title} is nowhere in clear, nor after a refresh`, () => {
      expect(said).to.match(new RegExp(`ZoneSet "set-${refused}": \\d done, 1 left:`));
      expect(inClear.filter((each) => secrets.some((name) => each.endsWith(`: ${name}`)))).to.deep.equal([]);
      expect(searchFor(pins)(said).filter((name) => secrets.includes(name))).to.deep.equal([]);
    });
  }

  it("is written by the next up where it was not, and nothing else is", () => {
    expect(finished).to.have.members(cases.map(({ method, refused }) => `${method} ${refused}`));
    expect(left).to.deep.equal([]);
  });
});
