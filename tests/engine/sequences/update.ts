/** The update of a resource, which may fail in part. */
import { expect } from "chai";

import { PartialStateError } from "../../../provider/lifecycle/partial-state-error";
import { onOne, type How } from "./runs";
import {
  agree,
  changedIn,
  declared,
  isSame,
  recorded,
  settle,
  shown,
  type Command,
  type Key,
  type Model,
  type Real,
  type StackName,
  type Values,
} from "./fixtures";

export class Update implements Command {
  constructor(
    readonly name: StackName,
    readonly key: Key,
    readonly values: Values,
    readonly how: How,
  ) {}
  check = (model: Readonly<Model>) => model[this.name].recorded.has(this.key);
  async run(model: Model, real: Real): Promise<void> {
    const { name, key, values, how } = this;
    const news = declared(key, values);
    const expected = model[name];
    const [before, held] = [expected.recorded.get(key), expected.held.get(key)];
    if (held === undefined) {
      real.service.emulator.clearFaults();
      const { id, outs } = recorded(real, name, key);
      const refusal = await real[name].plugin.update(id, outs, news).catch(String);
      expect(refusal).to.match(/no longer exists; run `pulumi up --refresh`/);
      return;
    }
    const open = expected.open.get(key) ?? new Set();
    expect(isPlanned(real, name, key, values), "an update is planned").to.equal(
      open.size > 0 || !isSame(values, before),
    );
    const logged: string[] = [];
    const done = await onOne(
      how,
      real,
      name,
      "PUT",
    )(async () => {
      const { plugin } = real[name];
      const { id, outs } = recorded(real, name, key);
      plugin.warnings.length = 0;
      try {
        return await plugin.update(id, outs, news);
      } catch (error) {
        recordPartial(real, name, key, error);
        throw error;
      } finally {
        logged.push(...plugin.warnings.filter((warning) => /outside this program/.test(warning)));
      }
    });
    // The next process finds the writes of a process that died. It takes them for changes by somebody else.
    if (how === "well") {
      const overwritten = changedIn(held, before).filter((property) => held[property] !== values[property]);
      expect(logged.length > 0, "what others changed and is written over is told").to.equal(
        overwritten.some((property) => !open.has(property)),
      );
      expect(logged, "nothing else is told where an update succeeds").to.include.members(
        real[name].plugin.warnings,
      );
    }
    settle(model, real, [name, key], {
      values,
      recorded: { id: recorded(real, name, key).id, outs: done.outs, news },
    });
    expect(isPlanned(real, name, key, values), "another update is planned").to.equal(false);
    agree(model, real);
  }
  toString = () => `${this.name}: update ${this.key} ${shown(this.values)} ${this.how}`;
}

function isPlanned(real: Real, name: StackName, key: Key, values: Values): boolean {
  const { id, outs } = recorded(real, name, key);
  return real[name].plugin.diff(id, outs, declared(key, values)).changes !== false;
}

/** The engine records the properties of an error that holds them; the arguments stay those of the run before. */
export function recordPartial(real: Real, name: StackName, key: Key, error: unknown): void {
  if (!(error instanceof PartialStateError)) return;
  real[name].state.set(key, { ...recorded(real, name, key), outs: error.properties });
}
