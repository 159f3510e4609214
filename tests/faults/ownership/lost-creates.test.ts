import { expect } from "chai";

import { createOnce } from "../../../provider/ownership/create-once";
import { refusal } from "../../unit/provider/lifecycle/stand-in";
import { lost, openFixtures, type Fixtures } from "../../unit/provider/ownership/fixtures";
import { zone } from "../../unit/provider/samples";

const posts = ({ requests }: Fixtures) => requests.filter((request) => request === "POST /zones").length;

describe("a create whose answer is lost", () => {
  it("A12: stops with the id where a lost create was edited before the list showed it, and sends nothing again", async () => {
    const fixtures = openFixtures();
    fixtures.next("POST /zones", (work) => {
      work();
      fixtures.zones.set("made-1", { ...zone({ minimumRetriggerTime: 90 }), _id: "made-1" });
      throw lost(502);
    });
    expect((await refusal(createOnce(fixtures.operation, zone()))).message).to.equal(
      'Zone "cafe": the answer to its creation was lost, and made-1 has appeared since with its name but other properties, so it is not created again; delete made-1, or make it as declared, and run again.',
    );
    expect([posts(fixtures), fixtures.zones.size]).to.deep.equal([1, 1]);
  });
});
