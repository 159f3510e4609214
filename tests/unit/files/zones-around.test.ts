import { expect } from "chai";

import { zonesAround, type DestinationRow, type ZonesAroundOptions } from "../../../files";

const location = { latitude: -37.8, longitude: 144.9 };
const settings = { radius: 75, minimumRetriggerTime: 1800 };
const circle = (name: string) => ({ type: "circle", name, center: location, radius: 75 });

describe("zonesAround", () => {
  it("makes a circle around each destination, which leads to it", () => {
    const stores: DestinationRow[] = [
      { destinationId: "1", name: "North", location, address: "1 Main St", customData: { size: "12" } },
      { destinationId: "2", location },
    ];
    expect(zonesAround(stores, settings)).to.deep.equal([
      { name: "North", geofeatures: [circle("North")], minimumRetriggerTime: 1800, destinationId: "1" },
      { name: "2", geofeatures: [circle("2")], minimumRetriggerTime: 1800, destinationId: "2" },
    ]);
  });

  it("takes names and radii by functions, and all other arguments of zones", () => {
    const [zone] = zonesAround([{ destinationId: "1", name: "North", location }], {
      name: ({ destinationId }) => `store-${destinationId}`,
      radius: ({ name }) => (name === "North" ? 40 : 75),
      minimumRetriggerTime: 60,
      color: "#429BD5",
      tags: ["store"],
      triggerOnExit: true,
    });
    expect(zone).to.deep.equal({
      name: "store-1",
      geofeatures: [{ ...circle("store-1"), radius: 40, color: "#429BD5" }],
      minimumRetriggerTime: 60,
      tags: ["store"],
      triggerOnExit: true,
      destinationId: "1",
    });
  });

  const refused: [options: ZonesAroundOptions, sentence: string][] = [
    [
      settings,
      'zonesAround: the zones of the destinations "1" and "2" would both be called "North", and each zone needs a name of its own; give the option name: ({ destinationId }) => destinationId',
    ],
    [
      { ...settings, minimumRetriggerTime: 5 },
      "the option minimumRetriggerTime is 5, but must be whole seconds",
    ],
    [{ ...settings, radius: () => NaN }, "the option radius is NaN, but must be metres, 5 or more"],
  ];
  for (const [options, sentence] of refused) {
    it(`refuses: ${sentence}`, () => {
      const stores = ["1", "2"].map((destinationId) => ({ destinationId, name: "North", location }));
      expect(() => zonesAround(stores, options)).to.throw(sentence);
    });
  }
});
