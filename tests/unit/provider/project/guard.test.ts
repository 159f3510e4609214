import { expect } from "chai";

import type { Json } from "../../../../provider/json";
import { guardDelete } from "../../../../provider/project/guard";
import { project as definition } from "../../../../provider/project/definition";
import { refusal, standIn } from "../lifecycle/stand-in";

const id = "11111111-1111-4111-8111-111111111111";
const one: readonly [number, Json] = [200, [{ _id: "zone-1" }]];
const count = (zones: Json) => [200, { count: zones }] as const;

function guarded(answers: Parameters<typeof standIn>[1], state = {}) {
  const { operation, calls } = standIn(definition, answers);
  const slept: number[] = [];
  const about = { id, subject: 'Project "coffee"', session: operation.account().session };
  const work = guardDelete(about, state, {
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { work, calls, slept };
}

describe("the deletion of a project", () => {
  it("asks for nothing with forceDestroy", async () => {
    const { work, calls } = guarded([], { forceDestroy: true });
    await work;
    expect(calls).to.have.length(0);
  });

  it("goes on where no zone is left", async () => {
    await guarded([count(0)]).work;
  });

  it("goes on where the project is gone already", async () => {
    await guarded([[404], [404]]).work;
  });

  for (const zones of [2, "2"]) {
    it(`is refused, with the number, where ${JSON.stringify(zones)} zones are there`, async () => {
      const { work, slept } = guarded([count(zones), one, [200, {}]]);
      expect((await refusal(work)).message).to.match(
        /^Project "coffee" still holds 2 zones .*forceDestroy: true/,
      );
      expect(slept).to.deep.equal([]);
    });
  }

  it("is refused where the count is not found though the project is there", async () => {
    expect((await refusal(guarded([[404], [200, {}]]).work)).message).to.match(/did not say how many zones/);
  });

  it("waits for a count that lags behind the deletion of its zones", async () => {
    const { work, slept } = guarded([count(1), one, [404], count(1), [200, []], count(0)]);
    await work;
    expect(slept).to.have.length(2);
  });

  it("is refused where the count never goes down, though no zone is found", async () => {
    const none: readonly [number, Json] = [200, []];
    const lagging = [count(1), none];
    const { work } = guarded([...lagging, ...lagging, ...lagging, ...lagging, ...lagging]);
    expect((await refusal(work)).message).to.match(/still holds 1 zone, /);
  });

  const uncountable: Json[] = [
    {},
    { count: "" },
    { count: -1 },
    { count: null },
    { count: false },
    { count: [] },
    { count: "3 zones" },
    null,
  ];
  for (const body of uncountable) {
    it(`is refused where the count is ${JSON.stringify(body)}`, async () => {
      expect((await refusal(guarded([[200, body]]).work)).message).to.match(/did not say how many zones/);
    });
  }
});
