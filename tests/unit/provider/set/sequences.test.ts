/** Whatever is declared one after another, and whatever fails meanwhile, ends as declared. */
import { expect } from "chai";
import fc from "fast-check";

import { BluedotError } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { declaredOf, textsIn } from "../../../../provider/set/definition";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { openStandIn, zone, type StandIn } from "./stand-in";

const keys = ["a", "b", "c", "d", "e", "f"];
const key = fc.constantFrom(...keys);

/** Some of the keys, each with one of a few names and one of a few times. */
const declared: fc.Arbitrary<JsonObject> = fc
  .dictionary(
    key,
    fc.record({
      name: fc.option(fc.constantFrom("x", "y", "z")),
      minimumRetriggerTime: fc.constantFrom(600, 900),
    }),
  )
  .map((zones) =>
    Object.fromEntries(
      Object.entries(zones).map(([one, { name, ...rest }]) => [
        one,
        zone(name === null ? rest : { ...rest, name }),
      ]),
    ),
  );

const what = fc
  .tuple(fc.constantFrom("make", "change", "remove"), fc.constantFrom(...keys, "x", "y", "z"))
  .map((words) => words.join(" "));
const kind = fc.constantFrom("refused", "unavailable", "unreachable", "not-allowed");

/** One `pulumi up` and what goes wrong in it, or what others do before a look at the set. */
const turn = fc.record({
  zones: declared,
  faults: fc.array(fc.tuple(what, kind), { maxLength: 4 }),
  unfinished: fc.array(what, { maxLength: 2 }),
  cancelAfter: fc.option(fc.nat(8)),
  goes: fc.option(fc.nat(5)),
  isLookedAt: fc.boolean(),
});

type Turn = typeof turn extends fc.Arbitrary<infer Value> ? Value : never;

async function take(
  standIn: StandIn,
  { zones, faults, unfinished, cancelAfter, goes, isLookedAt }: Turn,
): Promise<void> {
  const { api } = standIn;
  const gone = goes === null ? undefined : [...api.all.keys()][goes];
  if (gone !== undefined) api.all.delete(gone);
  if (isLookedAt && standIn.state() !== undefined) await standIn.refresh();
  for (const [words, of] of faults) api.faults.set(words, new BluedotError(of, `it is ${of}.`));
  for (const words of unfinished) api.unfinished.add(words);
  standIn.cancelAfter = cancelAfter === null ? Infinity : api.asked.length + cancelAfter;
  await standIn.up(zones);
  api.faults.clear();
  api.unfinished.clear();
  standIn.cancelAfter = Infinity;
}

describe("a set, after anything", () => {
  it("holds what is declared, all of it and each once, and then asks for nothing more", () =>
    fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 6 }), declared, async (turns, zones) => {
        const standIn = openStandIn(2);
        for (const one of turns) await take(standIn, one);
        if (standIn.state() !== undefined) await standIn.refresh();
        expect(await standIn.up(zones)).to.equal(undefined);

        const { api } = standIn;
        const said = (one: JsonObject) => JSON.stringify([one["name"], one["minimumRetriggerTime"]]);
        const expected = [...(textsIn(zoneSet, { zones }) ?? [])].map(([key, text]) =>
          said(declaredOf(zoneSet, { key, text }, {})),
        );
        expect([...api.all.values()].map(said)).to.have.members(expected);
        expect(Object.values(standIn.recorded() ?? {})).to.have.members([...api.all.keys()]);
        api.asked.length = 0;
        await standIn.up(zones);
        expect(api.asked).to.deep.equal([]);
      }),
      { numRuns: 300 },
    ));
});
