import { expect } from "chai";

import { beacon as definition } from "../../../provider/beacon/definition";
import { BluedotError } from "../../../provider/errors";
import type { JsonObject } from "../../../provider/json";
import { create } from "../../../provider/lifecycle/create";
import type { Operation } from "../../../provider/lifecycle/context";
import { update } from "../../../provider/lifecycle/update";
import { refusal, standIn } from "../../unit/provider/lifecycle/stand-in";

const [first, second] = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
] as const;
const android = (name: string, macAddress: string): JsonObject => ({
  name,
  beaconType: "Android",
  location: { latitude: -37.8, longitude: 144.9 },
  macAddress,
  txPower: -1,
});
const [one, two] = ["00-14-22-01-23-45", "00-14-22-01-23-46"] as const;
const refused = () => new BluedotError("conflict", 'Beacon "a": it conflicts.', { status: 409 });

/** The operation on an account whose list holds two beacons. */
function withList(operation: Operation): Operation {
  const listed = new Map([
    [first, { _id: first, ...android("a", one) }],
    // In capitals and with other marks it is the same address.
    [second, { _id: second, ...android("b", two.replaceAll("-", ":")) }],
  ]);
  const account = operation.account();
  const lists = { ...account.lists, fresh: () => Promise.resolve(listed) };
  return { ...operation, account: () => ({ ...account, lists }) };
}

describe("a conflict of identities", () => {
  it("A15: names the resource of the program that has the macAddress, and how two of them exchange it", async () => {
    const { operation } = standIn(definition, [[200, { _id: first, ...android("a", one) }], refused()]);
    operation.ownership.claims.claim(second, { subject: 'Beacon "b"' });
    const swap = update(withList(operation), first, android("a", one), android("a", two));
    expect((await refusal(swap)).message).to.equal(
      `Beacon "a": it conflicts. Beacon ${second} has its macAddress; Beacon "b" of this program has it: where the two exchange it, give one of them another in a run of its own first; where Beacon "b" gets another, let this one depend on it (\`dependsOn\`) and run again.`,
    );
  });

  it("A7, D20: names the id of an object that no resource of the program has, and the option import", async () => {
    const { operation } = standIn(definition, [refused()]);
    const creation = create(withList(operation), android("c", two));
    expect((await refusal(creation)).message).to.equal(
      `Beacon "a": it conflicts. Beacon ${second} has its macAddress; to manage the existing one here, give this resource the option \`import: "${second}"\`.`,
    );
  });

  it("A15: is never with the resource's own object", async () => {
    const { operation } = standIn(definition, [[200, { _id: first, ...android("a", one) }], refused()]);
    const change = update(withList(operation), first, android("a", one), android("renamed", one));
    expect((await refusal(change)).message).to.contain(
      "No two may share its proximityUUID with major and minor",
    );
  });
});
