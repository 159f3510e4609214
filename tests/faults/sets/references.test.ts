/** Zones that name a destination of the program by plain text. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { watchProgram, type Program } from "../../../provider/program/cross-resource-checks";
import { startMocks } from "../../unit/provider/mocks";

class Thing extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Thing", name);
  }
}

describe("a destination that is named by plain text", () => {
  before(startMocks);

  let program: Program;
  let warnings: [message: string, resource: pulumi.Resource][];
  beforeEach(() => {
    warnings = [];
    program = watchProgram((message, resource) => warnings.push([message, resource]));
  });
  const declare = (resource: pulumi.Resource, id: string, name = id) => {
    program.destination(resource, name, { destinationId: id }, [id]);
  };

  it("D13: is a dependency where it is declared before, once for all destinations of a set", () => {
    const [one, two, set] = [new Thing("one"), new Thing("two"), new Thing("set")];
    declare(one, "1");
    declare(two, "2");
    for (let at = 100; at < 3_092; at++) declare(set, String(at));
    const ids = Array.from({ length: 2_992 }, (_, at) => String(at + 100));
    expect(program.declaredAs(ids)).to.deep.equal([set]);
    expect(program.declaredAs(["2", "elsewhere", undefined, pulumi.output("1")])).to.deep.equal([two]);
    program.zone(new Thing("zone"), "zone", { projectId: "p", destinationId: "2" });
    expect(warnings).to.deep.equal([]);
  });

  it("D13: is a dependency on each that has this id, as in two accounts", () => {
    const [eu, us] = [new Thing("eu"), new Thing("us")];
    declare(eu, "1");
    declare(us, "1");
    expect(program.declaredAs(["1"])).to.deep.equal([eu, us]);
  });

  it("D13: is warned of where it is declared later, with what to do, beside the zone", () => {
    const zone = new Thing("early");
    program.zone(zone, "cafe", { projectId: "p", destinationId: "store-42" });
    declare(new Thing("late"), "store-42", "stores/store-42");
    expect(warnings).to.deep.equal([
      [
        'Zone "cafe": destinationId: it is plain text, and the destination "stores/store-42" is declared after the zone, ' +
          "so that the zone may be created first and be refused; declare the destination before the zone, or give its " +
          "Output: `store.destinationId` of a Destination, `stores.destinationIds[key]` of a DestinationSet.",
        zone,
      ],
    ]);
  });

  it("D13: is warned of once for two sets, and ten times in all", () => {
    const [zones, stores] = [new Thing("zones"), new Thing("stores")];
    for (let at = 0; at < 2_992; at++)
      program.zone(zones, `zones/${at}`, { projectId: "p", destinationId: `s-${at}` });
    for (let at = 0; at < 2_992; at++) declare(stores, `s-${at}`);
    expect(warnings).to.have.length(1);
    for (let at = 0; at < 100; at++)
      program.zone(new Thing(`zone-${at}`), `zone-${at}`, { projectId: "p", destinationId: `t-${at}` });
    for (let at = 0; at < 100; at++) declare(new Thing(`store-${at}`), `t-${at}`);
    expect(warnings).to.have.length(10);
    expect(warnings.filter(([message]) => message.endsWith("are not shown."))).to.have.length(1);
  });

  it("D13: is no matter where it is an Output, or not of this program", () => {
    const id = pulumi.output("1");
    program.zone(new Thing("output"), "a", { projectId: "p", destinationId: id });
    program.zone(new Thing("foreign"), "b", { projectId: "p", destinationId: "of somebody else" });
    program.destination(new Thing("of the output"), "c", {}, ["1", id]);
    expect(warnings).to.deep.equal([]);
  });
});
