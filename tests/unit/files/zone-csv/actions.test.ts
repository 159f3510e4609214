import { expect } from "chai";

import { faultsIn, warnedOf, withCell, zoneWith } from "./tables";

describe("messageActions", () => {
  const cases: [string, string, string, string][] = [
    ["is a title and a message", "Welcome;We are open.", "Welcome", "We are open."],
    [
      "separates at the first semicolon only",
      "Welcome;Come in; coffee; cake;",
      "Welcome",
      "Come in; coffee; cake;",
    ],
    ["may hold commas, quotes and line ends", 'Hi, you;Say "hello"\nto us', "Hi, you", 'Say "hello"\nto us'],
    ["has no blanks around", " Hi ; there ", "Hi", "there"],
    ["may hold what separates fences", "a|b;c|d", "a|b", "c|d"],
  ];
  for (const [text, value, title, message] of cases) {
    it(text, () => {
      expect(zoneWith("messageActions", value)?.actions).to.deep.equal([{ type: "message", title, message }]);
    });
  }

  const faults: [string, string][] = [
    [
      "Welcome",
      '"Welcome" must be a title, a semicolon and a message, such as "Welcome;Your order is ready."',
    ],
    [
      "Welcome; ",
      '"Welcome;" must be a title, a semicolon and a message, such as "Welcome;Your order is ready."',
    ],
    [";We are open.", "the title before the semicolon is missing"],
  ];
  for (const [value, message] of faults) {
    it(`"${value}" is a fault`, () => {
      expect(faultsIn(withCell("messageActions", value))).to.deep.equal([
        `text:2:35 (messageActions): ${message}`,
      ]);
    });
  }
});

describe("customActions", () => {
  const cases: [string, string, Record<string, string> | undefined][] = [
    ["makes its pairs custom data", ";store;12;lane;2", { store: "12", lane: "2" }],
    ["keeps an empty value", ";store;;lane;2", { store: "", lane: "2" }],
    ["keeps an empty value at the end", ";store;", { store: "" }],
    ["may have a semicolon at its end", ";store;12;", { store: "12" }],
    ["has no blanks around keys and values", " ; store ; 12 ", { store: "12" }],
    ["keeps a key that objects have of their own", ";__proto__;12", { ["__proto__"]: "12" }],
    ["may be a lone semicolon", ";", undefined],
  ];
  for (const [title, value, expected] of cases) {
    it(title, () => expect(zoneWith("customActions", value)?.customData).to.deep.equal(expected));
  }

  it("keeps the name under the key that the program gives", () => {
    const zone = zoneWith("customActions", "pickup;store;12", { customActionName: "action" });
    expect(zone?.customData).to.deep.equal({ action: "pickup", store: "12" });
  });

  it("keeps a name that has no pairs", () => {
    expect(zoneWith("customActions", "pickup", { customActionName: "action" })?.customData).to.deep.equal({
      action: "pickup",
    });
  });

  it("leaves the name out, and says so once for a file", () => {
    const row = (name: string) => `${name},0:40,circle;50;10 20,pickup;store;12\n`;
    const { zones, warnings } = warnedOf(
      `zoneName,minimumRetriggerTime,fences,customActions\n${row("A")}${row("B")}${row("C")}`,
    );
    expect(zones.map(({ customData }) => customData)).to.deep.equal(Array(3).fill({ store: "12" }));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(
      /^text:2:24 \(customActions\): the name "pickup" .* \(and 2 more like it\)$/,
    );
  });

  const pairs = (count: number) => `;${Array.from({ length: count }, (_, at) => `k${at};v`).join(";")}`;

  it("has at most 20 pairs", () => {
    expect(Object.keys(zoneWith("customActions", pairs(20))?.customData ?? {})).to.have.length(20);
    expect(faultsIn(withCell("customActions", pairs(21)))).to.deep.equal([
      "text:2:35 (customActions): it has 21 pairs, but custom data has at most 20",
    ]);
  });

  const faults: [string, string][] = [
    ["n;store", '37 the key "store" has no value; keys and values alternate after the name'],
    ["n;store;12;lane", '46 the key "lane" has no value; keys and values alternate after the name'],
    ["n;;12", "37 a key is missing here; keys and values alternate after the name"],
    ["n;store;12;store;13", '46 the key "store" is there twice; one value would be lost'],
  ];
  for (const [value, expected] of faults) {
    it(`"${value}" is a fault`, () => {
      expect(faultsIn(withCell("customActions", value))).to.deep.equal([
        `text:2:${expected.replace(" ", " (customActions): ")}`,
      ]);
    });
  }
});
