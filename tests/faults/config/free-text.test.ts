import { expect } from "chai";

import { beacon } from "../../../provider/beacon/definition";
import { destination } from "../../../provider/destination/definition";
import type { Json, JsonObject } from "../../../provider/json";
import { check } from "../../../provider/lifecycle/check";
import { conflictsOf } from "../../../provider/lifecycle/conflicts";
import type { Definition } from "../../../provider/lifecycle/definition";
import { project } from "../../../provider/project/definition";
import type { Field } from "../../../provider/schema/field";
import { display } from "../../../provider/schema/display";
import { user } from "../../../provider/user/definition";
import { zone } from "../../../provider/zone/definition";

const canary = "canary 4711 | é";
const place = { latitude: 1, longitude: 2 };
const circle = { type: "circle", name: "door", center: place, radius: 40 };
const cafe = { name: "cafe", minimumRetriggerTime: 600, geofeatures: [circle] };

/** Each property that holds free text somewhere, with the canary in its place. */
const free: [definition: Definition, holder: JsonObject][] = [
  [zone, { customData: { pin: canary } }],
  [zone, { customData: { pin: [canary] } }],
  [zone, { customData: canary }],
  [zone, { tags: [canary, canary] }],
  [zone, { tags: canary }],
  [zone, { actions: [{ type: "url", url: canary }] }],
  [zone, { actions: [{ type: "message", title: [canary], message: { canary } }] }],
  [zone, { actions: canary }],
  [zone, { conditions: canary }],
  [zone, { extraFields: canary }],
  [zone, { geofeatures: [canary] }],
  [zone, { geofeatures: [{ ...circle, center: canary, extraFields: canary }] }],
  [zone, { geofeatures: [{ type: { canary } }] }],
  [zone, { geofeatures: [{ ...circle, radius: { canary } }] }],
  [project, { webhooks: [{ type: "geoTrigger", url: canary, structure: [canary] }] }],
  [project, { webhooks: [{ type: "geoTrigger", url: "https://a.example", headers: canary }] }],
  [project, { integrations: canary }],
  [destination, { email: canary, address: [canary], customData: { a: [canary] }, location: canary }],
  [beacon, { description: [canary], location: canary }],
  [user, { email: "a@example.com", username: canary, phoneNumber: [canary], firstName: { canary } }],
  [user, { email: canary, projectPermissions: canary }],
];

describe("free text", () => {
  for (const [definition, holder] of free) {
    const path = Object.keys(holder).join(", ");
    it(`D3: stays out of faults and warnings: ${definition.noun}: ${path}`, () => {
      const { failures, warnings } = check(definition, { ...holder });
      const said = [...failures, ...warnings].map(({ property, reason }) => `${property}: ${reason}`);
      expect(said.join("\n")).to.not.include("canary").and.not.include("4711");
      expect(said).to.not.have.length(0);
    });
  }

  const versions: [what: string, key: string, before: Json, held: Json, declared: Json, said: RegExp][] = [
    [
      "a map",
      "customData",
      { pin: "1" },
      { pin: canary },
      { pin: "2" },
      /^customData was changed outside this program, and is written over\.$/,
    ],
    [
      "a list",
      "tags",
      ["1"],
      [canary],
      ["2"],
      /^tags\[0\] was changed outside this program, and is written over\.$/,
    ],
    [
      "a url",
      "actions",
      [{ type: "url", url: "a:1" }],
      [{ type: "url", url: canary }],
      [{ type: "url", url: "a:2" }],
      /^actions\[0\]\.url was changed outside this program, and is written over\.$/,
    ],
    [
      "several",
      "actions",
      [],
      [{ type: "url", url: canary }],
      [
        { type: "url", url: "a:2" },
        { type: "url", url: "a:3" },
      ],
      /^actions was changed outside .*found \[\{"type":"url","url":"…"\}\]/,
    ],
  ];
  for (const [what, key, was, holds, says, sentence] of versions) {
    it(`D3: stays out of what is written over: ${what}`, () => {
      const [before, held, declared] = [was, holds, says].map((value) => ({ ...cafe, [key]: value }));
      if (before === undefined || held === undefined || declared === undefined)
        throw new Error("no versions");
      const said = conflictsOf(zone, { before, current: held, declared, body: declared }, false);
      expect(said).to.have.length(1);
      expect(said[0]).to.match(sentence).and.not.include("4711");
    });
  }

  it("D3: numbers, choices and names are still shown", () => {
    const { failures } = check(zone, { ...cafe, projectId: "x", minimumRetriggerTime: 1, name: 5 });
    const said = failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n");
    for (const words of ['projectId: it is "x"', "minimumRetriggerTime: it is 1", "name: it is 5"])
      expect(said).to.include(words);
  });

  /** Every leaf, so that a new one is not shown unless somebody says that it may be. */
  function leavesOf(field: Field, path: string): string[] {
    switch (field.kind) {
      case "object":
        return Object.entries(field.properties).flatMap(([key, part]) =>
          leavesOf(part.field, path === "" ? key : `${path}.${key}`),
        );
      case "variants":
        return Object.values(field.variants).flatMap((variant) => leavesOf(variant, path));
      case "list":
        return leavesOf(field.element, path);
      default:
        return display(field, canary).includes("4711") ? [path] : [];
    }
  }

  it("D3: text is shown where it is a name, an id, or of a form that is no secret's, and nowhere else", () => {
    const shownPaths = [zone, project, destination, beacon, user].flatMap(({ noun, fields }) =>
      leavesOf(fields, "").map((path) => `${noun}.${path}`),
    );
    const words = new Set(shownPaths.map((path) => path.split(".").at(-1)));
    const numbers =
      /^(latitude|longitude|radius|.*(Time|Interval|Speed|Angle|Crossed|Seconds|Power)|major|minor)$/;
    const choices =
      /^(type|beaconType|proximity|sequential|triggerOnExit|shouldSync|forceDestroy|isAdmin|permissionLevel)$/;
    const forms = /^(color|startDate|endDate|macAddress|proximityUUID)$/;
    const names = /^(name|projectId|destinationId|accountId)$/;
    const others = [...words].filter(
      (word = "") => ![numbers, choices, forms, names].some((pattern) => pattern.test(word)),
    );
    expect(others).to.deep.equal([]);
  });
});
