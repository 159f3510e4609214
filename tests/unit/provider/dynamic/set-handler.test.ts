import { expect } from "chai";

import { openOwnership } from "../../../../provider/ownership/ownership";
import { setHandlerOf } from "../../../../provider/dynamic/set-handler";
import { toState } from "../../../../provider/dynamic/engine-handler";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { network, openStandIn, projectId } from "../set/stand-in";

describe("the handler of a set", () => {
  const { check, diff } = setHandlerOf(zoneSet, openOwnership());
  const news = (count: number) => ({
    projectId,
    zones: network(count, { minimumRetriggerTime: 1 }),
    __as: "stores",
  });

  it("tells the engine of fifty faults, each with its path, and counts the others", async () => {
    const { failures = [] } = await check({}, news(1_234));
    expect(failures).to.have.length(51);
    expect(failures[0]?.property).to.equal("");
    expect(failures[0]?.reason).to.match(/^zones\["store-1"\]\.minimumRetriggerTime: it is 1, but must be/);
    expect(failures[50]?.reason).to.equal("and 1,184 more like these");
  });

  it("counts nothing where all are told", async () => {
    expect((await check({}, news(50))).failures).to.have.length(50);
  });

  it("keeps others from adopting what it is about to delete, from the moment of its plan", async () => {
    const ownership = openOwnership();
    const handler = setHandlerOf(zoneSet, ownership);
    const standIn = openStandIn();
    await standIn.up(network(2));
    const fewer = { projectId, zones: network(1), __as: "stores" };
    await handler.check({ projectId, zones: network(2), __as: "stores" }, fewer);
    await handler.diff("set", toState(standIn.state() ?? {}), fewer);
    const { "store-1": kept = "", "store-2": leaving = "" } = standIn.recorded() ?? {};
    expect([kept, leaving].map((id) => ownership.claims.isDeleting(id))).to.deep.equal([false, true]);
    expect(ownership.claims.ownerOf(kept)?.setId).to.equal("set");
  });

  it("refuses a state that a later version has written, with what to do", async () => {
    const error = await Promise.resolve()
      .then(() => diff("id", { projectId, __objects: "2:AAAA" }, news(1)))
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(error)
      .to.have.property("message")
      .that.matches(/later version of pulumi-bluedot; install that version/);
  });
});
