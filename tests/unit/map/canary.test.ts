import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { z } from "zod";

import { geojsonOf } from "../../../map/geojson";
import { htmlOf } from "../../../map/html";
import { markdownOf } from "../../../map/markdown";
import { modelOf } from "../../../map/model-of";
import { svgOf } from "../../../map/svg";
import { readEngineText } from "../../../plan/read";
import { isObject, isString, type Json } from "../../../provider/json";

const plan = readFileSync(join(__dirname, "../../fixtures/plans/every-change.json"), "utf8");

/** What a zone may hold and a map must not. */
function withCanaries(zone: Record<string, Json>, at: number): Record<string, Json> {
  return {
    ...zone,
    customData: { "canary-key": `canary-data-${at}` },
    actions: [
      { type: "url", name: `canary-action-${at}`, url: `https://canary.example.com/${at}` },
      { type: "message", name: "canary-name", title: "canary-title", message: `canary-message-${at}` },
    ],
    extraFields: { webhook: `canary-webhook-${at}` },
    notes: `canary-notes-${at}`,
  };
}

function jsonOf(text: string): Json {
  return z.json().parse(JSON.parse(text));
}

let count = 0;

/** The same plan, with canaries in each version of each zone. */
function planted(value: Json): Json {
  if (Array.isArray(value)) return value.map(planted);
  if (isString(value) && value.startsWith('{"geofeatures"')) {
    return JSON.stringify(planted(jsonOf(value)));
  }
  if (!isObject(value)) return value;
  const all = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, planted(part)]));
  return "geofeatures" in all ? withCanaries(all, count++) : all;
}

const source = readEngineText(JSON.stringify(planted(jsonOf(plan))), "plan.json");

describe("a map of zones with custom data, actions and fields of their own", () => {
  it("is that of a plan in which they differ", () => {
    expect(count).to.be.above(20);
    const differing = source?.zones.flatMap(({ settings }) => settings.map(({ property }) => property));
    expect(differing).to.include.members(["customData", "actions"]);
  });

  for (const [format, of] of [
    ["HTML", htmlOf],
    ["Markdown", markdownOf],
    ["SVG", svgOf],
    ["GeoJSON", geojsonOf],
  ] as const) {
    it(`has none of their values in ${format}`, () => {
      const text = source && of(modelOf(source));
      expect(text)
        .to.include("drifted-and-changed")
        .and.not.to.match(/canary/i);
    });
  }
});
