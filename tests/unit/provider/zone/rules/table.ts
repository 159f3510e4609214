/** A rule's table: what it says of an object, nothing where it accepts it. */
import { expect } from "chai";

import type { JsonObject } from "../../../../../provider/json";
import type { Rule } from "../../../../../provider/schema/field";

/** The engine's placeholder at preview for a value that is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export type Row = readonly [what: string, object: JsonObject, ...said: Said[]];
type Said = readonly [severity: "fault" | "warning", property: string, reason: RegExp];

export function followTable(rule: Rule, rows: readonly Row[]): void {
  for (const [what, object, ...said] of rows) {
    it(said.length === 0 ? `accepts ${what}` : `${verb(said)} ${what}`, () => {
      const judgements = rule(object);
      expect(judgements.map(({ severity = "fault", property }) => [severity, property])).to.deep.equal(
        said.map(([severity, property]) => [severity, property]),
        JSON.stringify(judgements),
      );
      for (const [at, [, , reason]] of said.entries()) expect(judgements[at]?.reason).to.match(reason);
    });
  }
}

function verb(said: readonly Said[]): string {
  return said.some(([severity]) => severity === "fault") ? "rejects" : "warns of";
}
