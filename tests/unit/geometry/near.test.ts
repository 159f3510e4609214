import { expect } from "chai";

import { metresTo } from "../../../geometry/near";
import { exactMetres } from "../../../geometry/local-metres";
import { polygonShape } from "../../../geometry/shape";

describe("the distance to a ring around a pole", () => {
  const rings: [what: string, latitude: number, longitudes: number[]][] = [
    ["east around the south pole", -80, [170, -100, -10, 80]],
    ["west around the south pole", -80, [80, -10, -100, 170]],
    ["east around the north pole", 80, [170, -100, -10, 80]],
    ["west around the north pole", 80, [-170, 100, 10, -80]],
  ];
  for (const [what, latitude, longitudes] of rings) {
    it(`is to its nearest edge, ${what}`, () => {
      const ring = polygonShape(longitudes.map((longitude) => ({ latitude, longitude })));
      for (let longitude = -180; longitude <= 180; longitude += 10) {
        for (const away of [-0.5, 0.5]) {
          const place = latitude + away;
          const metres = metresTo(ring, longitude, place);
          const isInside = Math.abs(place) > Math.abs(latitude);
          const due = exactMetres(longitude, place, longitude, latitude);
          expect(metres).to.be.closeTo(isInside ? -due : due, due * 0.02);
        }
      }
    });
  }
});
