/** An update that is done and whose answer never comes; the program stays, or goes back to what it declared before. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { PartialStateError } from "../../../provider/lifecycle/partial-state-error";
import { Refresh } from "./resources";
import { restart, untroubled } from "./runs";
import { recordPartial, Update } from "./update";
import {
  agree,
  changedIn,
  declared,
  recorded,
  shown,
  type Command,
  type Key,
  type Model,
  type Real,
  type StackName,
  type Values,
} from "./fixtures";

/** The next step of the program and the engine. `nothing` leaves it to the rest of the sequence. */
export const nexts = [
  { is: "nothing" },
  { is: "goes back", isRefreshed: false },
  { is: "goes back", isRefreshed: true },
  { is: "stays", isRefreshed: false },
  { is: "stays", isRefreshed: true },
] as const;

export const losses = [
  { kind: "status", status: 504, when: "after" },
  { kind: "close", when: "after" },
  { kind: "truncate", how: "cut", when: "after" },
  { kind: "errorInSuccess", when: "after" },
  { kind: "late", ms: 30_000 },
] as const satisfies readonly Fault[];

export class LoseUpdate implements Command {
  constructor(
    readonly name: StackName,
    readonly key: Key,
    readonly values: Values,
    readonly loss: (typeof losses)[number],
    readonly next: (typeof nexts)[number],
  ) {}
  check = (model: Readonly<Model>) => {
    const { recorded, held } = model[this.name];
    const [before, current] = [recorded.get(this.key), held.get(this.key)];
    return (
      current !== undefined &&
      [before, current].every((version) => changedIn(this.values, version).length > 0)
    );
  };
  async run(model: Model, real: Real): Promise<void> {
    const { name, key, values, loss, next } = this;
    const expected = model[name];
    const before = expected.recorded.get(key) ?? expect.fail();
    const { emulator } = real.service;
    const { id, outs } = recorded(real, name, key);
    emulator.clearFaults();
    emulator.fault({ ...loss, method: "PUT", path: "^/zones", times: "forever" });
    const error = await restart(real, name)
      .update(id, outs, declared(key, values))
      .catch((error: unknown) => error);
    expect(error, "is recorded in part").to.be.instanceOf(PartialStateError);
    recordPartial(real, name, key, error);
    await untroubled(real);
    restart(real, name);
    expected.held.set(key, values);
    expected.open.set(key, new Set([...(expected.open.get(key) ?? []), ...changedIn(values, before)]));
    agree(model, real);

    if (next.is === "nothing") return;
    if (next.isRefreshed) await new Refresh(name).run(model, real);
    await new Update(name, key, next.is === "stays" ? values : before, "well").run(model, real);
  }
  toString = () =>
    `${this.name}: update ${this.key} ${shown(this.values)} lost by ${this.loss.kind}, then ${JSON.stringify(this.next)}`;
}
