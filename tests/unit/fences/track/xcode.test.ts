import { expect } from "chai";
import fc from "fast-check";

import type { Fix } from "../../../../fences/track/fix";
import { readTrack } from "../../../../fences/track/read";
import { xcodeGpx } from "../../../../fences/track/xcode";
import { seed } from "../../../seed";

const fixes: Fix[] = [
  { point: { latitude: -37.8136, longitude: 1e-7 }, time: Date.UTC(2026, 10, 30, 9), segment: 0 },
  { point: { latitude: -1e-12, longitude: 180 }, time: Date.UTC(2026, 10, 30, 9, 0, 0, 250), segment: 3 },
];

describe("A track for Xcode", () => {
  it("has waypoints with times and names", () => {
    expect(xcodeGpx(fixes, new Map([[1, 'enter <cafe> & "b"\u0000]]>']]))).to
      .equal(`<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="pulumi-bluedot" xmlns="http://www.topografix.com/GPX/1/1">
  <wpt lat="-37.8136" lon="0.0000001"><time>2026-11-30T09:00:00Z</time></wpt>
  <wpt lat="0" lon="180"><time>2026-11-30T09:00:00.250Z</time><name>enter &lt;cafe&gt; &amp; "b"\uFFFD]]&gt;</name></wpt>
</gpx>
`);
  });

  it("has no times where the track has none", () => {
    expect(xcodeGpx([{ point: { latitude: 1, longitude: 2 }, segment: 0 }], new Map())).to.contain(
      '<wpt lat="1" lon="2"></wpt>',
    );
  });

  it("is read back as it was, whatever the names are", () => {
    const point = fc.record({
      latitude: fc.integer({ min: -90e7, max: 90e7 }).map((value) => value / 1e7),
      longitude: fc.integer({ min: -180e7, max: 180e7 }).map((value) => value / 1e7),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), fc.string({ unit: "binary" }), (points, name) => {
        const track = points.map((each, at) => ({ point: each, time: 1.8e12 + at * 1000, segment: 0 }));
        const read = readTrack(xcodeGpx(track, new Map([[0, name]])), { onWarning: () => undefined });
        expect(read.map(({ point: each, time, segment }) => ({ point: each, time, segment }))).to.deep.equal(
          track,
        );
      }),
      { seed },
    );
  });
});
