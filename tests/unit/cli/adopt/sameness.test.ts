import { expect } from "chai";
import fc from "fast-check";
import { z } from "zod";

import type { Account } from "../../../../cli/adopt/account";
import { programOf, type Program } from "../../../../cli/adopt/program";
import { isObject, type Json, type JsonObject } from "../../../../provider/json";
import { check } from "../../../../provider/lifecycle/check";
import { nounOf, type Definition } from "../../../../provider/lifecycle/definition";
import { diff } from "../../../../provider/lifecycle/diff";
import { read } from "../../../../provider/lifecycle/read";
import { definitions, resourceNames, type ResourceName } from "../../../resources";
import { standIn } from "../../provider/lifecycle/stand-in";
import { evaluate, importedBy, type Imported, type Made } from "./evaluate";
import { randomAccount } from "./random-account";

const RUNS = 40;
const version = "0.0.0";

/** The first failure is told as it is: to shrink a whole account takes minutes. */
const parameters = { numRuns: RUNS, endOnFailure: true };

const objectsOf: Record<ResourceName, (account: Account) => readonly JsonObject[]> = {
  Project: ({ projects }) => projects,
  Zone: ({ zones }) => zones,
  Destination: ({ destinations }) => destinations,
  Beacon: ({ beacons }) => beacons,
  User: ({ users }) => users,
};

const secretMark = "4dabf18193072939515e22adb298388d";
const json = z.json();
const text = z.string();

/** Returns the value that the engine passes on. The marks of secrets are the engine's own. */
function inClear(value: Json): Json {
  if (Array.isArray(value)) return value.map(inClear);
  if (!isObject(value)) return value;
  if (secretMark in value) return inClear(json.parse(JSON.parse(text.parse(value["plaintext"]))));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inClear(part)]));
}

/** As the engine's messages carry it: not one key of this name arrives, such as that of a geofeature called so. */
function carried(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(carried);
  if (!isObject(value)) return value ?? null;
  const parts = Object.entries(value).filter(([key]) => key !== "__proto__");
  return Object.fromEntries(parts.map(([key, part]) => [key, carried(part)]));
}

function properties(value: JsonObject): JsonObject {
  const clear = inClear(value);
  if (!isObject(clear)) return {};
  const { __provider, ...rest } = clear;
  expect(__provider).to.be.a("string");
  return rest;
}

/** Returns the arguments that the class of a resource passes on. */
function passedOn({ noun, name, args }: Made): JsonObject {
  const plain: unknown = JSON.parse(JSON.stringify(args));
  const said = isObject(plain) ? plain : {};
  const filledIn = {
    ...(noun === "User" && { username: said["email"] ?? "" }),
    ...(definitions[nameOf(noun)].fields.properties["name"]?.defaultsToName === true && { name }),
  };
  return { ...filledIn, ...said };
}

function nameOf(noun: string): ResourceName {
  const name = resourceNames.find((each) => each === noun);
  if (name === undefined) throw new Error(`tests/resources.ts has no ${noun}.`);
  return name;
}

function keyOf(noun: string, name: string): string {
  return `${noun} ${name}`;
}

function importedOf(program: Program): Map<string, Imported> {
  const rows = importedBy(program.files);
  const map = new Map(rows.map((row) => [keyOf(row.type.split(":").at(-1) ?? "", row.name), row]));
  expect(map.size).to.equal(rows.length);
  return map;
}

/** Each resource of a program, as it is made, as it is imported, and as the API holds it. */
async function forEach(
  account: Account,
  program: Program,
  work: (definition: Definition, made: Made, imported: Imported, found: JsonObject) => Promise<void>,
): Promise<void> {
  const made = evaluate(program.files);
  const imported = importedOf(program);
  expect(made.map(({ noun, name }) => keyOf(noun, name))).to.have.members([...imported.keys()]);
  for (const each of made) {
    const noun = nameOf(each.noun);
    const definition = definitions[noun];
    const row = imported.get(keyOf(each.noun, each.name));
    const found = objectsOf[noun](account).find((object) => object[definition.idField] === row?.id);
    if (!row || !found) throw new Error(`${each.noun} ${each.name} is not of this account.`);
    await work(definition, each, row, found);
  }
}

