import { expect } from "chai";

import { versionsOf } from "../../../cli/versions";
import type { ZoneSource } from "../../../plan/zone-source";

/** A source of one version, of zones with a label and a name. */
function sourceOf(zones: readonly (readonly [label: string, name: string])[]): ZoneSource {
  return {
    kind: "account",
    name: "account",
    zones: zones.map(([label, name]) => ({
      label,
      change: "same",
      isDrifted: false,
      after: { name, geofeatures: [] },
      settings: [],
    })),
    hidden: [],
    notes: [],
  };
}

describe("the zones of --before", () => {
  type Zones = (readonly [label: string, name: string])[];
  const cases: [what: string, after: Zones, before: Zones, labels: string[]][] = [
    ["have the label of the zone with their name", [["a", "Cafe"]], [["Cafe", "Cafe"]], ["a"]],
    [
      "keep a label that the zones after have too, also where their name is not unique",
      [
        ["cafe (1)", "cafe"],
        ["cafe (2)", "cafe"],
      ],
      [
        ["cafe (1)", "cafe"],
        ["cafe (2)", "cafe"],
      ],
      ["cafe (1)", "cafe (2)"],
    ],
    [
      "keep their label where their name is that of several zones after",
      [
        ["cafe (1)", "cafe"],
        ["cafe (2)", "cafe"],
      ],
      [["cafe", "cafe"]],
      ["cafe"],
    ],
    [
      "keep their labels where their name is that of several zones before",
      [["a", "cafe"]],
      [
        ["cafe (1)", "cafe"],
        ["cafe (2)", "cafe"],
      ],
      ["cafe (1)", "cafe (2)"],
    ],
    [
      "have no label that another of them keeps",
      [["a", "Bar"]],
      [
        ["a", "Cafe"],
        ["b", "Bar"],
      ],
      ["a", "b"],
    ],
  ];
  for (const [what, after, before, labels] of cases) {
    it(what, () => {
      const versions = versionsOf(sourceOf(after), sourceOf(before));
      expect(versions.before?.map(({ label }) => label)).to.deep.equal(labels);
    });
  }
});
