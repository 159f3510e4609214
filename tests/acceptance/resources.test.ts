import { expect } from "chai";
import { z } from "zod";

import { setAt, valueAt } from "./paths";
import { openStack, type Step, type TestStack } from "./stack";
import { beacon } from "./tables/beacon";
import { destination } from "./tables/destination";
import { project } from "./tables/project";
import type { Table } from "./tables/table";
import { user } from "./tables/user";

type Version = "first" | "then";

const projects = [
  "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
  "c7058934-f1e6-4176-8730-a0bd28e8e0a9",
  "d326e151-803a-4fb4-ba75-cb63a134acab",
] as const;

/** One resource of the stack: where it stands in its table says what is done to it. */
interface Case {
  readonly name: string;
  readonly declare: (version: Version) => void;
}

/** A table with the types of its arguments put away. */
function casesOf<Args extends object>(table: Table<Args>) {
  const { noun, make, fields, removals, changes, held, get } = table;
  // Something that the API would not have made of an object without it.
  const kept = removals[0]?.declared ?? {};
  const name = (what: string) => `${noun}-${what}`;
  const rows = [
    ...fields.map(({ path, first, then }) => ({ name: name(`field-${path}`), first, then })),
    ...removals.map(({ path, declared }) => ({ name: name(`removed-${path}`), first: declared, then: {} })),
    ...changes.map(({ title, first, then }) => ({ name: name(title), first, then })),
    ...["gone", "gone-too"].map((what) => ({
      name: name(what),
      first: kept,
      then: kept,
    })),
  ];
  const cases = rows.map((row, at): Case => ({
    name: row.name,
    declare: (version) => {
      make(row.name, row[version], at);
    },
  }));
  return {
    noun,
    held,
    get,
    cases,
    kept,
    fields: fields.map((each) => ({ ...each, name: name(`field-${each.path}`) })),
    removals: removals.map((each) => ({ ...each, name: name(`removed-${each.path}`) })),
    changes: changes.map((each) => ({ ...each, name: name(each.title) })),
  };
}

const tables = [casesOf(project), casesOf(destination(projects)), casesOf(beacon), casesOf(user(projects))];

