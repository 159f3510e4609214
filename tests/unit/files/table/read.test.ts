import { expect } from "chai";

import type { ReadZonesOptions } from "../../../../files";
import { zonesOf } from "../reading";

const center = { latitude: -37.8, longitude: 144.9 };
const vertices = [center, { latitude: -37.8, longitude: 144.91 }, { latitude: -37.79, longitude: 144.91 }];
const wkt = "POLYGON ((144.9 -37.8, 144.91 -37.8, 144.91 -37.79, 144.9 -37.8))";
const circle = (name: string) => ({
  name,
  minimumRetriggerTime: 3600,
  geofeatures: [{ type: "circle", name, center, radius: 40 }],
});
const polygon = (name: string) => ({
  name,
  minimumRetriggerTime: 3600,
  geofeatures: [{ type: "polygon", name, vertices }],
});

describe("readZones of a table", () => {
  const read: [
    title: string,
    text: string,
    options: ReadZonesOptions,
    zones: unknown[],
    warnings?: string[],
  ][] = [
    ["latitude and longitude", "name,latitude,longitude\na,-37.8,144.9\n", { radius: 40 }, [circle("a")]],
    [
      "tabs, other names and a radius in a column",
      "Name\tLNG\tLAT\tRadius\na\t144.9\t-37.8\t40\n",
      {},
      [circle("a")],
    ],
    ["x and y", "x,y,name\n144.9,-37.8,a\n", { radius: 40 }, [circle("a")]],
    [
      "columns that options name",
      "shop,north,east,lat\na,-37.8,144.9,7\n",
      { name: "shop", latitude: "north", longitude: "East", radius: 40 },
      [circle("a")],
    ],
    [
      "a table of Excel that names its separator",
      "sep=;\nname;lat;lon\na;-37.8;144.9\n",
      { radius: 40 },
      [circle("a")],
    ],
    [
      "decimal commas",
      "name;lat;lon\na;-37,8;144,9\n",
      { radius: 40 },
      [circle("a")],
      [
        '2:3 (lat): "a": the comma of "-37,8" is taken as a decimal point, as in all such cells (and 1 more like it)',
      ],
    ],
    ["UTF-16 with blank lines", "\n name , lat , lon \n\n a ,-37.8, 144.9 \n", { radius: 40 }, [circle("a")]],
    ["three digits after the point", "name,lat,lon,radius\na,-37.8,144.9,40.000\n", {}, [circle("a")]],
    ["shapes in WKT", `name,geom\na,"${wkt}"\n`, {}, [polygon("a")]],
    ["shapes in a column that an option names", `name,shape\na,"${wkt}"\n`, { wkt: "shape" }, [polygon("a")]],
    [
      "WKT, and points where it is blank",
      `name,wkt,lat,lon\na,"${wkt}",1,1\nb,,-37.8,144.9\n`,
      { radius: 40 },
      [polygon("a"), circle("b")],
    ],
    [
      "a first column of row numbers without a name",
      ",name,lat,lon\n0,a,-37.8,144.9\n",
      { radius: 40 },
      [circle("a")],
    ],
    [
      "SafeGraph, in any case of its columns, with rows of points",
      `PLACEKEY,LOCATION_NAME,LATITUDE,LONGITUDE,POLYGON_WKT,GEOMETRY_TYPE\nk1,a,1,1,"${wkt}",POLYGON\nk2,b,-37.8,144.9,,POINT\n`,
      { radius: 40 },
      [polygon("a"), circle("b")],
      ["1:1: read as a table of SafeGraph"],
    ],
    [
      "Radar, longitude first",
      'description,type,tag,externalId,coordinates,radius\na,circle,shop,1,"[144.9,-37.8]",40\nb,polygon,,2,"[[[144.9,-37.8],[144.91,-37.8],[144.91,-37.79],[144.9,-37.8]]]",\n',
      {},
      [{ ...circle("a"), tags: ["shop"] }, polygon("b")],
      ["1:1: read as a table of Radar"],
    ],
    [
      "settings in columns, as text and as JSON",
      'name,lat,lon,radius,minimum_retrigger_time,triggerOnExit,tags,customData,conditions\na,-37.8,144.9,40,60,TRUE,x;y,"{""k"":""v""}","[{""type"":""speed"",""minimumSpeed"":0,""maximumSpeed"":9}]"\n',
      {},
      [
        {
          ...circle("a"),
          minimumRetriggerTime: 60,
          triggerOnExit: true,
          tags: ["x", "y"],
          customData: { k: "v" },
          conditions: [{ type: "speed", minimumSpeed: 0, maximumSpeed: 9 }],
        },
      ],
    ],
    [
      "Bluedot's own importer",
      'zoneName,minimumRetriggerTime,fences\na,1:00,"circle;40;-37.8 144.9"\n',
      { tags: ["x"] },
      [
        {
          ...circle("a"),
          geofeatures: [{ type: "circle", name: "Circle 1", center, radius: 40 }],
          tags: ["x"],
        },
      ],
      ["1:1: read as a table of Bluedot's zone importer"],
    ],
  ];
  for (const [title, text, options, zones, warnings = []] of read) {
    it(`reads ${title}`, () => {
      const content = title.startsWith("UTF-16") ? Buffer.from(`\uFEFF${text}`, "utf16le") : text;
      const outcome = zonesOf(content, options);
      expect(outcome.faults).to.deep.equal([]);
      expect(outcome.rows).to.deep.equal(zones);
      expect(outcome.warnings).to.deep.equal(warnings);
    });
  }

  const refused: [title: string, text: string, options: ReadZonesOptions, faults: string[]][] = [
    [
      "every bad cell, by line, column and name",
      "name,lat,lon\na,,144.9\nb,south,144.9\nc,-37.8,1e400\nd,-95,200\ne,-378136,144.9\nf,-3.781.360,144.9\n",
      { radius: 40 },
      [
        '2:3 (lat): "a": the latitude is blank',
        '3:3 (lat): "b": latitude "south" must be a number, such as "-37.8136"',
        '4:9 (lon): "c": longitude "1e400" must be a number, such as "144.9631"',
        '5:3 (lat): "d": latitude -95° is not between -90 and 90',
        '6:3 (lat): "e": latitude -378136° is not between -90 and 90; did a spreadsheet lose its decimal point?',
        '7:3 (lat): "f": latitude "-3.781.360" has separators of thousands, as a spreadsheet puts them that takes degrees for a large number; format the column as text',
      ],
    ],
    [
      "swapped columns once, with the options that help",
      "name,lat,lon\na,144.9,-37.8\nb,144.9,-37.8\n",
      { radius: 40 },
      [
        '2:3 (lat): "a": latitude 144.9° is not between -90 and 90, and the two look swapped; the option latitude: "lon" with the option longitude: "lat" reads them the other way round (and 1 more like it)',
      ],
    ],
    [
      "two candidates for a column",
      "name,latitude,lat,lon\na,1,2,3\n",
      {},
      [
        '1:6 (latitude): "latitude", "lat" may each be the latitude; the option latitude: "latitude" names one',
      ],
    ],
    [
      "no columns of places",
      "name,city\na,b\n",
      {},
      [
        '1:1: the table has no columns latitude and longitude, and none of WKT; the option latitude with the option longitude, or the option wkt, names them; the columns are "name", "city"',
      ],
    ],
    [
      "half of the columns",
      "name,lon\na,2\n",
      {},
      [
        '1:1: the table has a column of longitudes, and none of latitudes; the option latitude with the option longitude, or the option wkt, names them; the columns are "name", "lon"',
      ],
    ],
    [
      "an option that names no column",
      "name,LATT,lon\na,1,2\n",
      { latitude: "LAT" },
      ['1:1: there is no column "LAT", which the option latitude names; did you mean "LATT"?'],
    ],
    [
      "wrong WKT at its character",
      'name,wkt\na,"POLYGON ((1 2, 3 x))"\nb,POINT (1 2)z\nc,"POLYGON ((1 2, 3 4"\n',
      { radius: 40 },
      [
        '2:21 (wkt): "a": this is no WKT: "x" must be a number',
        '3:14 (wkt): "b": this is no WKT: something follows the end of the geometry',
        '4:22 (wkt): "c": this is no WKT: a closing bracket is missing before the end',
      ],
    ],
    [
      "a value beyond the header",
      "name,lat,lon\na,1,2,3\n",
      { radius: 40 },
      [
        '2:7: "3" is beyond the columns that the header names; text that holds the separator must stand in double quotes',
      ],
    ],
    [
      "rows of Radar that have an address alone",
      "description,type,tag,externalId,coordinates\na,circle,x,1,\n",
      { radius: 40 },
      [
        '2:14 (coordinates): "a": the coordinates are blank; an address or a place\'s id must be geocoded first',
      ],
    ],
    [
      "an outline of Bluedot's importer that crosses itself",
      "zoneName,minimumRetriggerTime,fences\na,1:00,polygon;0 0;1 1;0 1;1 0\n",
      {},
      [
        '2:8 (fences): "a": edge 0–1 from (0, 0) crosses edge 2–3 from (0, 1); list the vertices in the order in which they stand along the outline',
      ],
    ],
    [
      "a hole in positions of Radar",
      'type,tag,externalId,coordinates\npolygon,a,1,"[[[0,0],[1,0],[1,1],[0,0]],[[0.5,0.1],[0.6,0.1],[0.6,0.2],[0.5,0.1]]]"\n',
      {},
      [
        '2:14 (coordinates): "1": it has a hole, which a polygon of Bluedot cannot have; cut it into polygons without, ' +
          'or give the option holes: "fill", and the zone triggers there too',
      ],
    ],
    [
      "a header alone",
      "name,lat,lon\n",
      {},
      ["it draws nothing, and an empty set of zones would delete all that it had"],
    ],
    [
      "a name twice, with both lines",
      "name,lat,lon\na,1,2\na,3,4\n",
      { radius: 40 },
      [
        '3:1 (name): "a": "a" is the name of the one on line 2 too, and each zone needs a name of its own; the option name can give other names, and the option group makes one zone of several features',
      ],
    ],
    [
      "a name twice in the column that an option names, by its cell",
      "lat,lon,name,SHOP\n1,2,a,x\n3,4,b,x\n",
      { radius: 40, name: "SHOP" },
      [
        '3:7 (SHOP): "x": "x" is the name of the one on line 2 too, and each zone needs a name of its own; the option name can give other names, and the option group makes one zone of several features',
      ],
    ],
    [
      "isochrones of Radar, of which it has only the middle",
      'description,type,tag,externalId,coordinates,radius\na,Isochrone,x,1,"[144.9,-37.8]",10\n',
      { radius: 40 },
      [
        '2:3 (type): "a": an isochrone is as far as one gets in some minutes, and its coordinates are only its middle; give its outline as a polygon, or make it a circle',
      ],
    ],
    [
      "radii with three digits after the point, in a file whose latitudes have decimal commas",
      "name;lat;lon;radius\na;-37,8;144,9;5.000\nb;-37,8;144,9;1.250\nc;-37,8;144,9;12.5\n",
      {},
      [
        '2:15 (radius): "a": radius "5.000" may be 5 m, or 5,000 m as in a file with decimal commas; write 5 or 5000',
        '3:15 (radius): "b": radius "1.250" may be 1.25 m, or 1,250 m as in a file with decimal commas; write 1.25 or 1250',
      ],
    ],
    [
      "seconds with a separator of thousands",
      "name;lat;lon;radius;minimumRetriggerTime\na;1;2;40;3.600\n",
      {},
      [
        '2:10 (minimumRetriggerTime): "a": minimumRetriggerTime "3.600" must be whole seconds, from 60 to 3,599,940; write 3600 where that is meant, without separators of thousands',
      ],
    ],
    [
      "radii that are written both ways",
      "name;lat;lon;radius\na;1;2;12,5\nb;1;2;5.000\nc;1;2;7,500\n",
      {},
      [
        '3:7 (radius): "b": radius "5.000" may be 5 m, or 5,000 m as in a file with decimal commas; write 5 or 5000',
        '4:7 (radius): "c": radius "7,500" may be 7.5 m, or 7,500 m with a separator of thousands; write 7.5 or 7500',
      ],
    ],
  ];
  for (const [title, text, options, faults] of refused) {
    it(`refuses ${title}`, () => {
      expect(zonesOf(text, options).faults).to.deep.equal(faults);
    });
  }

  it("warns of a column that would change sizes in Bluedot's console", () => {
    expect(zonesOf("name,lat,lon,SCALE_POLYGON\na,1,2,5%\n", { radius: 40 }).warnings).to.deep.equal([
      "1:14 (SCALE_POLYGON): SCALE_POLYGON is passed over: polygons keep the size that they have",
    ]);
  });

  it("warns of a column that is there twice", () => {
    expect(zonesOf("name,lat,lon,name\na,1,2,b\n", { radius: 40 }).warnings).to.deep.equal([
      '1:14 (name): "name" is a column twice, and the first one is read',
    ]);
  });
});
