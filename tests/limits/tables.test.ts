import { expect } from "chai";
import { z } from "zod";

import type { Json } from "../../provider/json";
import type { Property } from "../../provider/schema/field";
import { places, type Place } from "./places";
import { argumentsWith, changed, sentences } from "./validate";
import { knownObjects, knownProperties, limitsOf, pathAt } from "./properties";
import type { Row } from "./row";
import { sections } from "./tables";
import { functionRows, functionSchemas } from "./tables/functions";
import { programRows } from "./tables/program";
import { setDefinitions, setRows } from "./tables/sets";

/** A row where it holds. */
interface PlacedRow {
  readonly row: Row;
  readonly place: Place;
  /** `Zone geofeatures[circle].radius` */
  readonly path: string;
}

const placedRows: readonly PlacedRow[] = sections.flatMap((section) =>
  section.rows.flatMap((row) =>
    (row.at ?? section.places).map((place) => ({
      row,
      place,
      path: named(place.resource, pathAt(place, row.property)),
    })),
  ),
);

const known = knownProperties.map(({ resource, path, property }) => ({
  path: named(resource, path),
  property,
}));

describe("the tables of limits", () => {
  it("have at least 60 rows", () => {
    const rows = sections.flatMap((section) => section.rows);
    expect(rows.length + functionRows.length + programRows.length).to.be.at.least(60);
  });

  it("leave out no property of a resource", () => {
    const paths = new Set(placedRows.map(({ path }) => path));
    expect(known.map(({ path }) => path).filter((path) => !paths.has(path))).to.deep.equal([]);
  });

  it("name no property that a resource does not have", () => {
    const paths = new Set([
      ...known.map(({ path }) => path),
      ...places.map(({ resource, path }) => named(resource, path)),
    ]);
    // Told of all kinds together, since two of different kinds may not share it.
    paths.add("Zone geofeatures[].name");
    expect(placedRows.map(({ path }) => path).filter((path) => !paths.has(path))).to.deep.equal([]);
  });

  it("have an example of every kind of object", () => {
    const kinds = knownObjects.map(({ resource, path }) => named(resource, path));
    expect(places.map(({ resource, path }) => named(resource, path))).to.have.members(kinds);
  });

  for (const { resource, path, field } of knownObjects) {
    const ofResource = placedRows.filter(({ place }) => place.resource === resource);
    for (const rule of field.rules) {
      it(`have an example that breaks the ${rule.name} of ${named(resource, path)}`, () => {
        const examples = ofResource.flatMap(({ row, place }) =>
          row.rejected.flatMap(([changes]) => {
            if (path === "") return [argumentsWith(place, changes)];
            return place.path === path ? [changed(place, changes)] : [];
          }),
        );
        expect(examples.some((example) => rule(example).length > 0)).to.equal(true);
      });
    }
    for (const [name, property] of Object.entries(field.properties)) {
      const words = property.field.kind === "list" ? property.field.unique : undefined;
      if (words === undefined) continue;
      it(`have an example of two alike among the ${name} of ${named(resource, path)}`, () => {
        const shown = ofResource.flatMap(({ row, place }) =>
          row.rejected.flatMap(([changes]) => sentences(place, argumentsWith(place, changes))),
        );
        expect(shown.some(({ text }) => text.includes(words))).to.equal(true);
      });
    }
  }

  it("have a row for every argument of a function", () => {
    for (const [name, schema] of Object.entries(functionSchemas)) {
      const rows = functionRows.filter(({ names }) => names.some((each) => each === name));
      expect(
        rows.flatMap(({ about }) => about),
        name,
      ).to.include.members(argumentsOf(schema));
    }
  });

  for (const [noun, { fields, keyed, objects, shared, element }] of Object.entries(setDefinitions)) {
    it(`have a row for every argument of a ${noun}, and for what its objects have of it`, () => {
      const rows = setRows.filter((row) => row.noun === noun).map(({ property }) => property);
      const ofTheSet = shared.filter((name) => !(name in element.properties));
      // The name of a destination is told with its destinationId, whose key it shares.
      const [first] = keyed;
      expect(rows).to.include.members([
        ...Object.keys(fields.properties),
        ...[first, ...ofTheSet].map((name) => `${objects}[key].${name ?? ""}`),
      ]);
    });
  }

  for (const { path, property } of known) {
    for (const { at, isBeyond } of limitsOf(property.field)) {
      it(`have an example of ${path} at ${at}, and one beyond`, () => {
        const rows = placedRows.filter((each) => each.path === path).map(({ row }) => row);
        const sizes = (changes: Row["accepted"][number]) => sizeOf(changes[path.replace(/^.*[ .]/, "")]);
        const accepted = rows.flatMap(({ boundary }) => (boundary === "none" ? [] : boundary.map(sizes)));
        const rejected = rows.flatMap((row) => row.rejected.map(([changes]) => sizes(changes)));
        expect(accepted).to.include(at);
        expect(rejected.filter((size) => size !== undefined && isBeyond(size))).not.to.be.empty;
      });
    }
  }

  const facts: [what: string, holds: (property: Property) => boolean, isSaid: (row: Row) => boolean][] = [
    ["what is taken where the program is silent", isFilledIn, (row) => row.default !== undefined],
    ["what is secret", ({ secret }) => secret === true, ({ rule }) => rule.endsWith("; secret")],
    [
      "what replaces",
      ({ replaces }) => replaces === true,
      ({ rule }) => rule.includes("; a change replaces"),
    ],
  ];
  for (const [what, holds, isSaid] of facts) {
    it(`say ${what}`, () => {
      const rows = placedRows.filter(({ row }) => isSaid(row)).map(({ path }) => path);
      const facts = known.filter(({ path, property }) => holds(property) && !path.endsWith(".extraFields"));
      expect(rows).to.include.members(facts.map(({ path }) => path));
    });
  }

  it("say each rule once", () => {
    const rules = placedRows.map(({ row, path }) => `${path}: ${row.rule}`);
    expect(rules).to.have.length(new Set(rules).size);
  });
});

function named(resource: string, path: string): string {
  return path === "" ? resource : `${resource} ${path}`;
}

function isFilledIn({ fallback, accountDefault: ofAccount }: Property): boolean {
  return fallback !== undefined || ofAccount === true;
}

/** A number itself, how many elements a list has, how many pairs a map has. */
function sizeOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

function argumentsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodUnion)) throw new Error("The arguments are described in another way.");
  return schema.options.flatMap((option: unknown) =>
    option instanceof z.ZodType ? argumentsOf(option) : [],
  );
}
