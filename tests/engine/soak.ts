/** One process of the provider at work for long: what it holds does not grow. */
import { expect } from "chai";

import { openHarness, operations } from "./fault-harness";
import { subjects } from "./subjects";

/** Creates, reads, updates and deletes zones in turns, and weighs the process as it goes. */
export async function staysAsItIs(count: number): Promise<void> {
  const harness = await openHarness();
  const { provider, recorder, caseFor } = harness;
  const zone = subjects.find(({ noun }) => noun === "Zone") ?? expect.fail();
  const weights: number[] = [];
  const rounds = count / 4;
  const atOnce = 10;
  try {
    for (let round = 0; round < rounds; round += atOnce) {
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          const { news } = await caseFor(zone, operations.create);
          const { id, properties } = await provider.create(news);
          await provider.read(id, properties);
          const outs = await provider.update(id, properties, { ...news, ...zone.change });
          await provider.delete(id, outs);
        }),
      );
      if (round % (rounds / 40) < atOnce) weights.push(Number(await provider.tell("weigh")));
    }
    expect(recorder.zones.size()).to.equal(0);
    expect(recorder.count({ method: "POST", path: "/zones" })).to.equal(rounds);
  } finally {
    await harness.close();
  }
  const quarter = Math.floor(weights.length / 4);
  const second = median(weights.slice(quarter, 2 * quarter));
  const last = median(weights.slice(-quarter));
  expect(last / second, `bytes: ${weights.join(" ")}`).to.be.at.most(1.1);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
