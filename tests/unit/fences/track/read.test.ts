import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Fix } from "../../../../fences/track/fix";
import { readTrack, type ReadTrackOptions } from "../../../../fences/track/read";
import { ZoneFileError } from "../../../../files/fault";

const gpx = join(__dirname, "../../../fixtures/tracks/monday.gpx");
const nine = Date.UTC(2026, 10, 30, 9);

/** A file of two fixes in each format. */
const twoFixes = {
  "GPX of waypoints": `<gpx><wpt lat="1" lon="2"><time>2026-11-30T09:00:00Z</time></wpt>
<wpt lat="3" lon="4"><time>2026-11-30T09:05:00Z</time></wpt></gpx>`,
  "GPX of a route": `<gpx><rte><rtept lat="1" lon="2"><time>2026-11-30T09:00:00Z</time></rtept>
<rtept lat="3" lon="4"><time>2026-11-30T09:05:00Z</time></rtept></rte></gpx>`,
  "KML of a gx:Track": `<kml><Placemark><gx:Track><when>2026-11-30T09:00:00Z</when><when>2026-11-30T09:05:00Z</when>
<gx:coord>2 1 100</gx:coord><gx:coord>4 3 100</gx:coord></gx:Track></Placemark></kml>`,
  "GeoJSON of a line, coordinateProperties.times": JSON.stringify(
    {
      type: "Feature",
      properties: { coordinateProperties: { times: ["2026-11-30T09:00:00Z", "2026-11-30T09:05:00Z"] } },
      geometry: {
        type: "LineString",
        coordinates: [
          [2, 1, 100],
          [4, 3, 100],
        ],
      },
    },
    undefined,
    1,
  ),
  "GeoJSON of a line, coordTimes": JSON.stringify(
    {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { coordTimes: [[nine, nine + 300_000]] },
          geometry: {
            type: "MultiLineString",
            coordinates: [
              [
                [2, 1],
                [4, 3],
              ],
            ],
          },
        },
      ],
    },
    undefined,
    1,
  ),
  "GeoJSON of points": JSON.stringify(
    {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { time: "2026-11-30T09:00:00Z" },
          geometry: { type: "Point", coordinates: [2, 1] },
        },
        {
          type: "Feature",
          properties: { time: nine / 1000 + 300 },
          geometry: { type: "Point", coordinates: [4, 3] },
        },
      ],
    },
    undefined,
    1,
  ),
  "a table": "Time,lat,LNG\n2026-11-30T09:00:00Z,1,2\n2026-11-30 09:05:00+00:00,3,4\n",
  "a table with semicolons":
    "timestamp;Latitude;Longitude\r\n2026-11-30T09:00Z;1;2\r\n\r\n1796029500;3;4\r\n",
};

