import { expect } from "chai";

import { isEmpty, parseRules } from "../../../../fences/rules/rules";

const point =
  'must be a point, such as [-37.818, 144.9775] or "-37.818, 144.9775": latitude first, from -90 to 90, then longitude';

describe("a rules file", () => {
  it("gives all kinds of rules, with points in any form", () => {
    const text = JSON.stringify({
      contains: [{ zone: "cafe", point: [-37.8, 144.9] }],
      misses: [{ zone: "cafe", point: "-37.8, 144.9" }],
      covers: [{ points: "stores.csv", by: "tag:store", within: 20, name: "city" }],
      overlaps: { allow: [["mall", "*"]] },
      apart: { metres: 500, allow: [["a", "b"]] },
      clearOf: [{ lines: "motorways.geojson", metres: 15 }],
      walks: [{ track: "monday.gpx", expect: ["cafe enter"] }],
    });
    const place = { latitude: -37.8, longitude: 144.9 };
    expect(parseRules(text, "fences.json")).to.deep.equal({
      ...JSON.parse(text),
      contains: [{ zone: "cafe", point: place }],
      misses: [{ zone: "cafe", point: place }],
    });
  });

  it("takes metres alone for apart", () => {
    expect(parseRules('\uFEFF{ "apart": 500 }', "fences.json")).to.deep.equal({ apart: { metres: 500 } });
  });

  for (const text of ["{}", '{ "covers": [], "walks": [] }']) {
    it(`is empty: ${text}`, () => {
      expect(isEmpty(parseRules(text, "fences.json"))).to.equal(true);
    });
  }

  it("is not empty with a rule about all zones", () => {
    expect(isEmpty(parseRules('{ "overlaps": {} }', "fences.json"))).to.equal(false);
  });

  const faults: [text: string, message: string][] = [
    ['{ "contain": [] }', 'unknown key "contain"; did you mean "contains"?'],
    [
      '{ "x": [] }',
      'unknown key "x"; the keys are contains, misses, covers, overlaps, apart, clearOf, walks',
    ],
    [
      '{ "covers": [{ "points": "a.csv", "withn": 3 }] }',
      'covers[0]: unknown key "withn"; did you mean "within"?',
    ],
    ['{ "covers": [{ "points": "a.csv", "within": "3" }] }', "covers[0].within: must be a number of metres"],
    ['{ "covers": [{ "points": "a.csv", "within": -1 }] }', "covers[0].within: must be 0 m or more"],
    ['{ "covers": { "points": "a.csv" } }', "covers: must be a list, in square brackets"],
    ['{ "contains": [{ "zone": "a", "point": [91, 0] }] }', `contains[0].point: ${point}`],
    ['{ "contains": [{ "zone": "a", "point": [1, 0, 2] }] }', `contains[0].point: ${point}`],
    ['{ "contains": [{ "zone": "", "point": [1, 0] }] }', "contains[0].zone: must not be empty"],
    ['{ "contains": [{ "point": [1, 0] }] }', "contains[0].zone: must be a text"],
    ['{ "overlaps": true }', "overlaps: must be an object"],
    [
      '{ "overlaps": { "allow": ["a"] } }',
      'overlaps.allow[0]: must be a pair of names, such as ["mall", "*"]',
    ],
    ['{ "apart": "500" }', 'apart: must be a number of metres, or { "metres": 500, "allow": [] }'],
    ['{ "apart": { "meters": 500 } }', 'apart: unknown key "meters"; did you mean "metres"?'],
    ['{ "walks": [{ "track": "x" }] }', "walks[0].expect: must be a list of texts, such as"],
    [
      '{ "walks": [{ "track": "x", "expect": [], "dwell": 5 }] }',
      "walks[0].dwell: must be the seconds by zone",
    ],
    [
      '{ "walks": [{ "track": "x", "expect": [], "assume": { "exitdistance": 5 } }] }',
      'walks[0].assume: unknown key "exitdistance"; did you mean "exitDistance"?',
    ],
    [
      '{ "walks": [{ "track": "x", "expect": [], "assume": { "north": "up", "breakAfter": -1 } }] }',
      'walks[0].assume.north: must be "magnetic" or "true"\nfences.json: walks[0].assume.breakAfter: must be 0 or more',
    ],
    ["[]", "must be an object"],
    ["{", "this is no JSON"],
  ];
  for (const [text, message] of faults) {
    it(`refuses ${text}`, () => {
      expect(() => parseRules(text, "fences.json")).to.throw(`fences.json: ${message}`);
    });
  }

  it("names all faults at once", () => {
    expect(() => parseRules('{ "covers": [{}], "apart": null, "clear": 1 }', "fences.json")).to.throw(
      /covers\[0\]\.points.*\n.*apart.*\n.*"clear"/,
    );
  });
});
