import { expect } from "chai";
import fc from "fast-check";
import { SaxesParser } from "saxes";

import { modelOf } from "../../../map/model-of";
import { svgOf } from "../../../map/svg";
import type { Change } from "../../../plan/zone-source";
import { seed } from "../../seed";
import { anyPlan, circle, everyChange, planOf, polygon, versions } from "./sources";

/** The names, attributes and texts of an SVG, which must be well-formed. */
function read(svg: string) {
  const parser = new SaxesParser();
  const names: string[] = [];
  const attributes: [name: string, value: string][] = [];
  let text = "";
  parser.on("opentag", (tag) => {
    names.push(tag.name);
    attributes.push(...Object.entries(tag.attributes));
  });
  parser.on("text", (part) => (text += `${part}\n`));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { names, attributes, text };
}

const of = (...given: Parameters<typeof modelOf>) => svgOf(modelOf(...given));

describe("a map as SVG", () => {
  it("has a title, a description, and each change with its name, looks and count", () => {
    const svg = of(everyChange());
    const { text } = read(svg);
    expect(svg).to.match(/^<svg [^>]*role="img" aria-labelledby="bluedot-title bluedot-desc">/);
    expect(text).to.include("Map of plan.json").and.to.include("1 unchanged · 2 not drawn");
    for (const part of ["1 created", "old dashed, new solid", "gone", 'stores["moved"]'])
      expect(text).to.include(part);
    for (const name of ["create", "move", "update", "delete", "drift", "same"])
      expect(svg).to.include(`<g class="${name}">`);
    expect(svg).to.match(/<g class="move"><g><title>stores[^<]*<\/title><path class="old" /);
  });

  it("draws the unchanged below the changed", () => {
    const svg = of(everyChange());
    expect(svg.indexOf('<g class="same">')).to.be.below(svg.indexOf('<g class="drift">'));
    expect(svg.indexOf('<g class="drift">')).to.be.below(svg.indexOf('<g class="create">'));
  });

  it("shows the changed zones whole and leaves out what is far away", () => {
    const far = versions("same", undefined, [circle(900_000, 0, 50)], { label: "far" });
    const near = versions("same", undefined, [circle(10, 0, 50)], { label: "near" });
    const create = versions("create", undefined, [circle(0, 0, 50)]);
    expect(of(planOf([create, far]))).not.to.include('<g class="same">');
    expect(of(planOf([create, near]))).to.include('<g class="same">');
  });

  it("draws a round circle, and one beyond the picture as a line through it", () => {
    const [, radius, across] =
      /<path class="area" d="M[\d.]+ [\d.]+a([\d.]+) [\d.]+ 0 1 0 ([\d.]+) 0/.exec(
        of(planOf([versions("create", undefined, [circle(0, 0, 51.3)])])),
      ) ?? [];
    expect(Number(across)).to.be.closeTo(2 * Number(radius), 1e-9);
    const large = [
      versions("create", undefined, [circle(0, 0, 20)]),
      versions("same", undefined, [circle(9000, 0, 9000)]),
    ];
    expect(of(planOf(large))).to.match(
      /<g class="same"><path class="area" d="M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)+z"/,
    );
  });

  it("shows a small changed zone by a symbol", () => {
    const distant = [0, 50_000].map((east) =>
      versions("delete", [circle(east, 0, 50)], undefined, { label: `${east}` }),
    );
    expect(of(planOf(distant)).match(/<use href="#bluedot-delete"/g)).to.have.length(3);
  });

  it("shows a small network on both sides of the antimeridian together", () => {
    const at = (longitude: number) =>
      versions("create", undefined, [{ ...circle(0, 0, 50), center: { latitude: -17, longitude } }], {
        label: `at ${longitude}`,
      });
    const places = [
      ...of(planOf([at(179.9), at(-179.9)])).matchAll(/<use href="#bluedot-create" x="(\d+)"/g),
    ];
    const [, west = 0, east = 0] = places.map(([, x]) => Number(x) + 8).sort((a, b) => a - b);
    expect(west).to.be.within(20, 100);
    expect(west + east).to.equal(1200);
  });

  it("names thirty changed zones at most", () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      versions("move", [circle(0, at * 900, 50)], [circle(90, at * 900, 50)], { label: `zone-${at}` }),
    );
    expect(of(planOf(many)).match(/<text [^>]*>zone-\d+<\/text>/g)?.length).to.be.within(10, 30);
  });

  it("draws points and a track", () => {
    const at = (latitude: number) => ({ latitude, longitude: 144.96 });
    const svg = of(planOf([versions("same", undefined, [circle(0, 0, 50)])]), {
      points: [{ name: "shop", point: at(-37.81) }],
      track: [[at(-37.809), at(-37.811)]],
    });
    expect(svg).to.include('<path class="points" d="M597 350h6m-3-3v6"/>');
    expect(svg).to.match(/<path class="track" d="M600 [\d.]+L600 [\d.]+"\/>/);
  });

  it("is no larger than 1 MB for 10,000 zones", () => {
    for (const [change, apart] of [
      ["same", 200],
      ["move", 200],
      ["create", 2000],
    ] as const satisfies [Change, number][]) {
      const zones = Array.from({ length: 10_000 }, (_, at) => {
        const [east, north] = [(at % 100) * apart, Math.floor(at / 100) * apart];
        const shapes = [
          circle(east, north, 60),
          polygon(
            "yard",
            ...Array.from({ length: 20 }, (__, corner) => {
              const angle = (corner / 20) * 2 * Math.PI;
              return [east + 80 * Math.cos(angle), north + 80 * Math.sin(angle)] as const;
            }),
          ),
        ];
        return versions(change, change === "move" ? [circle(east, north, 90)] : undefined, shapes, {
          label: `${at}`,
        });
      });
      expect(of(planOf(zones)).length).to.be.below(1_000_000);
    }
  }).timeout(60_000);

  it("is well-formed, runs nothing, loads nothing and is the same again, whatever the zones", () => {
    fc.assert(
      fc.property(anyPlan, (source) => {
        const svg = of(source);
        const { names, attributes } = read(svg);
        expect(names).not.to.include.members(["script"]).and.not.to.include("foreignObject");
        for (const [name, value] of attributes) {
          if (name === "href") expect(value).to.match(/^#bluedot-/);
          expect(name).not.to.match(/^on/);
          expect(value).not.to.match(/NaN|Infinity|undefined/);
        }
        expect(of({ ...source, zones: source.zones.toReversed() })).to.equal(svg);
      }),
      { seed, numRuns: 50 },
    );
  }).timeout(60_000);
});
