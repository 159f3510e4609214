import { expect } from "chai";
import { z } from "zod";

import type { Json } from "../../provider/json";
import { places, type Place } from "./places";
import { LIMITS, REPLACES, SECRETS, WORDS } from "./documented";
import { argumentsWith, changed, sentences, setDefinitions } from "./validate";
import { knownObjects, knownProperties, limitsOf, pathAt } from "./properties";
import type { Row } from "./row";
import { sections } from "./tables";
import { functionRows, functionSchemas } from "./tables/functions";

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

describe("the schemas", () => {
  it("have the limits that the sources have", () => {
    const place = (path: string) =>
      path.endsWith(".latitude") ? [-90, 90] : path.endsWith(".longitude") ? [-180, 180] : undefined;
    const found = known.flatMap(({ path, property }) => {
      const limits = limitsOf(property.field).map(({ at }) => at);
      return limits.length === 0 && place(path) === undefined ? [] : [[path, limits] as const];
    });
    for (const [path, limits] of found) expect(limits, path).to.deep.equal(place(path) ?? LIMITS[path]);
    expect(found.map(([path]) => path)).to.include.members(Object.keys(LIMITS));
  });

  it("have the words that the sources have", () => {
    const found = known.flatMap(({ path, property: { field } }) =>
      field.kind === "leaf" && field.schema instanceof z.ZodEnum ? [[path, field.schema.options]] : [],
    );
    expect(Object.fromEntries(found)).to.deep.equal(WORDS);
  });

  it("mark as secret, and replace by, what they must", () => {
    const pathsWith = (trait: "secret" | "replaces") =>
      known.filter(({ property }) => property[trait] === true).map(({ path }) => path);
    expect(pathsWith("secret")).to.have.members(SECRETS);
    expect(pathsWith("replaces")).to.have.members(REPLACES);
  });
});

describe("the tables of limits", () => {
  it("have the source of each property of a resource, and so a row of what its schema says", () => {
    const paths = sections.flatMap(({ from, places }) =>
      from
        .flatMap(([, ...names]) => names)
        .flatMap((name) => places.map((place) => named(place.resource, pathAt(place, name)))),
    );
    const declared = known.map(({ path }) => path).filter((path) => !path.endsWith("extraFields"));
    const missing = declared.filter((path) => !paths.includes(path));
    expect(missing, "name them under a source in tests/limits/tables/").to.deep.equal([]);
  });

  it("name no property that a resource does not have, and none twice for one source", () => {
    const paths = [...known, ...knownObjects.map((each) => ({ path: named(each.resource, each.path) }))];
    const names = new Set(paths.map(({ path }) => path)).add("Zone geofeatures[].name");
    // The objects of a set are tried below.
    const ofResources = placedRows.map(({ path }) => path).filter((path) => !path.includes("[key]"));
    expect(ofResources.filter((path) => !names.has(path))).to.deep.equal([]);
    for (const { title, from } of sections) {
      const properties = from.flatMap(([, ...each]) => each);
      expect(properties, title).to.deep.equal([...new Set(properties)]);
    }
  });

  it("have an example of every kind of object", () => {
    const kinds = knownObjects.map(({ resource, path }) => named(resource, path));
    const examples = places.map(({ resource, path }) => named(resource, path));
    const missing = kinds.filter((kind) => !examples.includes(kind));
    expect(missing, "add an example of them to tests/limits/places.ts").to.deep.equal([]);
    expect(examples).to.have.members(kinds);
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

  for (const [noun, { keyed, argument, shared, element }] of Object.entries(setDefinitions)) {
    it(`have a row for what the objects of a ${noun} have of it`, () => {
      const ofTheSet = shared.filter((name) => !(name in element.properties));
      // The name of a destination is told with its destinationId, whose key it shares.
      const [first] = keyed;
      expect(placedRows.map(({ path }) => path)).to.include.members(
        [first, ...ofTheSet].map((name) => named(noun, `${argument}[key].${name ?? ""}`)),
      );
    });
  }

  for (const { path, property } of known) {
    for (const { at, side } of limitsOf(property.field)) {
      it(`say ${at} of ${path}, and have an example there, and one beyond`, () => {
        const rows = placedRows.filter((each) => each.path === path).map(({ row }) => row);
        const sizes = (changes: Row["accepted"][number]) => sizeOf(changes[path.replace(/^.*[ .]/, "")]);
        const accepted = rows.flatMap((row) => row.accepted.map(sizes));
        const rejected = rows.flatMap((row) => row.rejected.map(([changes]) => sizes(changes)));
        expect(rows.map(({ rule }) => rule).join("\n")).to.include(at.toLocaleString("en-US"));
        expect(accepted).to.include(at);
        expect(rejected.filter((size) => size !== undefined && (size - at) * side > 0)).not.to.be.empty;
      });
    }
  }
});

function named(resource: string, path: string): string {
  return path === "" ? resource : `${resource} ${path}`;
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
