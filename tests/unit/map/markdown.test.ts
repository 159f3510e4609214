import { expect } from "chai";
import fc from "fast-check";

import { markdownOf } from "../../../map/markdown";
import { modelOf } from "../../../map/model-of";
import type { ZoneSource, ZoneVersions } from "../../../plan/zone-source";
import { seed } from "../../seed";
import { anyPlan, circle, everyChange, planOf, versions } from "./sources";

const of = (source: ZoneSource) => markdownOf(modelOf(source), { htmlName: "plan.html" });

/** Zones of a row of shops that move by 10 m. */
function moved(count: number, change: "move" | "create" = "move"): ZoneVersions[] {
  return Array.from({ length: count }, (_, at) =>
    versions(change, change === "move" ? [circle(at * 200, 0, 40)] : undefined, [circle(at * 200, 10, 40)], {
      label: `${change}-${String(at).padStart(5, "0")}`,
    }),
  );
}

describe("a map as Markdown", () => {
  it("begins with the mark of the bot, the counts and the table", () => {
    expect(of(everyChange()).split("\n\n<details>")[0]).to.equal(
      [
        "<!-- pulumi-bluedot map -->",
        "",
        "**1 created · 1 moved · 1 changed · 1 deleted · 1 drifted · 1 unchanged · 2 not drawn**",
        "",
        "| zone | change | shapes | settings |",
        "| --- | --- | --- | --- |",
        "| `new` | created | yard: polygon, 3 vertices |  |",
        '| `stores["moved"]` | moved | door: radius 40 → 60 m<br>door: centre moved 37 m NE<br>area +125 % |  |',
        "| `patient` | changed |  | minimumRetriggerTime: 60 → 30<br>actions |",
        "| `gone` | deleted | door: circle, radius 50 m |  |",
        "| `drifted` | drifted | door: radius is 60 m in the account; up sets 40 m<br>area is +125 % in the account |  |",
      ].join("\n"),
    );
  });

  it("has a block of GeoJSON for each change with shapes, circles with 24 vertices", () => {
    const text = of(everyChange());
    expect(text.match(/<summary>.*<\/summary>/g)).to.deep.equal([
      "<summary>Map of 1 created zone</summary>",
      "<summary>Map of 1 moved zone, old and new</summary>",
      "<summary>Map of 1 deleted zone</summary>",
      "<summary>Map of 1 drifted zone, in the account and declared</summary>",
    ]);
    const [, movedBlock = ""] = blocksOf(text);
    expect(JSON.parse(movedBlock)).to.have.nested.property("features[1].properties.version", "new");
    expect(JSON.parse(movedBlock)).to.have.nested.property("features[0].geometry.coordinates[0].length", 25);
  });

  it("lists what is not drawn and why, and notes", () => {
    expect(of(everyChange()).split("</details>").at(-1)).to.equal(
      [
        "\n\n**Not drawn**\n",
        "- `later` (created): a value of it is known only after `pulumi up`",
        "- `vault` (moved): a value of it is secret",
        "\n**Notes**\n",
        "- Unchanged zones are not in the plan; add --show-sames.\n",
      ].join("\n"),
    );
  });

  it("says that there are no changes, unless one is not drawn", () => {
    const sames = [versions("same", [circle(0, 0, 40)], [circle(0, 0, 40)])];
    expect(of(planOf(sames))).to.equal(
      "<!-- pulumi-bluedot map -->\n\n**1 unchanged**\n\nNo changes of zones.\n",
    );
    const hidden = [{ label: "vault", change: "move", reason: "secret" } as const];
    expect(of(planOf(sames, { hidden }))).not.to.include("No changes");
  });

  it("draws all zones of a source of one version", () => {
    const text = of(
      planOf([versions("same", undefined, [circle(0, 0, 40)])], { kind: "file", name: "a.kml" }),
    );
    expect(text).to.include("**1 zone**").and.to.include("Map of 1 zone<").and.not.to.include("No changes");
  });

  it("draws points where outlines do not fit, and counts what does not fit at all", () => {
    const some = of(planOf(moved(150)));
    expect(some).to.include("points stand for them").and.not.to.include("more in `plan.html`");
    const many = of(planOf([...moved(5000), ...moved(3, "create")]));
    expect(many).to.match(/And 4,\d\d\d more in `plan\.html`\.\n/);
    expect(many.length).to.be.within(60_000, 65_000);
    const [created = "", old = ""] = blocksOf(many);
    expect(JSON.parse(created)).to.have.nested.property("features[2].geometry.type", "Polygon");
    expect(JSON.parse(old)).to.have.nested.property("features[2].geometry.type", "Point");
  });

  it("takes a limit of its own, such as that of GitLab, and none below 10,000", () => {
    const model = modelOf(planOf(moved(500)));
    expect(markdownOf(model, { limit: 1_000_000 })).not.to.match(/stand for|more in/);
    expect(() => markdownOf(model, { limit: 9999 })).to.throw(RangeError, "9999 characters, less than 10000");
  });

  for (const [what, label, cell] of [
    ["a mention", "@octocat", "`@octocat`"],
    ["a reference", "#12", "`#12`"],
    ["HTML", "<img src=x>", "`<img src=x>`"],
    ["a bar", "a|b", "<code>a&#124;b</code>"],
    ["a backslash before a bar", "a\\|b", "<code>a&#92;&#124;b</code>"],
    ["a backtick", "a`@b", "<code>a&#96;&#64;b</code>"],
    ["a line end", "a\nb", "`a b`"],
    ["a mark of direction", "a\u202eb", "<code>a&#92;u202eb</code>"],
    ["nothing", "", "(empty)"],
    ["a long text", "x".repeat(90), `\`${"x".repeat(79)}…\``],
  ] as const) {
    it(`shows a name with ${what} letter by letter`, () => {
      expect(of(planOf([versions("update", undefined, undefined, { label })]))).to.include(
        `| ${cell} | changed |`,
      );
    });
  }

  for (const [what, name, phrase] of [
    ["plain words", "Küche am Hafen", "Küche am Hafen: radius 40 → 60 m"],
    ["a reference", "door #12", "`door #12`: radius 40 → 60 m"],
    ["a key of an issue", "OPS-12", "`OPS-12`: radius 40 → 60 m"],
    ["an address", "see www.example.com", "`see www.example.com`: radius 40 → 60 m"],
    ["the name of a commit", "deadbeef", "`deadbeef`: radius 40 → 60 m"],
    ["an emoji's name", ":tada:", "`:tada:`: radius 40 → 60 m"],
    ["marks of ours", "a: @b → c", "a: `@b` → c: radius 40 → 60 m"],
    ["no letters", "", "radius 40 → 60 m"],
  ] as const) {
    it(`says what differs in plain words, with ${what} as the name of a geofeature`, () => {
      const zone = versions("move", [circle(0, 0, 40, name)], [circle(0, 0, 60, name)]);
      expect(of(planOf([zone]))).to.include(`| \`cafe\` | moved | ${phrase}<br>area +125 % |`);
    });
  }

  it("stays within its limit and quotes all names, whatever the zones", () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.integer({ min: 10_000, max: 100_000 }),
        fc.string(),
        (source, limit, htmlName) => {
          const text = markdownOf(modelOf(source), { limit, htmlName });
          expect(text.length).to.be.at.most(limit);
          for (const block of blocksOf(text)) JSON.parse(block);
          const unquoted = text
            .replace(/^```geojson$[^]*?^```$/gm, "")
            .replace(/`[^`\n]*`/g, "")
            .replace(/<code>[^<\n]*<\/code>/g, "")
            .replace(/<!-- pulumi-bluedot map -->|<\/?details>|<\/?summary>|<br>/g, " ");
          // What is left are plain words and numbers, whoever wrote them.
          expect(unquoted).to.match(/^[\p{L}\p{M}\d\s.,:;·*|()"'’…→−+%-]*$/u);
          // Marks without a space beside them may be an emoji, a link or a reference; seven digits a commit.
          expect(unquoted).not.to.match(
            /:[^\s*]|\p{L}\.[\p{L}\d]|\p{L}-?\d|\d-?\p{L}|[\da-f]{7}|[%+]\p{L}/iu,
          );
          expect(unquoted).not.to.match(/^- (?:\d+[.)]|[-+*]) /m);
          expect(
            markdownOf(modelOf({ ...source, zones: source.zones.toReversed() }), { limit, htmlName }),
          ).to.equal(text);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});

function blocksOf(text: string): string[] {
  return [...text.matchAll(/^```geojson\n([^]*?)^```$/gm)].map(([, block = ""]) => block);
}
