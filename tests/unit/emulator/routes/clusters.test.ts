import { expect } from "chai";

import { circle, ready } from "../client";

async function withZonesAt(...places: [latitude: number, longitude: number][]) {
  const context = await ready();
  const { emulator, projectId } = context;
  for (const [index, [latitude, longitude]] of places.entries()) {
    const geofeatures = [{ ...circle, center: { latitude, longitude } }];
    emulator.zones.create({ name: `Zone ${index}`, projectId, geofeatures, tags: [`t${index}`] });
  }
  const clusters = (query: string) => context.call("GET", `/zones/clusters?projectId=${projectId}${query}`);
  return { ...context, clusters };
}

const box = "&northeast=8,8&southwest=0,0";

describe("/zones/clusters", () => {
  it("tells how many zones lie where, by the middle of them", async () => {
    const { clusters } = await withZonesAt([1.25, 1.25], [1.75, 1.75], [7.5, 7.5], [9, 9]);
    expect(await clusters(box)).to.deep.include({
      status: 200,
      body: [
        { point: "1.5,1.5", count: 2, additionalCount: false },
        { point: "7.5,7.5", count: 1, additionalCount: false },
      ],
    });
  });

  it("writes the longitude first", async () => {
    const { clusters } = await withZonesAt([1, 2]);
    expect((await clusters(box)).body).to.deep.equal([{ point: "2,1", count: 1, additionalCount: false }]);
  });

  it("has the zones on the border of the box", async () => {
    const { clusters } = await withZonesAt([0, 0], [8, 8], [7.5, 7.5]);
    expect((await clusters(box)).body).to.deep.equal([
      { point: "0,0", count: 1, additionalCount: false },
      { point: "7.75,7.75", count: 2, additionalCount: false },
    ]);
  });

  it("goes across the antimeridian", async () => {
    const { clusters } = await withZonesAt([1, 178.5], [1, -173.5]);
    const { body } = await clusters("&northeast=8,-172&southwest=0,178");
    expect(body).to.deep.equal([
      { point: "178.5,1", count: 1, additionalCount: false },
      { point: "-173.5,1", count: 1, additionalCount: false },
    ]);
  });

  it("takes the filters of a list", async () => {
    const { clusters } = await withZonesAt([1, 1], [2, 2]);
    expect((await clusters(`${box}&tags=t1`)).body).to.have.length(1);
    expect((await clusters(`${box}&textSearchTerm=zone`)).body).to.have.length(2);
  });

  it("says when there are more than five hundred", async () => {
    const { clusters } = await withZonesAt(...Array.from({ length: 501 }, (): [number, number] => [1, 1]));
    expect((await clusters(box)).body).to.deep.equal([{ point: "1,1", count: 501, additionalCount: true }]);
  });

  for (const query of ["", "&northeast=8,8", "&southwest=0,0", "&northeast=8&southwest=0,0"]) {
    it(`needs both corners, and not ${query === "" ? "none" : query}`, async () => {
      const { clusters } = await withZonesAt();
      expect((await clusters(query)).status).to.equal(400);
    });
  }
});