describe("an account that is adopted", function () {
  this.timeout(240_000);

  for (const [most, form] of [
    [200, "literals"],
    [0, "data"],
  ] as const) {
    it(`is declared by ${form} just as it is imported, and no plan changes it (${RUNS} accounts)`, async () => {
      let objects = 0;
      let declared = 0;
      await fc.assert(
        fc.asyncProperty(randomAccount, async (account) => {
          const program = programOf(account, { version, most });
          for (const noun of resourceNames) objects += objectsOf[noun](account).length;
          await forEach(account, program, async (definition, made, { id, inputs, outputs }, found) => {
            declared++;
            const checked = check(definition, passedOn(made));
            expect(checked.failures).to.deep.equal([]);
            expect(checked.inputs).to.deep.equal(properties(inputs));
            const state = properties(outputs);
            expect(diff(definition, state, checked.inputs)).to.deep.equal({ changes: false, replaces: [] });
            const { operation } = standIn(definition, [[200, found]]);
            const { props, inputs: seen, ...rest } = await read(operation, id, state);
            expect(rest).to.deep.equal({ id });
            // The first refresh records the account.
            const { $account: record, ...known } = props ?? {};
            expect(record).to.be.an("object");
            expect(carried(known)).to.deep.equal(carried(state));
            expect(carried(seen)).to.deep.equal(carried(checked.inputs));
          });
        }),
        parameters,
      );
      // The rest is what no program can say, such as a key that the engine loses.
      expect(declared / objects).to.be.above(0.6);
    });
  }

  it(`is in the program or among what is told to be left out (${RUNS} accounts)`, () => {
    fc.assert(
      fc.property(randomAccount, (account) => {
        const { counts, leftOut } = programOf(account, { version });
        for (const noun of resourceNames) {
          const [, count = 0] = counts.find(([each]) => each === nounOf({ noun })) ?? [];
          const logged = leftOut.filter((sentence) => sentence.startsWith(`${noun} `)).length;
          expect(count + logged).to.equal(objectsOf[noun](account).length);
        }
      }),
      parameters,
    );
  });

  it("tells what is left out in order of names, in whatever order the API lists it", () => {
    const projects = [{ _id: "p", name: "coffee", nextRuleUpdateInterval: 86_400 }];
    const none = { destinations: [], beacons: [], users: [], unread: [] };
    const zone = (name: string) => ({ _id: `id of ${name}`, name, projectId: "p", geofeatures: [] });
    const logged = (...names: string[]) =>
      programOf({ ...none, projects, zones: names.map(zone) }, { version }).leftOut.map(
        (sentence) => sentence.split(" (")[0],
      );
    const sorted = ['Zone "bar"', 'Zone "cafe"', 'Zone "door"'];
    expect(logged("bar", "cafe", "door")).to.deep.equal(sorted);
    expect(logged("door", "cafe", "bar")).to.deep.equal(sorted);
  });

  it(`makes the same program in whatever order the API lists it (${RUNS} accounts)`, () => {
    const shuffled = (list: readonly JsonObject[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    const pair = randomAccount.chain((account) =>
      fc
        .record({
          projects: shuffled(account.projects),
          zones: shuffled(account.zones),
          destinations: shuffled(account.destinations),
          beacons: shuffled(account.beacons),
          users: shuffled(account.users),
          unread: fc.constant(account.unread),
        })
        .map((other) => [account, other] as const),
    );
    fc.assert(
      fc.property(pair, ([account, other]) => {
        const files = (of: Account) => programOf(of, { version }).files.map(({ path, text }) => [path, text]);
        expect(files(other)).to.deep.equal(files(account));
      }),
      parameters,
    );
  });
});
