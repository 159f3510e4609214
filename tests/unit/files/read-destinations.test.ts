import { expect } from "chai";

import { byDestinationId, byName, readZones, type ReadDestinationsOptions } from "../../../files";
import type { DestinationSetArgs, ZoneSetArgs } from "../../../provider";
import { destinationsOf, zonesOf } from "./reading";

const table =
  "storenum,NAME,LAT,LON,street,city,email,size\n1,North,36.5,-94,1 Main St,Rogers,a@example.com,12\n2,South,36.25,-93,,,,\n";

describe("readDestinations", () => {
  it("reads each row, with what columns and functions say", () => {
    const { rows, faults } = destinationsOf(table, {
      key: "storenum",
      address: (row) => `${String(row["street"])}, ${String(row["city"])}`,
      customData: ["size"],
    });
    expect(faults).to.deep.equal([]);
    expect(rows).to.deep.equal([
      {
        destinationId: "1",
        name: "North",
        location: { latitude: 36.5, longitude: -94 },
        address: "1 Main St, Rogers",
        email: "a@example.com",
        customData: { size: "12" },
      },
      { destinationId: "2", name: "South", location: { latitude: 36.25, longitude: -93 }, address: "," },
    ]);
  });

  it("makes destinations and zones of one table, as sets take them", () => {
    const { rows: destinations } = destinationsOf(table, { key: "storenum" });
    const { rows: zones } = zonesOf(table, { radius: 75, destinationId: "storenum" });
    const stores: DestinationSetArgs = { destinations: byDestinationId(destinations) };
    const set: ZoneSetArgs = { projectId: "p", zones: byName(zones) };
    expect(stores.destinations).to.have.all.keys("1", "2");
    expect(set.zones).to.have.all.keys("North", "South");
    expect(zones[0]?.destinationId).to.equal("1");
  });

  const refused: [title: string, text: string, options: ReadDestinationsOptions, faults: string[]][] = [
    [
      "every bad cell by line, column and key",
      "id,lat,lon\na,,1\nb,x,1\nc,91,100\n,1,1\na,1,1\nd,1,2\nd,3,4\n",
      { key: "id" },
      [
        'x.csv:2:3 (lat): "a": the latitude is blank',
        'x.csv:3:3 (lat): "b": latitude "x" must be a number, such as "-37.8136"',
        'x.csv:4:3 (lat): "c": latitude 91° is not between -90 and 90',
        "x.csv:5:1 (id): id is blank, and is the key",
        'x.csv:8:1 (id): "d": this key is that of the one on line 7 too, and each destination needs one of its own',
      ],
    ],
    [
      "a key twice, by its cell",
      "lat,lon,id\n1,2,a\n3,4,a\n",
      { key: "id" },
      [
        'x.csv:3:5 (id): "a": this key is that of the one on line 2 too, and each destination needs one of its own',
      ],
    ],
    [
      "a key that is no column",
      "id,lat,lon\n1,2,3\n",
      { key: "ID_STORE" },
      ['x.csv:2:1: there is no "ID_STORE", which the option key names; it has "id", "lat", "lon"'],
    ],
    [
      "columns that are not there",
      "id,lat,lon,E-MAIL,zip code\n1,2,3,,\n2,3,4,,\n",
      { key: "id", email: "mail", customData: ["postcode"] },
      [
        'x.csv:2:1: there is no "mail", which the option email names; did you mean "E-MAIL"?',
        'x.csv:2:1: there is no "postcode", which the option customData names; it has "id", "lat", "lon", "E-MAIL", "zip code"',
      ],
    ],
    [
      "shapes",
      'id,wkt\n1,"LINESTRING (1 2, 3 4)"\n',
      { key: "id" },
      ['x.csv:2:1: "1": a destination is one point, and this is another shape'],
    ],
    [
      "a table of zones",
      "zoneName,minimumRetriggerTime,fences\n",
      { key: "zoneName" },
      ["this is a table of zones, which are read by readZones, and it has no destinations"],
    ],
    ["a header alone", "id,lat,lon\n", { key: "id" }, ["it has no rows"]],
  ];
  for (const [title, text, options, faults] of refused) {
    it(`refuses ${title}`, () => {
      expect(destinationsOf(text, options).faults).to.deep.equal(faults);
    });
  }

  it("is not needed for a file that is not there", () => {
    expect(() => readZones("no-such-file.csv")).to.throw("no-such-file.csv: there is no such file");
  });
});
