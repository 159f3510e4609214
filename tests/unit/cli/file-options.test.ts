import { expect } from "chai";
import { Command } from "commander";

import { addFileOptions, readZonesOptions, type FileOptions } from "../../../cli/file-options";
import { ZoneFileError } from "../../../files";
import { drawnZonesIn } from "../../../files/read";
import type { FeatureInfo, FeatureProperties, ReadZonesOptions } from "../../../files/options";

function optionsOf(...args: string[]): ReadZonesOptions {
  const command = addFileOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return readZonesOptions(command.parse(args, { from: "user" }).opts<FileOptions>());
}

/** The text that a template makes of a feature. */
function nameBy(template: string, properties: FeatureProperties, info: Partial<FeatureInfo> = {}): string {
  const { name } = optionsOf("--name", template);
  if (typeof name !== "function") throw new Error("It is no template.");
  return name(properties, { index: 0, name: undefined, folders: [], ...info });
}

describe("the options of files", () => {
  const cases: [args: string[], options: ReadZonesOptions][] = [
    [[], {}],
    [["--name", "SUBURB"], { name: "SUBURB" }],
    [["--group", "folder"], { group: "folder" }],
    [["--radius", "60"], { radius: 60 }],
    [["--radius", "size_m"], { radius: "size_m" }],
    [["--retrigger", "3600"], { minimumRetriggerTime: 3600 }],
    [["--custom-data", "store, city,"], { customData: ["store", "city"] }],
    [["--holes", "fill"], { holes: "fill" }],
    [["--simplify", "2.5"], { simplify: 2.5 }],
    [["--drop-smaller-than", "70"], { dropSmallerThan: 70 }],
    [["--max-vertices", "300"], { maxVertices: 300 }],
    [["--tags", "kind"], { tags: "kind" }],
    [["--radius", "1.2.3"], { radius: "1.2.3" }],
    [["--custom-action-name", "action"], { customActionName: "action" }],
    [["--axes", "lat,lng"], { axes: "lat,lng" }],
    [
      ["--latitude", "N", "--longitude", "E", "--wkt", "shape"],
      { latitude: "N", longitude: "E", wkt: "shape" },
    ],
  ];
  for (const [args, options] of cases) {
    it(`are ${JSON.stringify(options)} by ${args.join(" ") || "none"}`, () => {
      expect(optionsOf(...args)).to.deep.equal(options);
    });
  }

  const wrong: [args: string[], message: string][] = [
    [["--retrigger", "30"], "It must be a whole number from 60 to 3599940."],
    [["--retrigger", "1h"], "It must be a whole number"],
    [["--simplify", "0"], "It must be a number above 0."],
    [["--simplify", "five"], "It must be a number above 0."],
    [["--max-vertices", "2"], "It must be a whole number from 3 to 999999999."],
    [["--axes", "north"], "Allowed choices are lng,lat, lat,lng."],
    [["--holes", "cut"], "Allowed choices are refuse, fill."],
  ];
  for (const [args, message] of wrong) {
    it(`refuse ${args.join(" ")}`, () => {
      expect(() => optionsOf(...args)).to.throw(message);
    });
  }

  it("make texts of templates", () => {
    const properties = { city: " Rogers ", store: 7, name: "own" };
    expect(nameBy("{city}-{store}", properties)).to.equal("Rogers-7");
    expect(
      nameBy("{folder} {name} {number}", {}, { name: "A", folders: ["Map", "North"], index: 4 }),
    ).to.equal("North A 5");
    expect(nameBy("{name}", properties, { name: "A" })).to.equal("own");
  });

  it("name the property of a template that is not there", () => {
    expect(() => nameBy("{citty}", { city: "Rogers", blank: "" })).to.throw(
      'there is no "citty", which --name "{citty}" names, or it is blank; did you mean "city"?',
    );
    expect(() => nameBy("{blank}", { blank: " ", city: "Rogers" })).to.throw(
      'there is no "blank", which --name "{blank}" names, or it is blank; it has number, city',
    );
    expect(() => nameBy("{toString}", {})).to.throw('there is no "toString"');
  });

  it("report each feature that lacks a property of a template at its place, all at once", () => {
    const { name } = optionsOf("--name", "{folder} {name}");
    const table = Buffer.from("name,lat,lon\na,1,2\nb,3,4\n");
    expect(() => drawnZonesIn(table, "x.csv", { radius: 40, ...(name !== undefined && { name }) })).to.throw(
      ZoneFileError,
      /^x.csv:2:1: "a": there is no "folder", which --name "{folder} {name}" names.*\nx.csv:3:1: "b": there is no "folder".*$/,
    );
  });
});
