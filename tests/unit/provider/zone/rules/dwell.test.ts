import type { Json, JsonObject } from "../../../../../provider/json";
import { dwellRule } from "../../../../../provider/zone/rules/dwell";
import { followTable, unknown } from "./table";

describe("the rule for what needs exit events", () => {
  const zone = (extraFields: Json, triggerOnExit: Json = false): JsonObject => ({
    extraFields,
    triggerOnExit,
  });
  const warned = [
    "warning",
    "triggerOnExit",
    /^it is off, but `extraFields\.\w*[dD]well\w*` .*; set it to true$/,
  ] as const;
  followTable(dwellRule, [
    ["dwell with exit", zone({ dwell: { minutes: 5 } }, true)],
    ["dwell without exit", zone({ dwell: { minutes: 5 } }), warned],
    ["dwell where exit is not said", { extraFields: { dwellTime: 300 } }, warned],
    ["dwell as a flag", zone({ triggerOnDwell: true }), warned],
    ["dwell as a list of minutes", zone({ dwellMinutes: [5, 10] }), warned],
    ["dwell as text", zone({ dwell: "PT5M" }), warned],
    ["dwell that is enabled in words of its own", zone({ dwell: { enabled: true, minutes: 0 } }), warned],
    ["dwell that is switched off", zone({ dwell: false })],
    ["dwell that is switched off with its minutes kept", zone({ dwell: { enabled: false, minutes: 5 } })],
    ["dwell that is switched off beside its minutes", zone({ dwellEnabled: false, dwellMinutes: 5 })],
    ["dwell of no time", zone({ dwellTime: 0 })],
    ["dwell of nothing", zone({ dwell: null, dwellTimes: [], dwellText: "", dwellObject: {} })],
    ["dwell that is unknown", zone({ dwell: unknown })],
    ["an exit that is unknown", zone({ dwell: { minutes: 5 } }, unknown)],
    ["other fields", zone({ altitude: 12 })],
    ["unknown fields", zone(unknown)],
    ["no fields", {}],
  ]);
});
