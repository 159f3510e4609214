import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { watchProgram, type Program } from "../../../../provider/program/cross-resource-checks";
import { startMocks } from "../mocks";

const melbourne = { latitude: -37.81, longitude: 144.96 };
const swapped = { latitude: 144.96 - 180, longitude: -37.81 };
const sydney = { latitude: -33.87, longitude: 151.21 };
// A mirror image that is a place as well: 30° north, 80° east and 80° north, 30° east.
const delhi = (more = 0) => ({ latitude: 28.6 + more, longitude: 77.2 });
const mirror = (more = 0) => ({ latitude: 77.2, longitude: 28.6 + more });
const circle = (center: object) => ({ geofeatures: [{ type: "circle", name: "door", center, radius: 40 }] });

class Thing extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Thing", name);
  }
}

describe("a whole program", () => {
  before(startMocks);

  let program: Program;
  let warnings: [message: string, resource: pulumi.Resource][];
  let resources: Map<string, pulumi.Resource>;
  let count = 0;
  beforeEach(() => {
    warnings = [];
    resources = new Map();
    program = watchProgram((message, resource) => warnings.push([message, resource]));
  });
  const zone = (name: string, args: object) => {
    const resource = new Thing(`${name}-${count++}`);
    resources.set(name, resource);
    program.zone(resource, name, args);
  };
  const messages = () => warnings.map(([message]) => message);

  it("warns of two zones of one name in a project, beside the second", () => {
    zone("a", { projectId: "1", name: "cafe" });
    zone("cafe", { projectId: "1" });
    expect(warnings).to.deep.equal([
      [
        'Zone "cafe": "a" and "cafe" have this name in one project; give each a name of its own, by which people and reports can tell them apart.',
        resources.get("cafe"),
      ],
    ]);
  });

  const differentNames: [title: string, first: object, second: object][] = [
    ["in two projects", { projectId: "1" }, { projectId: "2" }],
    [
      "in two projects that are to come",
      { projectId: pulumi.output("1") },
      { projectId: pulumi.output("1") },
    ],
    ["one of which is to come", { projectId: "1" }, { projectId: "1", name: pulumi.output("cafe") }],
  ];
  for (const [title, first, second] of differentNames) {
    it(`says nothing of two zones of one name ${title}`, () => {
      zone("a", { name: "cafe", ...first });
      zone("b", { name: "cafe", ...second });
      expect(messages()).to.deep.equal([]);
    });
  }

  it("knows a project that is to come by the Output that all of its zones are given", () => {
    const projectId = pulumi.output("1");
    zone("a", { projectId, name: "cafe" });
    zone("b", { projectId, name: "cafe" });
    expect(messages()).to.have.length(1);
  });

  it("warns of a zone that lies with the others only when its latitude and longitude are swapped", () => {
    zone("wrong", { projectId: "1", ...circle(mirror()) });
    zone("one", { projectId: "1", ...circle(delhi(0.1)) });
    expect(messages()).to.deep.equal([]);
    zone("two", { projectId: "1", ...circle(delhi(0.2)) });
    expect(messages()).to.deep.equal([
      'Zone "wrong": (77.2, 28.6) is far from every other zone of its project, but with latitude and longitude swapped it is beside "one" and "two"; did you swap them?',
    ]);
    expect(warnings[0]?.[1]).to.equal(resources.get("wrong"));
    zone("three", { projectId: "1", ...circle(delhi(0.3)) });
    expect(messages()).to.have.length(1);
  });

  it("says nothing of zones here and there", () => {
    [melbourne, sydney, delhi(), swapped].forEach((place, at) => {
      zone(`zone-${at}`, { projectId: "1", ...circle(place) });
    });
    expect(messages()).to.deep.equal([]);
  });

  const order: [title: string, first: "zone" | "destination"][] = [
    ["before", "destination"],
    ["after", "zone"],
  ];
  for (const [title, first] of order) {
    it(`warns of a zone that lies with its destination only when swapped, declared ${title} it`, () => {
      const id = pulumi.output("store-42");
      const declare = {
        zone: () => {
          zone("wrong", { projectId: "1", destinationId: id, ...circle(mirror()) });
        },
        destination: () => {
          program.destination(
            new Thing(`collins-${count++}`),
            "collins",
            { destinationId: "store-42", location: delhi(0.1) },
            ["store-42", id],
          );
        },
      };
      declare[first]();
      declare[first === "zone" ? "destination" : "zone"]();
      expect(messages()).to.have.length(1);
      expect(messages()[0]).to.match(
        /^Zone "wrong": geofeatures\[0\]\.center: .* from the zone's destination "store-42", but .* swapped/,
      );
    });
  }

  it("passes over what is not known yet", () => {
    const later = pulumi.output(mirror());
    program.destination(new Thing(`store-${count++}`), "store", { destinationId: "1", location: later }, [
      "1",
    ]);
    zone("a", { projectId: "1", destinationId: "1", geofeatures: pulumi.output([]) });
    zone("b", { projectId: "1", destinationId: "1", ...circle(later) });
    zone("c", { projectId: "1", geofeatures: [pulumi.output({}), null] });
    zone("d", { projectId: "1", ...circle({ latitude: pulumi.output(1), longitude: 2 }) });
    expect(messages()).to.deep.equal([]);
  });
});