describe("A track", () => {
  for (const [format, text] of Object.entries(twoFixes)) {
    it(`is read from ${format}`, () => {
      const fixes = readQuietly(text);
      expect(fixes.map(({ time, point, segment }) => ({ time, point, segment }))).to.deep.equal([
        { time: nine, point: { latitude: 1, longitude: 2 }, segment: 0 },
        { time: nine + 300_000, point: { latitude: 3, longitude: 4 }, segment: 0 },
      ]);
    });
  }

  it("keeps segments, speed, course, precision and lines of a GPX file, and says what it passes over", () => {
    const warnings: string[] = [];
    const fixes = readTrack(gpx, {
      fileName: "monday.gpx",
      onWarning: (sentence) => warnings.push(sentence),
    });
    expect(fixes).to.deep.equal([
      { point: { latitude: -37.8136, longitude: 144.9631 }, time: nine, hdop: 0.9, line: 8, segment: 0 },
      {
        point: { latitude: -37.814, longitude: 144.964 },
        time: nine + 10_500,
        speed: 1.5,
        course: 125,
        line: 9,
        segment: 0,
      },
      {
        point: { latitude: -37.815, longitude: 144.965 },
        time: nine + 60_000,
        speed: 2,
        line: 17,
        segment: 1,
      },
    ]);
    expect(warnings).to.deep.equal([
      "monday.gpx:4:3: 1 of <wpt> is passed over: the track is what <trk> holds",
    ]);
  });

  it("has the speed, heading and accuracy of a table; a negative one is unknown", () => {
    const text = "latitude,longitude,speed,heading,accuracy,battery\n1,2,1.4,350,8,90\n1,2,-1,-1,,90\n";
    const warnings: string[] = [];
    const fixes = readTrack(text, { onWarning: (sentence) => warnings.push(sentence) });
    expect(fixes[0]).to.include({ speed: 1.4, course: 350, accuracy: 8, line: 2 });
    expect(fixes[1]).to.deep.equal({ point: { latitude: 1, longitude: 2 }, line: 3, segment: 0 });
    expect(warnings).to.deep.equal(["text:1:1: columns that are not read: battery"]);
  });

  it("has no times where none are drawn: a KML line", () => {
    const text =
      "<kml><Placemark><LineString><coordinates>\n2,1,0 4,3\n</coordinates></LineString></Placemark></kml>";
    expect(readQuietly(text).map(({ point, time }) => [point.latitude, point.longitude, time])).to.deep.equal(
      [
        [1, 2, undefined],
        [3, 4, undefined],
      ],
    );
  });

  it("takes times without a zone as those of the zone that is given", () => {
    const text =
      "time,latitude,longitude\n2026-11-30T20:00:00,-37.8,144.9\n2026-12-01 09:00:00,-37.8,144.9\n";
    const times = readQuietly(text, { timeZone: "Australia/Melbourne" }).map(({ time }) => time);
    expect(times).to.deep.equal([nine, nine + 13 * 3_600_000]);
  });

  it("is read from a file with a byte-order mark in UTF-16", () => {
    withFile(Buffer.from("\uFEFFlat,lon\n1,2\n", "utf16le"), (path) => {
      expect(readTrack(path)).to.have.length(1);
    });
  });

  it("is read from XML in the encoding that it declares, and from a KMZ", () => {
    const kml =
      "<?xml version='1.0' encoding='ISO-8859-1'?><kml><!-- caf\xe9 --><Track><coord>2 1</coord></Track></kml>";
    for (const bytes of [Buffer.from(kml, "latin1"), zipSync({ "doc.kml": strToU8(kml, true) })])
      withFile(bytes, (path) => {
        expect(readTrack(path)).to.have.length(1);
      });
  });
});

/** Text → its faults. */
const faults: [what: string, text: string, sentences: string[]][] = [
  [
    "times out of order",
    "time,lat,lon\n2026-11-30T09:00:00Z,1,2\n2026-11-30T08:59:00Z,1,2\n2026-11-30T08:00:00Z,1,2\n",
    [
      "text:3:1 (time): time 2026-11-30T08:59:00.000Z is before 2026-11-30T09:00:00.000Z, the time of the fix before; sort the fixes by time (and 1 more like it)",
    ],
  ],
  [
    "bad values, all at once",
    'time,lat,lon\nyesterday,91,2\n2026-02-30T09:00:00Z,x,181\n2026-11-30T09:00:00Z,,"2,5"\n',
    [
      'text:2:1 (time): time "yesterday" must be a date and a time, such as "2026-11-30T09:00:00Z"',
      "text:2:11 (lat): latitude 91 is not between -90 and 90",
      'text:3:1 (time): time "2026-02-30T09:00:00Z" does not exist in the calendar',
      'text:3:22 (lat): latitude "x" must be a number in degrees, such as 144.9651',
      "text:3:24 (lon): longitude 181 is not between -180 and 180",
      "text:4:22 (lat): this fix has no latitude",
      'text:4:24 (lon): longitude "2,5" must be a number with a decimal point, not a comma, such as 144.9651',
    ],
  ],
  [
    "times without a zone",
    "time,lat,lon\n2026-11-30T09:00:00,1,2\n2026-11-30T09:01:00,1,2\n",
    [
      'text:2:1 (time): time "2026-11-30T09:00:00" says no time zone; write it with Z or an offset such as +10:00, or say of which time zone it is (and 1 more like it)',
    ],
  ],
  [
    "times of some fixes only",
    "time,lat,lon\n2026-11-30T09:00:00Z,1,2\n,1,2\n",
    ["text:3:1 (time): this fix has no time, and others of the track have one"],
  ],
  ["no fix", "<gpx>\n</gpx>", ["text:1:1: there is no fix in this track"]],
  ["no fix in a table", "lat,lon\n", ["text:1:1: there is no fix in this track"]],
  ["an empty file", "\n", ["text:1:1: there is no fix in this track"]],
  [
    "a table without coordinates",
    "time,place\n1,2\n",
    [
      "text:1:1: the header lacks latitude and longitude; a table of fixes has the columns latitude and longitude, and may have time, speed, heading and accuracy",
    ],
  ],
  [
    "another XML",
    "<html>\n</html>",
    ["text:1:1: this begins with <html>, and is neither GPX nor KML; save the track as one of them"],
  ],
  [
    "a GPX point without a place",
    '<gpx><trk><trkseg>\n<trkpt lat="1"/>\n</trkseg></trk></gpx>',
    ["text:2:1: this fix has no longitude"],
  ],
  [
    "as many times as places",
    "<kml>\n<Track><when>2026-11-30T09:00:00Z</when></Track></kml>",
    ["text:2:1: this track has 1 of <when> and 0 of <gx:coord>; there must be one for each"],
  ],
  [
    "GeoJSON without lines and points",
    '{"type":"Feature",\n"geometry":{"type":"Polygon","coordinates":[]}}',
    ["text: geometry.coordinates: a track is made of lines or points, and this file has none"],
  ],
  ["broken JSON", '{"type":\n  "Feature",,}', ["text:2:13: this is no valid JSON from here on"]],
  [
    "GeoJSON with bad positions and times",
    JSON.stringify(
      {
        type: "GeometryCollection",
        geometries: [{ type: "LineString", coordinates: [[1, 2], [1], [200, 2]] }],
        crs: { properties: { name: "EPSG:3857" } },
      },
      undefined,
      1,
    ),
    [
      "text: crs: the track must have longitude and latitude of WGS 84; convert it first",
      "text: geometries[0].coordinates[1]: it must be a longitude and a latitude",
      "text: geometries[0].coordinates[2]: longitude 200 is not between -180 and 180",
    ],
  ],
];