describe("every resource but the Zone on the real CLI", function () {
  this.timeout(600_000);
  let stack: TestStack;
  let ids: Map<string, string>;
  let outputs: Record<string, unknown>;
  const seen: Record<string, Step[]> = {};
  const held: Record<string, Record<string, Map<string, object>>> = {};
  const puts: Record<string, number> = {};

  const idOf = (name: string) => ids.get(name) ?? "";
  const declare = (version: Version) => () => {
    for (const { cases } of tables) for (const each of cases) each.declare(version);
    return undefined;
  };
  const record = async (what: string, run: () => Promise<Step[]>) => {
    stack.emulator.requests.clear();
    seen[what] = await run();
    puts[what] = stack.emulator.count({ method: "PUT" });
    held[what] = Object.fromEntries(tables.map((table) => [table.noun, table.held(stack.emulator).all()]));
  };
  const stepsOf = (what: string, name: string) => seen[what]?.filter((step) => step.name === name);
  const storedOf = (what: string, noun: string, name: string) => held[what]?.[noun]?.get(idOf(name));
  const wire = (path: string) => path.replace("extraFields.", "").replace("extraFields", "");

  before(async () => {
    stack = await openStack();
    stack.emulator.seed({
      projects: projects.map((_id) => ({ _id, name: "held", nextRuleUpdateInterval: 300 })),
    });
    stack.run(declare("first"));
    await record("create", () => stack.up());
    await record("after create", () => stack.preview());
    stack.run(declare("then"));
    await record("update", () => stack.up());
    ids = await stack.ids();
    await record("after update", () => stack.preview());
    for (const table of tables) {
      for (const { name, path, foreign } of table.fields) {
        table.held(stack.emulator).change(idOf(name), (object) => {
          setAt(object, wire(path), foreign);
        });
      }
    }
    await record("drift", () => stack.preview());
    // Drift is shown also of what is just created; what is gone then is believed only later.
    await stack.age();
    for (const { noun, held } of tables) held(stack.emulator).delete(idOf(`${noun}-gone`));
    await record("restore", () => stack.up());
    await stack.age();
    for (const { noun, held } of tables) held(stack.emulator).delete(idOf(`${noun}-gone-too`));
    await record("after restore", () => stack.preview());
    await record("refresh", () => stack.refresh());
    stack.run(() => {
      declare("then")();
      return Object.fromEntries(
        tables.map(({ noun, get, cases }) => [noun, get(`${noun}-got`, idOf(cases[1]?.name ?? ""))]),
      );
    });
    await record("after refresh", () => stack.up());
    outputs = await stack.outputs();
    await record("destroy", () => stack.destroy());
  });
  after(async () => {
    await stack.close();
  });

  for (const what of ["create", "update"]) {
    it(`has an empty preview after ${what}`, () => {
      expect(seen[`after ${what}`]).to.deep.equal([]);
    });
  }

  const goneToo = tables.map(({ noun }) => ({ op: "create", name: `${noun}-gone-too`, paths: [] }));

  it("has nothing to do after restore, but for what is gone since", () => {
    expect(seen["after restore"]).to.have.deep.members(goneToo);
  });

  it("has nothing to do after refresh, but for what it found to be gone and the lookups", () => {
    const lookups = tables.map(({ noun }) => ({ op: "read", name: `${noun}-got`, paths: [] }));
    expect(seen["after refresh"]).to.have.deep.members([...goneToo, ...lookups]);
  });

  it("is written only where the API has to hear of a change", () => {
    const written = tables.flatMap(({ fields, removals }) => [...fields, ...removals]).length;
    expect(puts["update"]).to.equal(written);
  });

  for (const { noun, cases, kept, fields, removals, changes } of tables) {
    describe(`a ${noun}`, () => {
      describe("is updated in place where the program changes", () => {
        for (const { name, path, shown, value } of fields) {
          it(path, () => {
            expect(stepsOf("update", name)).to.deep.equal([{ op: "update", name, paths: shown }]);
            expect(valueAt(storedOf("update", noun, name), wire(path))).to.deep.equal(value);
          });
        }
      });

      describe("goes back to the default where the program no longer declares", () => {
        for (const { name, path, held: expected } of removals) {
          it(path, () => {
            expect(stepsOf("update", name)).to.deep.equal([{ op: "update", name, paths: [path] }]);
            const key = path === "extraFields" ? "plan" : path;
            expect(valueAt(storedOf("update", noun, name), key)).to.deep.equal(expected);
          });
        }
      });

      for (const { title, name, steps } of changes) {
        it(title, () => {
          expect(stepsOf("update", name)?.map(({ op, paths }) => [op, paths])).to.deep.equal(steps);
        });
      }

      describe("shows in a plain preview just what somebody changed in the console, and up puts it back:", () => {
        for (const { name, path, drifted, value } of fields) {
          it(path, () => {
            expect(stepsOf("drift", name)).to.deep.equal([{ op: "update", name, paths: drifted }]);
            expect(valueAt(storedOf("restore", noun, name), wire(path))).to.deep.equal(value);
          });
        }
      });

      it("is made again when somebody deleted it, with what it had", () => {
        expect(stepsOf("restore", `${noun}-gone`)?.map(({ op }) => op)).to.deep.equal(["create"]);
        const all = [...(held["restore"]?.[noun] ?? [])];
        const gone = idOf(`${noun}-gone`);
        // A destination has the id that it had.
        const made = all.filter(([id]) => id === gone || held["drift"]?.[noun]?.has(id) !== true);
        expect(made).to.have.length(1);
        expect(made[0]?.[1]).to.deep.include(kept);
      });

      it("is looked up by its id", () => {
        const found = Object.values(z.record(z.string(), z.unknown()).parse(outputs[noun]));
        expect(found).to.include(idOf(cases[1]?.name ?? ""));
        expect(found).to.not.include(undefined);
      });

      it("is deleted with the stack", () => {
        const left = [...(held["destroy"]?.[noun]?.keys() ?? [])];
        expect(left).to.have.members(noun === "Project" ? projects : []);
      });
    });
  }

  it("plans nothing but what was changed", () => {
    expect(seen["drift"]).to.have.length(tables.flatMap(({ fields }) => fields).length);
  });
});
