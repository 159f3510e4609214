/** What there is to run, for so many zones; what is large is ten times as many. */
import { adoption } from "./adoption";
import { bareRequests } from "./bare";
import { judging } from "./judging";
import { load } from "./load";
import type { Scenario, ScenarioName } from "./scenario";
import { onStack } from "./stack";

/** In this order in every other round, and in the opposite order between: what is compared stands side by side. */
export function scenariosFor(zones: number): ReadonlyMap<ScenarioName, Scenario> {
  const large = 10 * zones;
  return new Map<ScenarioName, Scenario>([
    ["judging", judging],
    ["load", load],
    ["adoption", adoption],
    [
      "zones without checkpoints",
      () => onStack({ program: "zones", zones, environment: withoutCheckpoints, phases: ["up", "destroy"] }),
    ],
    ["zones", () => onStack({ program: "zones", zones })],
    ["empty provider", () => onStack({ program: "empty-provider", zones })],
    ["empty stack", () => onStack({ program: "empty-stack", zones: 0 })],
    ["one resource", () => onStack({ program: "empty-provider", zones: 0, phases: ["up", "refresh"] })],
    ["set", () => onStack({ program: "zone-set", zones })],
    ["bare", () => bareRequests(zones, ["post"])],
    ["distant set", () => onStack({ program: "zone-set", zones, phases: ["distant up"] })],
    ["distant bare", () => bareRequests(zones, ["distant post"])],
    [
      "large set",
      () =>
        onStack({
          program: "zone-set",
          zones: large,
          phases: ["up", "no-op", "distant refresh", "refresh", "destroy"],
        }),
    ],
    [
      "large set in little memory",
      () => onStack({ program: "zone-set", zones: large, phases: ["up"], environment: littleMemory }),
    ],
    ["large distant set", () => onStack({ program: "zone-set", zones: large, phases: ["distant up"] })],
    ["large distant bare", () => bareRequests(large, ["distant post"])],
    ["large bare", () => bareRequests(large, ["post", "list", "distant list"])],
  ]);
}

const withoutCheckpoints = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
/** As docs/sets.md says it. */
const littleMemory = { NODE_OPTIONS: "--max-old-space-size=256 --max-semi-space-size=8" };
