/** A zone moves from a resource of its own into a ZoneSet, and back in another run. */
import { expect } from "chai";

import type { Plugin } from "../fast-plugin";
import { isFree } from "./resources";
import { inTheEnd, onOne, restart, type How } from "./runs";
import { Update } from "./update";
import {
  agree,
  recorded,
  settle,
  shown,
  type Command,
  type Key,
  type Model,
  type Real,
  type Recorded,
  type Values,
} from "./fixtures";

/**
 * The ways in which the object leaves the set: released with `retainOnRemove`; deleted by the set's update;
 * or with the whole set, which the engine deletes at the end of the run.
 */
export const ways = ["retained", "deleted", "with the set"] as const;

export class Move implements Command {
  /** @param isCut whether the run ends before the resource lets go of what the set has adopted */
  constructor(
    readonly key: Key,
    readonly values: Values,
    readonly way: (typeof ways)[number],
    readonly isCut: boolean,
    readonly how: How,
  ) {}
  check = (model: Readonly<Model>) =>
    model.first.held.has(this.key) && isFree(model, "first", this.key, this.values);
  async run(model: Model, real: Real): Promise<void> {
    const { key, values, way, how } = this;
    // Only an equal object is adopted.
    await new Update("first", key, values, "well").run(model, real);
    const before = recorded(real, "first", key);
    const setId = `set-of-${before.id}`;
    await inTheEnd(real, "first", () => this.#moveIn(real, before, setId));
    expect(real.service.emulator.zones.get(before.id), "the object in the set").to.not.equal(undefined);

    const made = await onOne(how, real, "first", "POST")(() => this.#moveOut(real, before, setId));
    expect(made.id === before.id, "is the same object").to.equal(way !== "deleted");
    settle(model, real, ["first", key], { values, recorded: { ...made, news: before.news } });
    agree(model, real);
  }

  async #moveIn(real: Real, { id, outs, news }: Recorded, setId: string): Promise<void> {
    const plugin = this.#run(real);
    const made = await plugin.set(setId).create(news);
    expect(made.id, "the set adopts the object").to.equal(id);
    const last = this.isCut ? this.#run(real) : plugin;
    if (this.isCut) keeps(last, setId, [id]);
    await last.delete(id, outs);
    expect(last.warnings.at(-1)).to.match(/is not deleted, since ZoneSet "stores" has it now/);
  }

  async #moveOut(
    real: Real,
    { id, news }: Recorded,
    setId: string,
  ): Promise<Awaited<ReturnType<Plugin["create"]>>> {
    const plugin = this.#run(real);
    const set = plugin.set(setId);
    if (this.way !== "with the set") keeps(plugin, setId, []);
    if (this.way === "deleted") await set.delete(id, news);
    plugin.check({}, news);
    const made = await plugin.create(news);
    if (this.way === "with the set") {
      await set.delete(id, news);
      expect(plugin.warnings.at(-1)).to.match(/is not deleted, since Zone "\w+" has it now/);
    }
    return made;
  }

  #run(real: Real): Plugin {
    return restart(real, "first", { without: this.key });
  }

  toString = () =>
    `first: move ${this.key} ${shown(this.values)} into a set${this.isCut ? ", cut," : ""} and out ${this.way} ${this.how}`;
}

/** The engine checks and compares a set that is recorded; these are the objects that it keeps. */
function keeps(plugin: Plugin, setId: string, ids: readonly string[]): void {
  const inputs = { zones: ids.join(" ") };
  plugin.check(inputs, inputs);
  plugin.set(setId).keeps(ids, inputs);
}