describe("The faults of a track", () => {
  for (const [what, text, sentences] of faults) {
    it(`name ${what}`, () => {
      const error = errorOf(() => readQuietly(text));
      expect(error).to.be.instanceOf(ZoneFileError);
      expect(error?.message.split("\n")).to.deep.equal(sentences);
    });
  }

  it("name a file that is not there, and one that no reader knows", () => {
    expect(errorOf(() => readTrack("no/such.gpx"))?.message).to.match(
      /^no\/such.gpx: there is no such file; looked for /,
    );
    withFile(Buffer.from("SQLite format 3\0"), (path) => {
      expect(errorOf(() => readTrack(path, { fileName: "t.gpkg" }))?.message).to.match(/^t.gpkg: .*ogr2ogr/);
    });
  });

  it("name a time zone that is none", () => {
    expect(errorOf(() => readQuietly("lat,lon\n1,2\n", { timeZone: "Melbourne" }))?.message).to.match(
      /no time zone/,
    );
  });
});

describe("A jump of the recorder", () => {
  it("is warned of with its line, once", () => {
    const text = "time,lat,lon\n1796029200,0,0\n1796029201,0,0.1\n1796029202,0,0.2\n1796029203,0,0.2001\n";
    const warnings: string[] = [];
    readTrack(text, { onWarning: (sentence) => warnings.push(sentence) });
    expect(warnings).to.deep.equal([
      "text:3:1 (time): 11,132 m in 1 s is a jump of the recorder, and is walked as a step (and 1 more like it)",
    ]);
  });

  it("is none of fixes near each other at one time", () => {
    const text = "time,lat,lon\n1796029200,0,0\n1796029200,0,0.0005\n";
    readTrack(text, { onWarning: (sentence) => expect.fail(sentence) });
  });

  it("is as fast as asked", () => {
    const text = "time,lat,lon\n1796029200,0,0\n1796029201,0,0.001\n";
    const warnings: string[] = [];
    readTrack(text, { jumpSpeed: 110, onWarning: (sentence) => warnings.push(sentence) });
    expect(warnings).to.have.length(1);
  });
});

describe("Tracks of other programs", function () {
  const folder = process.env["SAMPLE_DATA"];
  if (folder === undefined) return;
  for (const [file, count] of [
    ["trek.gpx", 120],
    ["wpt.gpx", 40],
  ] as const) {
    it(`are read: ${file}`, () => {
      expect(readTrack(join(folder, "geo", file))).to.have.length(count);
    });
  }
});

function readQuietly(text: string, options: ReadTrackOptions = {}): Fix[] {
  return readTrack(text, { source: "text", onWarning: () => undefined, ...options });
}

function withFile(bytes: Uint8Array, use: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "track-"));
  try {
    const path = join(folder, "track");
    writeFileSync(path, bytes);
    use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function errorOf(act: () => unknown): Error | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : undefined;
  }
}
