import { expect } from "chai";

import { headlineOf } from "../../../../map/page/kinds";
import { rowAfter, rowsInSight, scrolledTo } from "../../../../map/page/rows";
import { folded, matcherOf } from "../../../../map/page/search";
import {
  degreesInWords,
  graticuleStep,
  metres,
  scaleLength,
  shapeInWords,
  shortened,
} from "../../../../map/page/words";
import { drawnZones, shownAtFirst, ZoneFinder } from "../../../../map/page/zones";
import { circle, everyChange, manyZones, modelOf, zoneOf } from "../models";

describe("the search of the page", () => {
  const cases: [query: string, text: string, isFound: boolean][] = [
    ["cafe", "Corner Café", true],
    ["CAFÉ", "corner cafe", true],
    ["corner roast", "Harbour Roasters", false],
    ["roast harb", "Harbour Roasters", true],
    ["strasse", "Königstraße", true],
    ["", "anything", true],
    ["店", "駅前店", true],
  ];
  for (const [query, text, isFound] of cases) {
    it(`${isFound ? "finds" : "does not find"} "${text}" by "${query}"`, () => {
      expect(matcherOf(query)(folded(text))).to.equal(isFound);
    });
  }

  it("looks at names and labels, and lists by change", () => {
    const model = modelOf([
      zoneOf('stores["b"]', "same", { name: "Bakery" }),
      zoneOf('stores["a"]', "delete", { name: "Arena" }),
      zoneOf('stores["c"]', "create", { name: "Cinema" }),
    ]);
    const finder = new ZoneFinder(drawnZones(model));
    const all = shownAtFirst(model);
    expect(finder.find(all, "")).to.deep.equal([2, 1, 0]);
    expect(finder.find(all, 'stores["a')).to.deep.equal([1]);
    expect(finder.find(all, "bakery")).to.deep.equal([0]);
    expect(finder.find(new Set(["delete"]), "")).to.deep.equal([1]);
  });
});

describe("the zones that the page shows at first", () => {
  it("are all, where there are few", () => {
    expect(shownAtFirst(everyChange()).has("same")).to.equal(true);
  });

  it("are those that change, where more than 2,000 do not", () => {
    expect(shownAtFirst(manyZones(3000)).has("same")).to.equal(false);
  });

  it("are all of a source of one version, and of a plan that changes nothing", () => {
    const same = manyZones(3000).zones.map((zone) => ({ ...zone, change: "same" as const }));
    expect(shownAtFirst(modelOf(same, { kind: "stack" })).has("same")).to.equal(true);
    expect(shownAtFirst(modelOf(same)).has("same")).to.equal(true);
  });
});

describe("the list of the page", () => {
  it("holds the rows in sight and a few around them", () => {
    expect(rowsInSight(4800, 480, 48, 10_000)).to.deep.equal({ first: 94, end: 116 });
    expect(rowsInSight(0, 480, 48, 3)).to.deep.equal({ first: 0, end: 3 });
    expect(rowsInSight(1e9, 480, 48, 3)).to.deep.equal({ first: 3, end: 3 });
  });

  const keys: [key: string, row: number, next: number | undefined][] = [
    ["ArrowDown", -1, 0],
    ["ArrowDown", 99, 99],
    ["ArrowUp", 0, 0],
    ["PageDown", 5, 15],
    ["PageUp", 5, 0],
    ["Home", 50, 0],
    ["End", 50, 99],
    ["constructor", 5, undefined],
  ];
  for (const [key, row, next] of keys) {
    it(`goes from row ${row} by ${key} to ${next ?? "nowhere"}`, () => {
      expect(rowAfter(key, row, 10, 100)).to.equal(next);
    });
  }

  it("scrolls no further than to show a row", () => {
    expect(scrolledTo(0, 100, 480, 48)).to.equal(0);
    expect(scrolledTo(5, 100, 480, 48)).to.equal(100);
    expect(scrolledTo(20, 100, 480, 48)).to.equal(21 * 48 - 480);
  });
});

describe("the words of the page", () => {
  it("count the zones that change, those that are not drawn among them", () => {
    const { hidden, zones } = everyChange();
    expect(headlineOf(modelOf(zones))).to.equal("9 of 13 zones change with pulumi up");
    expect(headlineOf(everyChange())).to.equal("11 of 15 zones change with pulumi up");
    expect(headlineOf(modelOf([], { hidden }))).to.equal("2 of 2 zones change with pulumi up");
    const same = [{ label: "till", change: "same", reason: "beacons only" } as const];
    expect(headlineOf(modelOf([zoneOf("a", "move")], { hidden: same }))).to.equal(
      "1 of 2 zones changes with pulumi up",
    );
    const stack = Array.from({ length: 1234 }, (_, at) => zoneOf(`${at}`, "same"));
    expect(headlineOf(modelOf(stack, { kind: "stack" }))).to.equal("1,234 zones");
  });

  it("describe shapes", () => {
    expect(shapeInWords(circle("", 0, 0, 62.55))).to.equal("circle, radius 62.6 m");
    expect(shapeInWords({ type: "beacon", name: "" })).to.equal("beacon, not drawn");
    expect(metres(12_345)).to.equal("12.3 km");
  });

  it("shorten names of any length between code points", () => {
    expect(shortened("a\n b", 10)).to.equal("a b");
    expect(shortened("🍩".repeat(20), 5)).to.equal("🍩🍩🍩🍩…");
    expect(shortened("x".repeat(1e5), 8)).to.equal("xxxxxxx…");
  });

  it("give round scales and degrees", () => {
    expect([7, 23, 480, 99_999].map(scaleLength)).to.deep.equal([5, 20, 200, 50_000]);
    expect(graticuleStep(0.3)).to.equal(0.5);
    expect(degreesInWords(-37.82, 0.01, ["N", "S"])).to.equal("37.82° S");
    expect(degreesInWords(0, 45, ["E", "W"])).to.equal("0°");
  });
});
