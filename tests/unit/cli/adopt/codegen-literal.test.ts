import { createContext, runInContext } from "node:vm";
import { expect } from "chai";
import fc from "fast-check";
import { z } from "zod";

import { literal } from "../../../../cli/adopt/codegen-literal";
import { expression } from "../../../../cli/adopt/value";

const json = z.json();
const context = createContext({});

/** Evaluates source text as the language does. Returns the value as JSON. */
function evaluated(source: string): unknown {
  const text: unknown = runInContext(`JSON.stringify((${source}))`, context);
  return JSON.parse(z.string().parse(text));
}

describe("a value as TypeScript", () => {
  const values: [what: string, value: z.infer<typeof json>, source: string][] = [
    ["short objects on one line", { a: 1, b: [true, null] }, "{ a: 1, b: [true, null] }"],
    ["an empty object", {}, "{}"],
    ["a key that is no identifier", { "x-key": "1" }, '{ "x-key": "1" }'],
    ["a key that would set the prototype", JSON.parse('{"__proto__":1}'), '{ ["__proto__"]: 1 }'],
    ["double quotes in single ones", 'say "hi"', "'say \"hi\"'"],
    ["both quotes", `it's "so"`, `'it\\'s "so"'`],
    ["a backtick and ${} as they are", "`${x}`", '"`${x}`"'],
    ["a line separator by its number", "a\u2028b", '"a\\u2028b"'],
    ["a control character by its number", "a\u0085b\u0007", '"a\\u0085b\\u0007"'],
    ["what turns the direction by its number", "a\u202eb", '"a\\u202eb"'],
  ];
  for (const [what, value, source] of values) {
    it(`has ${what}`, () => {
      expect(literal(value)).to.equal(source);
    });
  }

  it("has a part on each line where one line would be too long", () => {
    expect(literal({ first: "x".repeat(60), second: ["y".repeat(60)] })).to.equal(
      `{\n  first: "${"x".repeat(60)}",\n  second: ["${"y".repeat(60)}"],\n}`,
    );
  });

  it("has a piece of the program as it stands", () => {
    expect(literal({ projectId: expression("project.id"), config: expression("config") })).to.equal(
      "{ projectId: project.id, config }",
    );
  });

  it("is the value again when it is run", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (random) => {
        const value = json.parse(JSON.parse(JSON.stringify(random)));
        expect(evaluated(literal(value))).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
