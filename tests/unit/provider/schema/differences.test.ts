import { expect } from "chai";

import { differences } from "../../../../provider/schema/differences";
import { projectFields } from "../../../../provider/project/schema";
import { zoneFields } from "../../../../provider/zone/schema";
import { box, circle, project, zone } from "../samples";

describe("differences", () => {
  const paths = (expected: ReturnType<typeof zone>, found: ReturnType<typeof zone>) =>
    differences(zoneFields, [expected, found], expected).map((difference) => difference.path);

  it("name the smallest part that differs", () => {
    expect(
      paths(zone(), zone({ geofeatures: [circle({ center: { latitude: 1, longitude: 144.5 } })] })),
    ).to.deep.equal(['geofeatures["door"].center.latitude']);
  });

  it("name a whole list where its length differs", () => {
    expect(paths(zone(), zone({ geofeatures: [circle(), box()] }))).to.deep.equal(["geofeatures"]);
  });

  it("are none where two spellings mean the same", () => {
    expect(paths(zone({ tags: ["a", "b"] }), zone({ tags: ["b", "a"] }))).to.deep.equal([]);
  });

  it("are marked secret where a value holds one, also deep inside", () => {
    const hook = { type: "geoTrigger", url: "https://a.example.com", headers: { key: "canary" } };
    const changed = [{ ...hook, headers: { key: "other" } }];
    const [inside] = differences(
      projectFields,
      [project({ webhooks: [hook] }), project({ webhooks: changed })],
      {},
    );
    const [whole] = differences(projectFields, [project({ webhooks: [hook] }), project()], {});
    expect([inside?.path, inside?.secret]).to.deep.equal(['webhooks["geoTrigger"].headers', true]);
    expect([whole?.path, whole?.secret]).to.deep.equal(["webhooks", true]);
  });
});
