/** Many creates whose answers are lost after the work, in this process and over real connections. */
import { expect } from "chai";
import { startEmulator, type Fault } from "pulumi-bluedot/emulator";

import { isString, type JsonObject } from "../../provider/json";
import { openPlugin } from "./fast-plugin";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";

const realClock = {
  now: () => Date.now(),
  sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

export function zoneNamed(name: string): JsonObject {
  return {
    projectId,
    name,
    minimumRetriggerTime: 600,
    geofeatures: [
      { type: "circle", name: "door", center: { latitude: -37.5, longitude: 144.5 }, radius: 40 },
    ],
    triggerOnExit: false,
  };
}

export const project = { _id: projectId, name: "coffee", nextRuleUpdateInterval: 300 };

/** A fifth of all answers is lost, in one of three ways. */
const lost: readonly Fault[] = (
  [
    { kind: "close", when: "after" },
    { kind: "status", status: 504, when: "after" },
    { kind: "truncate", how: "cut" },
  ] as const
).map((fault) => ({ ...fault, method: "POST", path: /^\/zones$/, times: "forever", probability: 0.07 }));

export interface Creates {
  readonly count: number;
  readonly seed: number;
  /** The name of each. Default: one of its own. */
  readonly nameOf?: (at: number) => string;
  /** More of the stack's configuration. Default: none. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Further faults. Default: none. */
  readonly faults?: readonly Fault[];
}

/** Makes them all at once, as the engine does, and expects each to have one object of its own and no other to be there. */
export async function losesNothing({
  count,
  seed,
  nameOf = (at) => `store ${at}`,
  faults = [],
  settings = {},
}: Creates): Promise<void> {
  const emulator = await startEmulator({ seed, faults: [...faults, ...lost] });
  try {
    emulator.seed({ projects: [project] });
    const plugin = openPlugin({
      account: emulator,
      clock: realClock,
      settings: { "bluedot:endpoint": emulator.url, ...settings },
    });
    const made = await Promise.all(
      Array.from({ length: count }, (_, at) => plugin.create(zoneNamed(nameOf(at)))),
    );
    const ofResources = made
      .map(({ id, outs }) => `${id} ${isString(outs["name"]) ? outs["name"] : ""}`)
      .sort();
    const held = emulator.zones.list().map(({ _id, name }) => `${_id} ${name}`);
    expect(ofResources).to.deep.equal(held.sort());
    const losses = emulator
      .faults()
      .slice(faults.length)
      .reduce((sum, { acted }) => sum + acted, 0);
    expect(losses, "answers that were lost").to.be.greaterThan(count / 8);
  } finally {
    await emulator.close();
  }
}
