import { expect } from "chai";
import fc from "fast-check";

import { identifiersFor, namesFor, slugOf } from "../../../../cli/adopt/names";

const slugs: [what: string, name: string, slug: string][] = [
  ["capitals and spaces", "Harbour Coffee", "harbour-coffee"],
  ["Latin letters with accents", "Café Zürich", "cafe-zurich"],
  ["letters of another script", "東京 駅", "東京-駅"],
  ["an apostrophe", "Joe's", "joes"],
  ["nothing but an emoji", "🍕", "zone"],
  ["nothing", "", "zone"],
  ["a name of Windows' own", "CON", "con-zone"],
  ["a prototype's name", "__proto__", "proto"],
  ["what Pulumi puts between parts of a URN", "a::b", "a-b"],
  ["what leads out of a folder", "../../etc/passwd", "etc-passwd"],
  ["300 characters", "x".repeat(300), "x".repeat(50)],
];

describe("the name of an object in a program", () => {
  for (const [what, name, slug] of slugs) {
    it(`is readable where the API's has ${what}`, () => {
      expect(slugOf(name, "zone")).to.equal(slug);
    });
  }

  const thing = (id: string, name: string, of?: string) => ({ id, name, ...(of !== undefined && { of }) });
  const named = (...things: { id: string; name: string; of?: string }[]) =>
    namesFor(things, "zone").map(([name, { id }]) => [id, name]);

  it("has its project before it where another project has one of the same name", () => {
    expect(
      named(thing("1", "Door", "north"), thing("2", "Door", "south"), thing("3", "Yard", "north")),
    ).to.deep.equal([
      ["1", "north-door"],
      ["2", "south-door"],
      ["3", "yard"],
    ]);
  });

  it("has a number where two are the same but for case", () => {
    expect(named(thing("1", "Harbour Coffee"), thing("2", "harbour coffee"))).to.deep.equal([
      ["1", "harbour-coffee"],
      ["2", "harbour-coffee-2"],
    ]);
  });

  it("is not the number of another, which keeps its own", () => {
    expect(named(thing("1", "a"), thing("2", "a"), thing("3", "a 2"))).to.deep.equal([
      ["1", "a"],
      ["2", "a-3"],
      ["3", "a-2"],
    ]);
  });

  it("is its alone, also on a disk that does not tell case apart, and the same in whatever order they come", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("a", "A", "a 2", "a-2", "ß", "ss", "İ", "i", "con", "🍕"),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const things = words.map((name, at) => thing(String(at).padStart(4, "0"), name));
        const names = namesFor(things, "zone").map(([name]) => name);
        expect(new Set(names.map((name) => name.toUpperCase())).size).to.equal(things.length);
        const shuffled = things.toReversed();
        expect(named(...shuffled)).to.deep.equal(named(...things));
      }),
    );
  });
});

describe("the name of a variable", () => {
  const identifiers: [slug: string, identifier: string][] = [
    ["coffee-house", "coffeeHouse"],
    ["7-eleven", "_7Eleven"],
    ["delete", "_delete"],
    ["bluedot", "_bluedot"],
    ["東京-駅", "東京駅"],
  ];
  for (const [slug, identifier] of identifiers) {
    it(`is ${identifier} for ${slug}`, () => {
      expect([...identifiersFor([slug]).values()]).to.deep.equal([identifier]);
    });
  }

  it("is another one for each slug", () => {
    const found = [...identifiersFor(["a-b", "aB", "a--b"]).values()];
    expect(new Set(found.map((name) => name.toLowerCase())).size).to.equal(3);
  });
});
