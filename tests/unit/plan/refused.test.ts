import { expect } from "chai";

import { readPlan } from "../../../plan/preview";
import { readEngineText } from "../../../plan/read";
import { readStack } from "../../../plan/stack";
import { plan, resource, state, step, urnOf, zone } from "./plans";

const event = JSON.stringify({
  sequence: 1,
  timestamp: 2,
  resourcePreEvent: { metadata: { inputs: "canary" } },
});
const whole = plan([step("create", { new: zone() })]);
const pretty = JSON.stringify(JSON.parse(whole), null, 4);
const failed = (message: string, urn?: string) =>
  plan([], { diagnostics: [{ severity: "error", message, ...(urn !== undefined && { urn }) }] });

const plans: [what: string, text: string, sentence: RegExp][] = [
  [
    "no text",
    " \n",
    /^plan.json: it is empty; the plan comes from `pulumi preview --json --show-sames --refresh`/,
  ],
  [
    "a stream of events",
    `${event}\n${event}\n`,
    /engine's events, which hold secrets in clear; .* delete this file\.$/,
  ],
  ["a single event", event, /engine's events/],
  ["what `pulumi up --json` prints", `${pretty}\n${event}\n`, /engine's events/],
  ["the text form", "Previewing update (test):\n + pulumi:pulumi:Stack shop-test create\n", /text form/],
  ["the text form in colour", "\u001b[1m\u001b[38;5;13mPreviewing update (dev)\u001b[0m\n\n", /text form/],
  ["what --save-plan writes", JSON.stringify({ manifest: {}, resourcePlans: {} }), /--save-plan/],
  [
    "a plan that breaks off",
    pretty.slice(0, 300),
    /^plan.json: the JSON breaks off at line \d+, column \d+; make the plan again/,
  ],
  ["broken JSON", pretty.replace("[", "[canary"), /^plan.json: the JSON is broken; make the plan again/],
  [
    "broken JSON with a place",
    pretty.replace(",", "canary"),
    /^plan.json: the JSON is broken at line 4, col/,
  ],
  [
    "a plan of a refresh",
    plan([
      step("refresh", { old: zone(), urn: urnOf("other") }),
      step("update", { old: zone(), new: zone({ tags: ["a"] }) }),
    ]),
    /plan of `pulumi refresh`.*make it with `pulumi preview/,
  ],
  ["a state", state([resource("cafe", zone())]), /this is JSON, but no plan/],
  ["JSON of another kind", '{"type":"FeatureCollection","features":[]}', /this is JSON, but no plan/],
  ["a list", "[1]", /this is no JSON; the plan comes from/],
  ["no JSON", "error: no stack selected\n", /this is no JSON; the plan comes from/],
  ["a plan without zones", plan([]), /holds no zones of Bluedot\.$/],
  [
    "a plan without steps",
    JSON.stringify({ changeSummary: { same: 12 } }),
    /no zones of Bluedot\. .*--show-sames/,
  ],
  [
    "a plan that broke off",
    failed("\u001b[31merror\u001b[0m: no\n    at f (x.js:1:2)\n"),
    /broke off.*:\n  error: no$/,
  ],
  [
    "a plan that broke off at a resource",
    failed("error: no\n", "urn:pulumi:a::b::c::cafe"),
    /:\n  cafe: error: no$/,
  ],
];

const states: [what: string, text: string, sentence: RegExp][] = [
  ["no text", "", /^plan.json: it is empty; the state comes from `pulumi stack export`/],
  ["a plan", whole, /this is JSON, but no state/],
  ["a stack without zones", state([]), /the stack holds no zones of Bluedot\.$/],
  ["a stack that is empty", JSON.stringify({ version: 3, deployment: null }), /no zones of Bluedot/],
];

describe("a plan is refused, without a word of what it holds, if it is", () => {
  for (const [what, text, sentence] of plans) {
    it(what, () => {
      expect(() => readPlan(text, "plan.json"))
        .to.throw(sentence)
        .with.property("message")
        .that.does.not.contain("canary");
    });
  }
});

describe("a state is refused if it is", () => {
  for (const [what, text, sentence] of states) {
    it(what, () => {
      expect(() => readStack(text, "plan.json")).to.throw(sentence);
    });
  }
});

describe("a text of another origin", () => {
  for (const text of [
    "a,b\n1,2\n",
    "<kml/>",
    '{"type":"FeatureCollection"}',
    "[]",
    '{"type":"Feature"}\n{}\n',
    "",
  ]) {
    it(`is left to others: ${JSON.stringify(text)}`, () => {
      expect(readEngineText(text, "x")).to.equal(undefined);
    });
  }
});
