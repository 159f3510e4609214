import * as bluedot from "pulumi-bluedot";
import { expect } from "chai";
import { z } from "zod";

import { setAt, valueAt } from "./paths";
import { openStack, type Step, type TestStack } from "./stack";
import { changesOf, drifts, first } from "./tables/set-rows";
import { setTables, type Objects } from "./tables/sets";

/** One set of the stack, whose objects are called as no others are: the letter of its row and its number. */
interface Case<Row> {
  readonly row: Row;
  readonly name: string;
  readonly at: number;
}

const tables = setTables.map((table) => {
  const caseOf = <Row extends { readonly title: string }>(row: Row, at: number): Case<Row> => ({
    row,
    name: `${table.noun}-${row.title}`,
    at,
  });
  const changes = changesOf(table).map(caseOf);
  return { ...table, changes, drifts: drifts.map((drift, at) => caseOf(drift, changes.length + at)) };
});
type Table = (typeof tables)[number];

const numbered = (at: number, objects: Objects): Objects =>
  Object.fromEntries(
    Object.entries(objects).map(([key, { called, ...object }]) => [
      `${key}${at}`,
      { ...object, ...(called !== undefined && { called: `${called}${at}` }) },
    ]),
  );

/** A program with a set for each row. */
const declare = (version: "first" | "then") => () => {
  const project = new bluedot.Project("coffee");
  const setsOf = ({ make, changes, drifts: drifting }: Table) => {
    const all: Case<{ then?: Objects }>[] = [...changes, ...drifting.map((each) => ({ ...each, row: {} }))];
    return all.map(({ row, name, at }): [name: string, ids: unknown] => {
      const objects = version === "then" ? (row.then ?? first) : first;
      return [name, make(name, numbered(at, objects), project.id)];
    });
  };
  return Object.fromEntries(tables.flatMap(setsOf));
};

interface Seen {
  readonly steps: readonly Step[];
  readonly writes: readonly { readonly method: string; readonly collection: string; readonly name: string }[];
  /** The outputs of each set, where a test looks at them. */
  readonly ids: Readonly<Record<string, unknown>>;
  /** The objects by id, by the kind of set. */
  readonly held: Readonly<Record<string, ReadonlyMap<string, object>>>;
}

