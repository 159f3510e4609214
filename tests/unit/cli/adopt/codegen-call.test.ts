import { expect } from "chai";

import { constructorCall } from "../../../../cli/adopt/codegen-call";
import { object, required } from "../../../../provider/schema/field";
import { text } from "../../../../provider/schema/leaves";
import { definitions } from "../../../resources";

describe("the constructor call of a resource", () => {
  const args = { name: "cafe" };
  const parts = { name: "cafe", title: "cafe", id: "1", args, inputs: args, outputs: {}, unknown: [] };

  it("leaves out a name that the class fills in", () => {
    const call = constructorCall({ ...parts, definition: definitions.Zone }, args);
    expect(call).to.equal('new bluedot.Zone("cafe")');
  });

  it("has a name that the class requires", () => {
    const fields = object<{ name: string }>({ name: required(text) });
    const definition = { ...definitions.Zone, noun: "Template", fields };
    expect(constructorCall({ ...parts, definition }, args)).to.equal(
      'new bluedot.Template("cafe", { name: "cafe" })',
    );
  });
});
