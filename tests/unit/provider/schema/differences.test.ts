import { expect } from "chai";

import { differences } from "../../../../provider/schema/differences";
import { orderedFor } from "../../../../provider/schema/field";
import { projectFields } from "../../../../provider/project/schema";
import { zoneFields } from "../../../../provider/zone/schema";
import { box, circle, project, zone } from "../samples";

describe("differences", () => {
  const paths = (expected: ReturnType<typeof zone>, found: ReturnType<typeof zone>) =>
    differences(orderedFor(zoneFields, expected), [expected, found]).map((difference) => difference.path);

  it("name the smallest part that differs", () => {
    expect(
      paths(zone(), zone({ geofeatures: [circle({ center: { latitude: 1, longitude: 144.5 } })] })),
    ).to.deep.equal(['geofeatures["door"].center.latitude']);
  });

  it("name the elements that one of two lists lacks by their key", () => {
    expect(paths(zone(), zone({ geofeatures: [box()] }))).to.deep.equal([
      'geofeatures["door"]',
      'geofeatures["yard"]',
    ]);
  });

  it("name a whole list where two of its elements have one key, or no key tells them apart", () => {
    const conditions = (count: number) =>
      Array.from({ length: count }, () => ({ type: "timeActive", fromTime: "09:00:00", toTime: "10:00:00" }));
    expect(
      paths(zone({ conditions: conditions(2) }), zone({ conditions: conditions(3), tags: ["a"] })),
    ).to.deep.equal(["conditions", "tags"]);
  });

  it("name a whole list where only its order differs, and counts", () => {
    const sequential = [
      { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: true },
    ];
    const inOrder = (...geofeatures: ReturnType<typeof circle>[]) =>
      zone({ conditions: sequential, geofeatures });
    expect(paths(inOrder(circle(), box()), inOrder(box(), circle()))).to.deep.equal(["geofeatures"]);
  });

  it("are none where two spellings mean the same", () => {
    expect(paths(zone({ tags: ["a", "b"] }), zone({ tags: ["b", "a"] }))).to.deep.equal([]);
  });

  it("are marked secret where a value holds one, also deep inside", () => {
    const hook = { type: "geoTrigger", url: "https://a.example.com", headers: { key: "canary" } };
    const changed = [{ ...hook, headers: { key: "other" } }];
    const [inside] = differences(projectFields, [
      project({ webhooks: [hook] }),
      project({ webhooks: changed }),
    ]);
    const [whole] = differences(projectFields, [project({ webhooks: [hook] }), project()]);
    expect([inside?.path, inside?.secret]).to.deep.equal(['webhooks["geoTrigger"].headers', true]);
    expect([whole?.path, whole?.secret]).to.deep.equal(["webhooks", true]);
  });
});