const deployment = z.looseObject({
  resources: z.array(
    z.looseObject({ urn: z.string(), inputs: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

describe("every kind of set on the real CLI", function () {
  this.timeout(600_000);
  let stack: TestStack;
  let shown: string;
  /** The arguments of all that the state holds after a refresh, by name. */
  let refreshed: ReadonlyMap<string, unknown>;
  const seen = new Map<string, Seen>();

  const heldNow = () =>
    Object.fromEntries(tables.map(({ noun, held }) => [noun, held(stack.emulator).all()]));
  const record = async (what: string, run: () => Promise<Step[]>, { outputs = false } = {}) => {
    const before = tables.flatMap(({ held }) => [...held(stack.emulator).all()]);
    const names = new Map(before.map(([id, object]) => [id, valueAt(object, "name")]));
    stack.emulator.requests.clear();
    const steps = await run();
    const writes = stack.emulator.requests
      .filter(({ method, path }) => method !== "GET" && path !== "/sessions")
      .map(({ method, path, body }) => {
        const [, collection = "", id = ""] = path.split("/").map(decodeURIComponent);
        return { method, collection, name: String(names.get(id) ?? valueAt(body, "name")) };
      });
    seen.set(what, { steps, writes, ids: outputs ? await stack.outputs() : {}, held: heldNow() });
  };
  const on = (what: string): Seen => {
    const found = seen.get(what);
    if (found === undefined) throw new Error(`Nothing was seen on ${what}.`);
    return found;
  };

  before(async () => {
    stack = await openStack();
    stack.run(declare("first"));
    await record("create", () => stack.up(), { outputs: true });
    await record("create again", () => stack.up());
    stack.run(declare("then"));
    stack.printed();
    await record("planned", () => stack.preview({ diff: true }));
    shown = stack.printed();
    await record("update", () => stack.up(), { outputs: true });
    await record("update again", () => stack.up());
    await stack.age();
    for (const { noun, held, foreign, drifts: drifting } of tables) {
      const ids = new Map(
        [...(on("update").held[noun] ?? [])].map(([id, object]) => [valueAt(object, "name"), id]),
      );
      for (const { row, at } of drifting) {
        for (const key of row.changed)
          held(stack.emulator).change(ids.get(`${key}${at}`) ?? "", (object) => {
            setAt(object, foreign.path, foreign.value);
          });
        for (const key of row.deleted) held(stack.emulator).delete(ids.get(`${key}${at}`) ?? "");
      }
    }
    await record("drift", () => stack.preview());
    await stack.refresh();
    const { resources } = deployment.parse((await stack.stack.exportStack()).deployment);
    refreshed = new Map(resources.map(({ urn, inputs }) => [urn.split("::").at(-1) ?? "", inputs]));
    await record("drift after a refresh", () => stack.preview());
    await record("restore", () => stack.up(), { outputs: true });
    await record("restore again", () => stack.preview());
    await record("destroy", () => stack.destroy());
  });
  after(() => stack.close());

  for (const what of ["create again", "update again", "restore again"]) {
    it(`is not touched by ${what}`, () => {
      const { steps, writes } = on(what);
      expect({ steps, writes }).to.deep.equal({ steps: [], writes: [] });
    });
  }

  for (const table of tables) {
    const { noun, objects: collection, changes, drifts: drifting, foreign } = table;
    const planned = ({ name, at }: Case<unknown>, keys: readonly string[]): Step[] => {
      const paths = keys.map((key) => `${collection}.${key}${at}`);
      return keys.length === 0 ? [] : [{ op: "update", name, paths }];
    };
    const stepsOf = (what: string, { name }: Case<unknown>) =>
      on(what).steps.filter((step) => step.name === name);
    const writesTo = (what: string, { at }: Case<unknown>) =>
      on(what).writes.flatMap(({ method, collection: where, name }) =>
        where === collection && name.slice(1) === String(at) ? [`${method} ${name.slice(0, 1)}`] : [],
      );
    const idsHeld = (what: string, { at }: Case<unknown>, objects: Objects) => {
      const idOf = (name: string) =>
        [...(on(what).held[noun] ?? [])].find(([, object]) => valueAt(object, "name") === name)?.[0];
      return Object.fromEntries(
        Object.entries(numbered(at, objects)).map(([key, { called = key }]) => [key, idOf(called)]),
      );
    };

    describe(`a ${noun}`, () => {
      it("gives the ids of what it has made, by key", () => {
        for (const one of [...changes, ...drifting]) {
          const ids = idsHeld("create", one, first);
          expect(on("create").ids[one.name]).to.deep.equal(ids);
          expect(Object.values(ids)).not.to.include(undefined);
        }
      });

      describe("is planned and changed key by key where the program changes", () => {
        for (const one of changes) {
          it(one.row.title, () => {
            expect(stepsOf("planned", one)).to.deep.equal(planned(one, one.row.keys));
            expect(stepsOf("update", one)).to.deep.equal(planned(one, one.row.keys));
            expect(writesTo("update", one)).to.have.members(one.row.writes);
            expect(on("update").ids[one.name]).to.deep.equal(idsHeld("update", one, one.row.then));
          });
        }
      });

      it("shows in a preview what is changed in one, and nothing of the others", () => {
        // From where it is named to where the next resource begins.
        const [, after = ""] = shown.split(`${noun}-one of them]`);
        const [own = ""] = after.split("\n    ~ pulumi-nodejs");
        expect(own).to.match(/~ b1: \(json\) \{/);
        expect(own).to.match(table.shown);
        expect(shown).to.not.match(/ a\d+: \(json\)/);
      });

      describe("shows by key what somebody else did, and up puts it right:", () => {
        for (const one of drifting) {
          it(one.row.title, () => {
            const { changed, deleted, writes } = one.row;
            const plan = planned(one, [...changed, ...deleted].sort());
            expect(stepsOf("drift", one)).to.deep.equal(plan);
            expect(stepsOf("drift after a refresh", one)).to.deep.equal(plan);
            expect(writesTo("restore", one)).to.have.members(writes);
            expect(on("restore").ids[one.name]).to.deep.equal(idsHeld("restore", one, first));
          });
        }
      });

      it("is refreshed to what the API holds", () => {
        for (const { name, row, at } of drifting) {
          const texts = z.record(z.string(), z.string()).parse(valueAt(refreshed.get(name), collection));
          const left = Object.keys(first).filter((key) => !row.deleted.includes(key));
          expect(Object.keys(texts)).to.have.members(left.map((key) => `${key}${at}`));
          for (const key of left) {
            const value = valueAt(JSON.parse(texts[`${key}${at}`] ?? ""), foreign.path);
            expect(value).to.equal(row.changed.includes(key) ? foreign.value : foreign.declared);
          }
        }
      });

      it("is deleted with the stack", () => {
        expect([...(on("destroy").held[noun] ?? [])]).to.deep.equal([]);
      });
    });
  }

  it("plans nothing for those that nobody touched", () => {
    const drifted = tables.flatMap(({ drifts: drifting }) => drifting.map(({ name }) => name));
    expect(on("drift").steps.map(({ name }) => name)).to.have.members(drifted);
  });
});
