import { createHash } from "node:crypto";

import { expect } from "chai";

import { htmlOf } from "../../../map/html";
import type { MapZone } from "../../../map/model";
import { circle, everyChange, manyZones, modelOf, zoneOf } from "./models";

const hostile = [
  "</script><img src=x onerror=alert(1)>",
  "<!--<script>",
  "\u202Eevil\u202C",
  "line\u2028separator\u2029",
  "👩‍👩‍👧‍👦 ☕️",
  "__proto__",
  "x".repeat(10_000),
  "\0\u0007",
  "\uD800",
  "&lt;b&gt; ' \" `",
];

describe("the map's page", () => {
  it("is one file that names no other", () => {
    const html = htmlOf(everyChange());
    expect(html).to.match(/^<!doctype html>/);
    const loads = [...html.matchAll(/\s(?:src|href|srcset|action)=("[^"]*")/g)].map(([, value]) => value);
    expect(loads).to.deep.equal(['"data:,"', '"#list"']);
    expect(html).not.to.match(/@import|url\(/);
    // The script has one address alone: that of the link, which loads nothing by itself.
    const addresses = html.replaceAll(/http:\/\/www\.w3\.org\/2000\/svg/g, "").match(/https?:\/\/[\w.]+/g);
    expect([...new Set(addresses)]).to.deep.equal(["https://www.openstreetmap.org"]);
  });

  it("has a title that says what changes", () => {
    expect(titleOf(htmlOf(everyChange()))).to.equal(
      "plan.json: 3 created, 2 moved, 1 changed, 2 deleted, 1 drifted, 4 unchanged; 2 not drawn",
    );
    const stack = modelOf([zoneOf("a", "same")], { kind: "stack", source: "stack <b>.json" });
    expect(titleOf(htmlOf(stack))).to.equal("stack &lt;b&gt;.json: 1 zone");
  });

  it("is the same to the byte for the same model", () => {
    expect(htmlOf(everyChange())).to.equal(htmlOf(everyChange()));
    expect(htmlOf(manyZones(50))).to.equal(htmlOf(manyZones(50)));
  });

  it("allows its own script and style by their hashes, and nothing else", () => {
    const html = htmlOf(everyChange());
    const policy = policyOf(html);
    expect(policy["default-src"]).to.equal("'none'");
    expect(policy["img-src"]).to.equal("data:");
    for (const [element, directive] of [
      ["script", "script-src"],
      ["style", "style-src"],
    ] as const) {
      const [, text = ""] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(html) ?? [];
      const hash = createHash("sha256").update(text).digest("base64");
      expect(policy[directive]).to.equal(`'sha256-${hash}'`);
    }
  });

  it("escapes whatever a name could end the data with", () => {
    const html = htmlOf(modelOf(hostile.map((name, at) => zoneOf(String(at), "create", { name }))));
    const [, json = ""] = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(html) ?? [];
    const data: unknown = JSON.parse(json);
    expect(data).to.have.property("names").that.deep.equals(hostile);
    expect(json).not.to.match(/[<\u2028\u2029]/);
    expect(html.match(/<\/script>/g)).to.have.length(3);
  });

  it("takes from a model what it knows, and nothing that somebody adds to it", () => {
    const secret = { customData: "canary-1", actions: ["canary-2"], webhook: { token: "canary-3" } };
    const door = { ...circle("door", 0, 0, 50), ...secret, color: "#canary-4" };
    const settings = [{ property: "tags", before: "a", after: "b", ...secret }];
    const zone: MapZone = {
      ...zoneOf("cafe", "move", { before: [door], after: [door], settings }),
      ...secret,
    };
    const model = {
      ...modelOf([zone], {
        hidden: [{ label: "lab", change: "create", reason: "secret", ...secret }],
        points: [{ name: "store", point: { latitude: 1, longitude: 2, ...secret }, ...secret }],
        track: [[{ latitude: 1, longitude: 2, ...secret }]],
      }),
      ...secret,
      counts: { ...modelOf([zone]).counts, ...secret },
    };
    expect(htmlOf(model)).not.to.include("canary");
  });

  it("is small: 10,000 zones with 15,000 shapes in less than 2 MB", () => {
    expect(Buffer.byteLength(htmlOf(manyZones(10_000)))).to.be.below(2_000_000);
    expect(Buffer.byteLength(htmlOf(modelOf([])))).to.be.below(120_000);
  });
});

describe("the user's own tiles", () => {
  const attribution = "© Example <maps>";

  it("are allowed from their host alone", () => {
    const template = "https://tiles.example.com:8443/{z}/{x}/{y}.png?key=a&b";
    const policy = policyOf(htmlOf(everyChange(), { tiles: { template, attribution } }));
    expect(policy["img-src"]).to.equal("data: https://tiles.example.com:8443");
  });

  it("may have several servers", () => {
    const template = "https://{s}.tiles.example.com/{z}/{x}/{y}.png";
    const html = htmlOf(everyChange(), { tiles: { template, attribution } });
    expect(policyOf(html)["img-src"]).to.equal(
      "data: https://a.tiles.example.com https://b.tiles.example.com https://c.tiles.example.com",
    );
    expect(html).to.include('"host":"*.tiles.example.com"');
  });

  const faults: [template: string, message: string][] = [
    ["https://tiles.example.com/{z}/{x}.png", "lacks {y}"],
    ["tiles/{z}/{x}/{y}.png", "no URL of http or https"],
    ["ftp://tiles.example.com/{z}/{x}/{y}.png", "no URL of http or https"],
    ["https://me:word@tiles.example.com/{z}/{x}/{y}.png", "a user name or a password"],
    ["javascript:alert({x}{y}{z})", "no URL of http or https"],
    ["https://a;script-src'unsafe-inline'/{z}/{x}/{y}.png", "no URL of http or https"],
  ];
  for (const [template, message] of faults) {
    it(`are refused: ${template}`, () => {
      expect(() => htmlOf(everyChange(), { tiles: { template, attribution } })).to.throw(message);
    });
  }
});

function titleOf(html: string): string | undefined {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1];
}

function policyOf(html: string): Record<string, string> {
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const directives = policy.replaceAll("&#39;", "'").split("; ");
  return Object.fromEntries(
    directives.map((text) => [text.split(" ")[0] ?? "", text.split(" ").slice(1).join(" ")]),
  );
}
