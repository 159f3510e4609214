import { randomUUID } from "node:crypto";
import { expect } from "chai";
import fc from "fast-check";

import { encodeObjects, decodeObjects, type RecordedObject } from "../../../../provider/set/state-format";

const recorded = (changes: Partial<RecordedObject> = {}): RecordedObject => ({
  key: "store-42",
  id: "11111111-1111-4111-8111-111111111111",
  parts: { door: "22222222-2222-4222-8222-222222222222" },
  text: '{"name":"cafe"}',
  isWhole: true,
  ...changes,
});

describe("what a set has made, packed", () => {
  const cases: [what: string, objects: RecordedObject[]][] = [
    ["nothing", []],
    ["one object", [recorded()]],
    ["an object without parts", [recorded({ parts: {} })]],
    ["an object that is not whole yet", [recorded({ isWhole: false }), recorded({ key: "b" })]],
    ["ids that are no UUIDs", [recorded({ id: "store/42 ä", parts: { door: "" } })]],
    ["UUIDs in capitals", [recorded({ id: "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA" })]],
    ["names that look like numbers", [recorded({ parts: { b: randomUUID(), "2": "x", "1": randomUUID() } })]],
    [
      "names that mean something to JavaScript",
      [recorded({ key: "__proto__", parts: { constructor: "a" } })],
    ],
    ["two of one key", [recorded(), recorded({ id: randomUUID() })]],
  ];
  for (const [what, objects] of cases) {
    it(`gives back ${what}`, () => expect(decodeObjects(encodeObjects(objects))).to.deep.equal(objects));
  }

  it("gives back whatever it was given", () => {
    const id = fc.oneof(fc.uuid(), fc.string());
    const object: fc.Arbitrary<RecordedObject> = fc.record({
      key: fc.string({ unit: "binary" }),
      id,
      parts: fc.dictionary(fc.string(), id, { noNullPrototype: true }),
      text: fc.json(),
      isWhole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(object), (objects) => {
        expect(decodeObjects(encodeObjects(objects))).to.deep.equal(objects);
      }),
    );
  });

  it("takes a text of several lines for the same text on one", () => {
    expect(decodeObjects(encodeObjects([recorded({ text: '{\n "name": "cafe"\n}' })]))[0]?.text).to.equal(
      '{  "name": "cafe" }',
    );
  });

  it("is opened for ever, as states hold it", () => {
    const encoded =
      "1:AAAAQhFYNAEAEPhvm90SX/7CIcLAVMXgNtc2YfW4vkSVjpSSAxYqq/PNd9G45rOIhM6basm1IOfe+6dZyEbqnMhDkQeyASIiIiIiIkIigiIiIiIiIiIRERERERFBEYERERERERER";
    expect(decodeObjects(encoded)).to.deep.equal([
      recorded(),
      recorded({ key: "b", id: "store-7", parts: {}, isWhole: false }),
    ]);
  });

  it("of a later version is refused with what to do", () => {
    expect(() => decodeObjects("2:AAAA")).to.throw("install that version");
  });

  it("takes less than half of what the arguments take, for a network of circles", () => {
    const objects = Array.from({ length: 1000 }, (_, at) =>
      recorded({
        key: `store-${at}`,
        id: randomUUID(),
        parts: { door: randomUUID() },
        text: `{"geofeatures":[{"center":{"latitude":${-40 + (at % 80) / 10},"longitude":${140 + at / 80}},"name":"door","radius":40,"type":"circle"}],"minimumRetriggerTime":3600}`,
      }),
    );
    const texts = objects.reduce((sum, { text }) => sum + text.length, 0);
    expect(encodeObjects(objects).length / texts).to.be.below(0.5);
  });
});
