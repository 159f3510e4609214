/** The operations of the engine on a resource of a stack: create, delete, replace and refresh. */
import { expect } from "chai";

import { BluedotError } from "../../../provider/errors";
import type { Plugin } from "../fast-plugin";
import { inTheEnd, onOne, restart, type How } from "./runs";
import {
  agree,
  declared,
  isSame,
  recorded,
  settle,
  shown,
  valuesIn,
  type Command,
  type Key,
  type Model,
  type Real,
  type StackName,
  type Values,
} from "./fixtures";

/** A resource as the program declares it, and how the run goes. */
interface Declaration {
  readonly name: StackName;
  readonly key: Key;
  readonly values: Values;
  readonly how: How;
}

/**
 * True unless the first stack would adopt a zone of the second instead of creating one. In its own Project it
 * adopts an equal zone, also one of another stack, as docs/reliability.md says.
 */
export function isFree({ second }: Readonly<Model>, name: StackName, key: Key, values: Values): boolean {
  return name === "second" || !isSame(values, second.held.get(key));
}

/**
 * The second stack is refused where the first has an equal object, and after an interrupted run, until a person says
 * that the object is to be adopted.
 *
 * @param run begins a run, up to the create
 */
async function create(
  model: Model,
  real: Real,
  { name, key, values, how }: Declaration,
  run: () => Promise<Plugin>,
): Promise<void> {
  const news = declared(key, values);
  const isTaken = name === "second" && isSame(values, model.first.held.get(key));
  let runs = 0;
  const made = await onOne(
    how,
    real,
    name,
    "POST",
  )(async () => {
    runs += 1;
    const plugin = await run();
    try {
      return await plugin.create(news);
    } catch (error) {
      if (!(error instanceof BluedotError) || error.kind !== "exists" || name === "first") throw error;
      if (isTaken) {
        expect(error.objectId).to.equal(recorded(real, "first", key).id);
        return undefined;
      }
      expect(runs, "only an interrupted run leaves an object").to.be.greaterThan(1);
    }
    const adopting = restart(real, name, { without: key, settings: { "bluedot:onExisting": "adopt" } });
    adopting.check({}, news);
    return adopting.create(news);
  });
  expect(made === undefined, "is refused").to.equal(isTaken);
  settle(model, real, [name, key], made && { values, recorded: { ...made, news } });
}

export class Create implements Command, Declaration {
  constructor(
    readonly name: StackName,
    readonly key: Key,
    readonly values: Values,
    readonly how: How,
  ) {}
  check = (model: Readonly<Model>) =>
    !model[this.name].recorded.has(this.key) && isFree(model, this.name, this.key, this.values);
  async run(model: Model, real: Real): Promise<void> {
    const { name, key, values } = this;
    await create(model, real, this, () => {
      // The list of one run may be outdated for another stack by the next run.
      const plugin = name === "second" ? restart(real, name) : real[name].plugin;
      plugin.check({}, declared(key, values));
      return Promise.resolve(plugin);
    });
    agree(model, real);
  }
  toString = () => `${this.name}: create ${this.key} ${shown(this.values)} ${this.how}`;
}

/** A replace as the engine does it, where the old object is deleted first. */
export class Replace implements Command, Declaration {
  /** @param isForced whether it is by `--replace` or a taint, so that nothing is compared before */
  constructor(
    readonly name: StackName,
    readonly key: Key,
    readonly values: Values,
    readonly how: How,
    readonly isForced: boolean,
  ) {}
  check = (model: Readonly<Model>) =>
    model[this.name].recorded.has(this.key) && isFree(model, this.name, this.key, this.values);
  async run(model: Model, real: Real): Promise<void> {
    const { name, key, values, isForced } = this;
    const before = recorded(real, name, key);
    const news = declared(key, values);
    await create(model, real, this, async () => {
      const plugin = restart(real, name, { without: key });
      plugin.check(before.news, news);
      if (!isForced) plugin.diff(before.id, before.outs, news);
      plugin.check({}, news);
      await plugin.delete(before.id, before.outs);
      return plugin;
    });
    expect(real[name].state.get(key)?.id, "is a new object").to.not.equal(before.id);
    expect(real.service.emulator.zones.get(before.id), "the old object").to.equal(undefined);
    agree(model, real);
  }
  toString = () =>
    `${this.name}: replace ${this.key} ${shown(this.values)} ${this.how}${this.isForced ? ", forced" : ""}`;
}

export class Delete implements Command {
  constructor(
    readonly name: StackName,
    readonly key: Key,
    readonly how: How,
  ) {}
  check = (model: Readonly<Model>) => model[this.name].recorded.has(this.key);
  async run(model: Model, real: Real): Promise<void> {
    const { name, key, how } = this;
    const { id, outs } = recorded(real, name, key);
    await onOne(how, real, name, "DELETE")(() => restart(real, name, { without: key }).delete(id, outs));
    settle(model, real, [name, key], undefined);
    agree(model, real);
  }
  toString = () => `${this.name}: delete ${this.key} ${this.how}`;
}

/** All resources of a stack at once, by a process of its own, as `pulumi refresh` is one. */
export class Refresh implements Command {
  constructor(readonly name: StackName) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { name } = this;
    const expected = model[name];
    await inTheEnd(real, name, async () => {
      const plugin = restart(real, name);
      const all = [...real[name].state].map(async ([key, { id, outs, news }]) => ({
        key,
        news,
        seen: await plugin.read(id, outs),
      }));
      for (const { key, seen, news } of await Promise.all(all)) {
        const held = expected.held.get(key);
        expect(seen.id !== undefined, `${key} is there`).to.equal(held !== undefined);
        if (held === undefined || seen.props === undefined) {
          settle(model, real, [name, key], undefined);
          continue;
        }
        expect(valuesIn(seen.inputs ?? {}), key).to.deep.equal(held);
        real[name].state.set(key, { id: seen.id ?? "", outs: seen.props, news });
        expected.recorded.set(key, held);
      }
    });
    agree(model, real);
  }
  toString = () => `${this.name}: refresh`;
}
